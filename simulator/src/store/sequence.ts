import type { Store } from './store';

/** The next number of a sequence that several tables share, such as the ids of all entities; the first is 1. */
export function nextNumber(store: Store, sequence: string): number {
  const row = store.get<{ value: number }>(
    `INSERT INTO sequence (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1
      RETURNING value`,
    [sequence],
  );
  if (row === null) throw new Error(`No number from the sequence ${sequence}`);
  return row.value;
}

/** The first of some next numbers of a sequence, which are all taken. */
export function nextNumbers(store: Store, sequence: string, count: number): number {
  const row = store.get<{ value: number }>(
    `INSERT INTO sequence (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = value + ?2
      RETURNING value`,
    [sequence, count],
  );
  if (row === null) throw new Error(`No numbers from the sequence ${sequence}`);
  return row.value - count + 1;
}
