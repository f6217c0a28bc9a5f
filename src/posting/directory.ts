import type { DocumentReference } from '../documents/document';
import { documentKey } from '../documents/keys';
import { customerFacts } from './customers';
import { findNames, nameKey } from './names';
import { findPeriods, firstOpenPeriod, periodOf } from './periods';
import type { Directory, Lookup, PostedRecord } from './plan';

/** The NetSuite record that a document became. */
export interface RecordLink {
  readonly recordType: string;
  readonly recordId: string;
}

/** What a batch of documents, of one or more connections, may look up. */
export interface BatchDirectory {
  /** As documents of that connection see it. */
  of(connection: string): Directory;
  /** A document was posted: those after it in the batch find it. */
  add(connection: string, document: DocumentReference, posted: PostedRecord): void;
}

/**
 * Looks up everything that a batch names, by one query a kind: names, periods, customers; at most 30 units.
 * @param links the records that documents became, by `documentKey`
 */
export function buildDirectory(lookups: readonly Lookup[], links: ReadonlyMap<string, RecordLink>): BatchDirectory {
  const names = findNames(
    lookups.flatMap((lookup) => (lookup.kind === 'document' || lookup.kind === 'period' ? [] : [lookup])),
  );
  const periods = findPeriods(lookups.flatMap((lookup) => (lookup.kind === 'period' ? [lookup.date] : [])));
  const customers = customerFacts([
    ...new Set([...links.values()].filter((link) => link.recordType === 'customer').map((link) => link.recordId)),
  ]);
  const posted = new Map<string, PostedRecord>();
  for (const [key, link] of links) {
    const facts = customers.get(link.recordId);
    if (link.recordType !== 'customer') posted.set(key, { ...link, currency: null, subsidiary: null });
    // A customer that was deleted in NetSuite is not there any more.
    else if (facts !== undefined) {
      const { currency, currencies, subsidiary } = facts;
      posted.set(key, { ...link, currency, otherCurrencies: currencies, subsidiary });
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
    }),
    add: (connection, document, record) => {
      posted.set(documentKey(connection, document), record);
    },
  };
}
