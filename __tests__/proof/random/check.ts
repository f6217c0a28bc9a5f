import type { Fact, Picture } from '../world/picture';
import type { Scenario, SourceDocument } from './scenario';

/** What is not as it should be, in sentences. */
export interface Findings {
  /** Versions of documents that are in NetSuite, or were replaced by newer ones that are. */
  readonly transferred: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly unexpected: readonly string[];
}

/**
 * Compares the books with what was delivered and acknowledged: of each document the newest version is in NetSuite,
 * once, with its total to the cent, and nothing else is.
 * @param acknowledged names of versions, `nue invoice invoice-1 v2`
 * @param late what was answered to versions that arrived again after days, by name
 */
export function check(
  scenario: Scenario,
  acknowledged: ReadonlySet<string>,
  picture: Picture,
  late: ReadonlyMap<string, string>,
): Findings {
  const lost: string[] = [];
  const doubled: string[] = [];
  const unexpected: string[] = [];
  const transfers = picture.filter(({ subject }) => subject.startsWith('transfer Inbound '));
  for (const document of scenario.documents) {
    const name = `${document.connection} ${document.kind} ${document.id}`;
    for (let version = 0; version < document.versions.length; version += 1) {
      const isKnown = acknowledged.has(`${name} v${version + 1}`);
      if (!isKnown) unexpected.push(`${name} v${version + 1} was never acknowledged`);
    }
    const rows = transfers.filter(({ subject }) => subject.startsWith(`transfer Inbound ${name} `));
    if (!rows.some(({ detail }) => detail.startsWith('Transferred'))) lost.push(`${name} is not transferred`);
    if (document.kind === 'invoice') {
      const found = standingOf(document, picture);
      const total = document.totals.at(-1) ?? 0;
      if (found.standing === 0) lost.push(`${name} has no invoice`);
      else if (found.standing > 1) doubled.push(`${name} has ${found.standing} invoices`);
      else if (found.total !== total) unexpected.push(`${name} comes to ${found.total} and not ${total}`);
    }
  }
  for (const subject of repeated(transfers)) doubled.push(`${subject} is there twice`);
  for (const { subject, detail } of transfers) {
    if (detail.startsWith('Not Transferred')) unexpected.push(`${subject} stays ${detail}`);
  }
  for (const subject of repeated(picture.filter((fact) => /^(transaction|customer|item) /.test(fact.subject)))) {
    doubled.push(`${subject} is there twice`);
  }
  unexpected.push(...strangers(scenario, picture), ...notNewest(scenario, picture));
  for (const [name, outcome] of late) {
    if (outcome !== 'unchanged' && outcome !== 'stale') unexpected.push(`${name} was answered ${outcome} after days`);
  }
  const transferred = transfers.filter(({ detail }) => /^(Transferred|Cancelled)/.test(detail)).length;
  return { transferred, lost, doubled, unexpected };
}

/** What the transactions of an invoice come to: how many stand, and their total. */
function standingOf(document: SourceDocument, picture: Picture): { readonly standing: number; readonly total: number } {
  const own = transactionsOf(document, picture).map(({ detail }) => detail.split(' | '));
  const invoices = own.filter(([type]) => type === 'CustInvc');
  const memos = own.filter(([type]) => type === 'CustCred');
  // Cents, so that sums are exact.
  const cents = own.reduce((sum, fields) => sum + Math.round(Number(fields[5]) * 100), 0);
  return { standing: invoices.length - memos.length, total: cents / 100 };
}

function transactionsOf({ connection, kind, id }: SourceDocument, picture: Picture): readonly Fact[] {
  const external = `transaction obc-${connection}-${kind}-${id}`;
  return picture.filter(({ subject }) => subject === external || /^-re(versal|post)\d*$/.test(tail(subject, external)));
}

function tail(subject: string, start: string): string {
  return subject.startsWith(start) ? subject.slice(start.length) : '';
}

/** Transactions, customers and items that no document of the scenario stands for. */
function strangers(scenario: Scenario, picture: Picture): string[] {
  const own = new Set(scenario.documents.flatMap((document) => transactionsOf(document, picture)));
  return picture
    .filter((fact) => fact.subject.startsWith('transaction ') && !own.has(fact))
    .map(({ subject }) => `${subject} belongs to no document`);
}

/** Customers and items whose record was not written by the newest version. */
function notNewest(scenario: Scenario, picture: Picture): string[] {
  return scenario.documents
    .filter(({ kind }) => kind !== 'invoice')
    .flatMap(({ connection, kind, id, versions }) => {
      const newest = versions.at(-1) as { readonly lastModifiedDate: string };
      const stamp = `${connection} ${kind} ${id} ${newest.lastModifiedDate}`;
      const record = picture.find(({ subject }) => subject === `${kind} obc-${connection}-${kind}-${id}`);
      if (record === undefined) return [`${connection} ${kind} ${id} has no record`];
      return record.detail.endsWith(stamp)
        ? []
        : [`${record.subject} was written by another version: ${record.detail}`];
    });
}

function repeated(facts: readonly Fact[]): readonly string[] {
  const seen = new Set<string>();
  return facts.map(({ subject }) => subject).filter((subject) => seen.has(subject) || !seen.add(subject));
}
