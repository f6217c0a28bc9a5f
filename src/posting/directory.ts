import type { DocumentReference } from '../documents/document';
import { documentKey } from '../documents/keys';
import type { CustomerFacts } from './customers';
import { readLists } from './lists';
import { nameKey } from './names';
import { firstOpenPeriod, periodOf } from './periods';
import type { Directory, Lookup, PostedRecord } from './plan';
import { readReceivables } from './receivables';

/** The NetSuite record that a document became. */
export interface RecordLink {
  readonly recordType: string;
  readonly recordId: string;
  /** Of a customer; null of other records, and of a customer that is not in NetSuite any more. */
  readonly customer: CustomerFacts | null;
  /** What the last transfer kept for the next version to be compared with; absent or empty where it kept nothing. */
  readonly baseline?: string;
}

/** What a batch of documents, of one or more connections, may look up. */
export interface BatchDirectory {
  /** As documents of that connection see it. */
  of(connection: string): Directory;
  /** A document was posted: those after it in the batch find it. */
  add(connection: string, document: DocumentReference, posted: PostedRecord): void;
}

/**
 * Everything that a batch may look up: what it names is read from NetSuite's lists by one query of 10 units.
 * @param links the records that documents became, by `documentKey`
 */
export function buildDirectory(lookups: readonly Lookup[], links: ReadonlyMap<string, RecordLink>): BatchDirectory {
  const { names, periods } = readLists(lookups);
  const posted = new Map<string, PostedRecord>();
  for (const [key, link] of links) {
    const { recordType, recordId, customer } = link;
    if (recordType !== 'customer') posted.set(key, { recordType, recordId, currency: null, subsidiary: null });
    // A customer that was deleted in NetSuite is not there any more.
    else if (customer !== null) {
      const { currency, currencies, subsidiary } = customer;
      posted.set(key, { recordType, recordId, currency, otherCurrencies: currencies, subsidiary });
    }
  }
  const activeId = (key: string): string | null => {
    const entry = names.get(key);
    return entry === undefined || entry.isInactive ? null : entry.id;
  };
  return {
    of: (connection) => ({
      document: (reference) => posted.get(documentKey(connection, reference)) ?? null,
      account: (name) => names.get(nameKey('account', name)) ?? null,
      currency: (code) => activeId(nameKey('currency', code)),
      subsidiary: (name) => activeId(nameKey('subsidiary', name)),
      term: (name) => activeId(nameKey('term', name)),
      classification: (kind, name) => activeId(nameKey(kind, name)),
      period: (date) => periodOf(periods, date),
      firstOpenPeriod: (date) => firstOpenPeriod(periods, date),
      receivables: readReceivables,
    }),
    add: (connection, document, record) => {
      posted.set(documentKey(connection, document), record);
    },
  };
}
