import type { DocumentKind } from '../documents/document';
import type { CalendarDate, CurrencyCode } from '../documents/values';
import type { MappingKind } from '../settings/settings';

/** Kinds of mapping whose source is also looked for by its name in a list of NetSuite. */
export type ListMapping = Extract<
  MappingKind,
  'Subsidiary' | 'Currency' | 'Term' | 'Class' | 'Department' | 'Location'
>;

/** Kinds of mapping whose source is also looked for as a G/L account. */
export type AccountMapping = Extract<MappingKind, 'Income Account' | 'Deferred Revenue Account'>;

/**
 * What has to change before a document can be posted, as far as the connector can see the change by itself:
 * - `mapping`: a mapping row is missing;
 * - `list`: a mapping row, or an entry of that name in a list of NetSuite;
 * - `account`: a mapping row, or an active account of that number or full name;
 * - `setting`: a setting of the connection, by its name in the settings RESTlet, `incomeAccounts.charge`;
 * - `period`: the posting period of the day is not open for receivables, or the rule for closed periods;
 * - `customer currency`: the customer (internal id) cannot be billed in the currency;
 * - `record`: the record that another document became was deleted;
 * - `connection`: the connection is not there or inactive.
 */
export type Cause =
  | { readonly what: 'mapping'; readonly kind: MappingKind; readonly name: string }
  | { readonly what: 'list'; readonly kind: ListMapping; readonly name: string }
  | { readonly what: 'account'; readonly kind: AccountMapping; readonly name: string }
  | { readonly what: 'setting'; readonly name: string }
  | { readonly what: 'period'; readonly name: CalendarDate }
  | { readonly what: 'customer currency'; readonly kind: string; readonly name: CurrencyCode }
  | { readonly what: 'record'; readonly kind: DocumentKind; readonly name: string }
  | { readonly what: 'connection' };

/** A short text field holds so many characters; a longer cause is none, and a person must retry. */
const LONGEST = 300;

/** The cause as it is stored with a transfer: `mapping|Tax Item|VAT20`, `period|2026-03-31`; empty where it is too long. */
export function causeText(cause: Cause): string {
  const text = [cause.what, ...('kind' in cause ? [cause.kind] : []), ...('name' in cause ? [cause.name] : [])].join(
    '|',
  );
  return text.length > LONGEST ? '' : text;
}

/** The cause that a stored text says; null for a text that is none, for example of another version. */
export function readCause(text: string): Cause | null {
  const [what = '', second = '', ...rest] = text.split('|');
  const third = rest.join('|');
  switch (what) {
    case 'connection':
      return { what };
    case 'setting':
      return { what, name: second };
    case 'period':
      return { what, name: second as CalendarDate };
    case 'mapping':
      return { what, kind: second as MappingKind, name: third };
    case 'list':
      return { what, kind: second as ListMapping, name: third };
    case 'account':
      return { what, kind: second as AccountMapping, name: third };
    case 'customer currency':
      return { what, kind: second, name: third as CurrencyCode };
    case 'record':
      return { what, kind: second as DocumentKind, name: third };
    default:
      return null;
  }
}
