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

/** The transactions of a document: the first, and what reverses it and follows it. */
export function transactionsOf({ connection, kind, id }: SourceDocument, picture: Picture): readonly Fact[] {
  const external = `transaction obc-${connection}-${kind}-${id}`;
  return picture.filter(({ subject }) => subject === external || /^-re(versal|post)\d*$/.test(tail(subject, external)));
}

function tail(subject: string, start: string): string {
  return subject.startsWith(start) ? subject.slice(start.length) : '';
}

/** What transactions come to: how many invoices stand, and their total. */
export function standingOf(own: readonly Fact[]): { readonly standing: number; readonly total: number } {
  const fields = own.map(({ detail }) => detail.split(' | '));
  const invoices = fields.filter(([type]) => type === 'CustInvc');
  const memos = fields.filter(([type]) => type === 'CustCred');
  // Cents, so that sums are exact.
  const cents = fields.reduce((sum, each) => sum + Math.round(Number(each[5]) * 100), 0);
  return { standing: invoices.length - memos.length, total: cents / 100 };
}
