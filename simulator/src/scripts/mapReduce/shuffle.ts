import type { KeyValue } from '../../kernel/entryPoints';

/**
 * The shuffle stage: one group for each key with all its values, keys and values in text order. Values therefore come
 * to reduce as text sorts, `10` before `9`, whatever wrote them first.
 */
export function shuffle(pairs: readonly KeyValue[]): { key: string; values: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { key, value } of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return [...groups]
    .sort(([a], [b]) => textOrder(a, b))
    .map(([key, values]) => ({ key, values: values.sort(textOrder) }));
}

function textOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
