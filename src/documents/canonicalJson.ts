/**
 * The value as JSON text that is the same for equal content: keys in the order of their UTF-16 code units, no white
 * space, numbers in JavaScript's shortest form, absent for `undefined`. What a content hash is taken of. Values must be
 * what `JSON.parse` returns.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((element) => canonicalJson(element ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = value as Readonly<Record<string, unknown>>;
    const parts = Object.keys(members)
      .sort()
      .filter((key) => members[key] !== undefined)
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(members[key])}`);
    return `{${parts.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** True where objects and arrays are nested deeper than the limit. Does not recurse, so that no depth can hurt it. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    const next: unknown[] = [];
    for (const element of level) {
      if (typeof element !== 'object' || element === null) continue;
      for (const child of Object.values(element)) if (typeof child === 'object' && child !== null) next.push(child);
    }
    level = next;
  }
  return false;
}
