/** What steps kept, by name. */
export type Kept = Map<string, unknown>;

/** A copy in which every text `$name` is what was kept under the name, and `{name}` in a text is its text. */
export function resolved<T>(given: T, kept: Kept): T {
  return replace(given, kept) as T;
}

function replace(given: unknown, kept: Kept): unknown {
  if (typeof given === 'string') return textOf(given, kept);
  if (Array.isArray(given)) return given.map((one) => replace(one, kept));
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, replace(value, kept)]));
}

function textOf(text: string, kept: Kept): unknown {
  if (text.startsWith('$') && kept.has(text.slice(1))) return kept.get(text.slice(1));
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (kept.has(name) ? String(kept.get(name)) : whole));
}
