import type { DocumentKind } from '../documents/document';

/** What a second transaction of one document is for: a half of a split order, a reversal, a repost; counted from 2. */
export type ExternalIdPart = 'up' | 'down' | 'reversal' | 'repost' | `reversal${number}` | `repost${number}`;

export interface ExternalIdOf {
  /** The connection's key: tenant copies share ids, so the platform's name would not do. */
  readonly connection: string;
  readonly kind: DocumentKind;
  readonly id: string;
  readonly part?: ExternalIdPart;
}

/** Kinds that appear in external ids now or later: a connection's key may not be read as one of them. */
const KIND_WORDS: readonly string[] = ['customer', 'item', 'order', 'invoice', 'creditMemo', 'payment', 'refund'];

/** NetSuite documents no limit; beyond this the id is shortened to what a person can still recognise. */
const LONGEST = 120;
const RECOGNISABLE = 40;

/**
 * The external id of a record that the connector creates: `obc-<connection>-<kind>-<id>[-part]`. NetSuite keeps it
 * unique over all transactions, all entities and all items (section_N3436356), so it is the last guard against
 * doubling: different documents must never share one. It holds letters, digits, `_` and `-` only, which is what REST
 * takes (section_156334828635).
 *
 * `_` introduces what is not written as it is: `__` is an underscore, `_x` and four hexadecimal digits a UTF-16 code
 * unit, `_h` the fingerprint of an id that is too long, and an underscore after a word of a connection's key that is a
 * kind. Upper and lower case are kept.
 */
export function externalId({ connection, kind, id, part }: ExternalIdOf): string {
  const suffix = part === undefined ? '' : `-${part}`;
  const prefix = `obc-${connectionText(connection)}-${kind}-`;
  const whole = `${prefix}${idText(id)}${suffix}`;
  if (whole.length <= LONGEST) return whole;
  return `${prefix}${escaped(id.slice(0, RECOGNISABLE))}_h${fingerprint(id)}${suffix}`;
}

function connectionText(connection: string): string {
  return connection
    .split('-')
    .map((word) => (KIND_WORDS.includes(word) ? `${word}_` : escaped(word)))
    .join('-');
}

/** An id whose end reads as a part is written so that it does not. */
function idText(id: string): string {
  const ending = /-(?:up|down|reversal\d*|repost\d*)$/.exec(id);
  return ending === null ? escaped(id) : `${escaped(id.slice(0, ending.index))}_x002d${id.slice(ending.index + 1)}`;
}

function escaped(text: string): string {
  return text
    .replace(/_/g, '__')
    .replace(/[^A-Za-z0-9_-]/g, (unit) => `_x${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * About 100 bits that depend on every code unit of the text: its values as a polynomial modulo four primes, small
 * enough that each product is exact.
 */
function fingerprint(text: string): string {
  const moduli = [67108859, 67108837, 67108819, 67108777];
  const bases = [40000003, 40000019, 40000031, 40000049];
  return moduli
    .map((modulus, index) => {
      let value = text.length;
      for (let position = 0; position < text.length; position += 1) {
        value = (value * (bases[index] ?? 1) + text.charCodeAt(position) + 1) % modulus;
      }
      return value.toString(36).padStart(6, '0');
    })
    .join('');
}
