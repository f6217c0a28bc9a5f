/**
 * The text form in which values cross between a script's context and the account.
 *
 * Only text may cross: an object made on one side belongs to that side's realm, and `instanceof Array` or
 * `instanceof Date` would fail on the other. JSON loses `undefined`, `Date`, `NaN` and the infinities, so these are
 * written as one-key objects whose key starts with `$`; a real key that starts with `$` is written with one more `$`.
 */
export type Wire =
  | undefined
  | null
  | boolean
  | number
  | string
  | Date
  | readonly Wire[]
  | { readonly [key: string]: Wire };

type Tagged = { $date: string } | { $number: string } | { $undefined: true };

/** Writes a value as text. Functions and symbols cannot cross and throw a TypeError that names their place. */
export function encodeWire(value: unknown): string {
  return JSON.stringify(tag(value, '$'));
}

/** Reads what {@link encodeWire} wrote; objects and arrays are made in the realm of the caller. */
export function decodeWire(text: string): Wire {
  const value = JSON.parse(text);
  // Most texts have nothing that was written otherwise: what has, has a key that starts with `$`.
  return text.includes('"$') ? untag(value) : value;
}

function tag(value: unknown, path: string): unknown {
  if (value === undefined) return { $undefined: true } satisfies Tagged;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : ({ $number: String(value) } satisfies Tagged);
  if (Array.isArray(value)) return value.map((item, index) => tag(item, `${path}[${index}]`));
  if (Object.prototype.toString.call(value) === '[object Date]') {
    const time = (value as Date).getTime();
    return { $date: Number.isNaN(time) ? 'invalid' : new Date(time).toISOString() } satisfies Tagged;
  }
  if (typeof value === 'object') {
    const tagged: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      if (item !== undefined) tagged[key.startsWith('$') ? `$${key}` : key] = tag(item, `${path}.${key}`);
    }
    return tagged;
  }
  throw new TypeError(`A ${typeof value} cannot leave the script: ${path}`);
}

function untag(value: unknown): Wire {
  if (Array.isArray(value)) return value.map(untag);
  if (value === null || typeof value !== 'object') return value as Wire;
  const record = value as Record<string, unknown>;
  if ('$undefined' in record) return undefined;
  if (typeof record.$date === 'string') return new Date(record.$date === 'invalid' ? Number.NaN : record.$date);
  if (typeof record.$number === 'string') return Number(record.$number);
  const plain: Record<string, Wire> = {};
  for (const [key, item] of Object.entries(record)) plain[key.startsWith('$$') ? key.slice(1) : key] = untag(item);
  return plain;
}
