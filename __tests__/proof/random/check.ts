import type { Fact, Picture } from '../world/picture';
import { type Answers, checkDeleted } from './deletedRules';
import { documentName } from './documents';
import { checkCreditMemo, checkInvoice, Found, transactionsOf } from './rules';
import type { Scenario } from './scenario';

/** What is not as it should be, in sentences. */
export interface Findings {
  /** Transfers that are in NetSuite, or were replaced by newer ones that are, or withdrawn. */
  readonly transferred: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly unexpected: readonly string[];
}

/**
 * Compares the books with what was delivered, deleted and acknowledged: of each document the newest version is in
 * NetSuite, once, with its total to the cent, applied as it says; of what was deleted nothing counts; and nothing else is
 * there.
 */
export function check(scenario: Scenario, answers: Answers, picture: Picture): Findings {
  const found = new Found();
  const transfers = picture.filter(({ subject }) => subject.startsWith('transfer Inbound '));
  for (const document of scenario.documents) {
    const name = documentName(document);
    document.versions.forEach((_, index) => {
      const version = `${name} v${index + 1}`;
      if (!answers.acknowledged.has(version)) found.unexpected.push(`${version} was never acknowledged`);
    });
    const rows = transfers.filter(({ subject }) => subject.startsWith(`transfer Inbound ${name} `));
    const own = transactionsOf(document, picture);
    if (document.isDeleted) {
      checkDeleted(document, answers, rows, own, found);
      continue;
    }
    if (!rows.some(({ detail }) => detail.startsWith('Transferred'))) found.lost.push(`${name} is not transferred`);
    if (document.kind === 'invoice') checkInvoice(document, own, found);
    if (document.kind === 'creditMemo') checkCreditMemo(document, own, picture, found);
  }
  for (const subject of repeated(transfers)) found.doubled.push(`${subject} is there twice`);
  for (const { subject, detail } of transfers) {
    if (detail.startsWith('Not Transferred')) found.unexpected.push(`${subject} stays ${detail}`);
  }
  for (const subject of repeated(picture.filter((fact) => /^(transaction|customer|item) /.test(fact.subject)))) {
    found.doubled.push(`${subject} is there twice`);
  }
  found.unexpected.push(...strangers(scenario, picture), ...notNewest(scenario, picture));
  for (const [name, outcome] of answers.late) {
    if (!name.endsWith(' newer') && outcome !== 'unchanged' && outcome !== 'stale') {
      found.unexpected.push(`${name} was answered ${outcome} after days`);
    }
  }
  const transferred = transfers.filter(({ detail }) => /^(Transferred|Cancelled)/.test(detail)).length;
  return { transferred, ...found };
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
    .filter(({ kind }) => kind === 'customer' || kind === 'item')
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
