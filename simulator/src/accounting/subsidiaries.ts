import type { Store } from '../store/store';

interface WithStore {
  readonly store: Store;
}

/** Internal id of the root subsidiary; a single-entity company has no other. */
export function rootSubsidiary(account: WithStore): number {
  const row = account.store.get<{ id: number }>('SELECT id FROM subsidiary WHERE parent IS NULL ORDER BY id LIMIT 1');
  if (row === null) throw new Error('The company has no subsidiary');
  return row.id;
}

/** Internal id of the base currency of a subsidiary. */
export function baseCurrency(account: WithStore, subsidiary: number): number {
  const row = account.store.get<{ currency: number }>('SELECT currency FROM subsidiary WHERE id = ?', [subsidiary]);
  if (row === null) throw new Error(`No subsidiary ${subsidiary}`);
  return row.currency;
}

/** Country of a subsidiary, two letters. */
export function countryOf(account: WithStore, subsidiary: number): string {
  return (
    account.store.get<{ country: string }>('SELECT country FROM subsidiary WHERE id = ?', [subsidiary])?.country ?? ''
  );
}

/** True where a list entry may be used in the subsidiary: it names it, or one above it with Include Children. */
export function isValidIn(
  account: WithStore,
  entry: { readonly subsidiary: string | null; readonly includechildren: string | null },
  subsidiary: number,
): boolean {
  const named = (entry.subsidiary ?? '').split(', ').filter(Boolean).map(Number);
  if (named.length === 0) return true;
  if (named.includes(subsidiary)) return true;
  if (entry.includechildren !== 'T') return false;
  let current: number | null = subsidiary;
  while (current !== null) {
    const row: { parent: number | null } | null = account.store.get('SELECT parent FROM subsidiary WHERE id = ?', [
      current,
    ]);
    current = row?.parent ?? null;
    if (current !== null && named.includes(current)) return true;
  }
  return false;
}
