import type { Fact, Picture } from '../world/picture';
import { documentName, type SourceDocument } from './documents';

/** Findings while they are gathered. */
export class Found {
  readonly lost: string[] = [];
  readonly doubled: string[] = [];
  readonly unexpected: string[] = [];
}

/** An invoice stands once, with the total of its newest version; what is reversed and posted again counts as one. */
export function checkInvoice(document: SourceDocument, own: readonly Fact[], found: Found): void {
  const name = documentName(document);
  const { standing, total } = standingOf(own);
  const expected = document.totals.at(-1) ?? 0;
  if (standing === 0) found.lost.push(`${name} has no invoice`);
  else if (standing > 1) found.doubled.push(`${name} has ${standing} invoices`);
  else if (total !== expected) found.unexpected.push(`${name} comes to ${total} and not ${expected}`);
}

/** A credit memo is there once, with its total, and applied once, to the invoice and in the amount that it says. */
export function checkCreditMemo(document: SourceDocument, own: readonly Fact[], picture: Picture, found: Found): void {
  const name = documentName(document);
  const { connection, applied } = document;
  const memos = own.filter(({ detail }) => detail.startsWith('CustCred | '));
  if (memos.length === 0) found.lost.push(`${name} has no credit memo`);
  if (memos.length > 1) found.doubled.push(`${name} has ${memos.length} credit memos`);
  for (const { subject } of own.filter((fact) => !memos.includes(fact))) {
    found.unexpected.push(`${subject} stands beside the credit memo`);
  }
  for (const memo of memos) {
    const { total } = standingOf([memo]);
    const expected = -(document.totals.at(-1) ?? 0);
    if (total !== expected) found.unexpected.push(`${name} comes to ${total} and not ${expected}`);
    const applications = picture.find(({ subject }) => subject === `applications of ${memo.subject}`)?.detail ?? '';
    const wanted = `Payment | obc-${connection}-invoice-${applied?.invoice} | ${applied?.amount}`;
    if (applications !== wanted) found.unexpected.push(`${name} is applied "${applications}" and not "${wanted}"`);
  }
}

/**
 * Of a deleted document nothing counts. Withdrawn, it was never posted; cancelled, one transfer has taken back all of it,
 * once. It stays so when a version that was delivered before arrives again: that is unchanged or stale, for both.
 * @param answers what was answered to its DELETEs, all of which say the same
 * @param rows its transfers
 */
export function checkDeleted(
  name: string,
  answers: readonly string[],
  rows: readonly Fact[],
  own: readonly Fact[],
  found: Found,
): void {
  const said = [...new Set(answers)];
  const isWithdrawn = said.length === 1 && said[0] === 'withdrawn';
  const isCancelled = said.length > 0 && said.every((each) => each === 'cancelled' || each === 'cancellation queued');
  if (said.length === 0) found.lost.push(`${name} was never deleted`);
  else if (!isWithdrawn && !isCancelled) found.unexpected.push(`DELETE of ${name} was answered ${said.join(', ')}`);
  const cancellations = rows.filter(isCancellation);
  if (isWithdrawn) {
    for (const { subject } of own) found.unexpected.push(`${subject} was posted, although ${name} was withdrawn`);
    for (const { subject, detail } of rows.filter((row) => !row.detail.startsWith('Cancelled'))) {
      found.unexpected.push(`${subject} was withdrawn and is ${detail}`);
    }
    return;
  }
  if (cancellations.length === 0) found.lost.push(`${name} has no cancellation`);
  if (cancellations.length > 1) found.doubled.push(`${name} has ${cancellations.length} cancellations`);
  for (const { subject, detail } of cancellations.filter((row) => !row.detail.startsWith('Transferred'))) {
    found.unexpected.push(`${subject} cancels, and is ${detail}`);
  }
  const { standing, total } = standingOf(own);
  if (own.length === 0) found.lost.push(`${name} was cancelled, and nothing of it is in NetSuite`);
  if (standing > 0) found.unexpected.push(`${name} was cancelled and has ${standing} invoices`);
  if (standing < 0) found.doubled.push(`${name} was taken back ${1 - standing} times`);
  if (total !== 0) found.unexpected.push(`${name} was cancelled and comes to ${total}`);
}

/** The transactions of a document: the first, and what reverses it and follows it. */
export function transactionsOf({ connection, kind, id }: SourceDocument, picture: Picture): readonly Fact[] {
  const external = `transaction obc-${connection}-${kind}-${id}`;
  return picture.filter(({ subject }) => subject === external || /^-re(versal|post)\d*$/.test(tail(subject, external)));
}

function tail(subject: string, start: string): string {
  return subject.startsWith(start) ? subject.slice(start.length) : '';
}

/** A transfer's subject ends with the start of its hash, which for cancellations is a word. */
function isCancellation({ subject }: Fact): boolean {
  return subject.endsWith(' cancella');
}

/** What transactions come to: how many invoices stand, and their total. */
function standingOf(own: readonly Fact[]): { readonly standing: number; readonly total: number } {
  const fields = own.map(({ detail }) => detail.split(' | '));
  const invoices = fields.filter(([type]) => type === 'CustInvc');
  const memos = fields.filter(([type]) => type === 'CustCred');
  // Cents, so that sums are exact.
  const cents = fields.reduce((sum, each) => sum + Math.round(Number(each[5]) * 100), 0);
  return { standing: invoices.length - memos.length, total: cents / 100 };
}
