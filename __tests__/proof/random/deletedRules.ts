import type { Fact } from '../world/picture';
import { documentName, type SourceDocument } from './documents';
import { checkInvoice, type Found, standingOf } from './rules';

/** What callers were answered. */
export interface Answers {
  /** Names of versions that were acknowledged, `nue invoice invoice-1 v2`. */
  readonly acknowledged: ReadonlySet<string>;
  /** What was answered to versions that arrived after days, by name; one after a DELETE is `nue invoice invoice-1 newer`. */
  readonly late: ReadonlyMap<string, string>;
  /** What was answered to the DELETEs of a document, by its name. */
  readonly deletions: ReadonlyMap<string, readonly string[]>;
}

/**
 * Of a deleted document nothing counts. Withdrawn, it was never posted; cancelled, one transfer has taken back all of it,
 * once. It stays so when a version that was delivered before arrives again: that is unchanged or stale, for both. A newer
 * version posts a document that was withdrawn, and is refused where it was cancelled.
 * @param rows its transfers
 * @param own its transactions
 */
export function checkDeleted(
  document: SourceDocument,
  { deletions, late }: Answers,
  rows: readonly Fact[],
  own: readonly Fact[],
  found: Found,
): void {
  const name = documentName(document);
  const newer = late.get(`${name} newer`);
  const said = [...new Set(deletions.get(name) ?? [])];
  if (said.length === 0) {
    found.lost.push(`${name} was never deleted`);
  } else if (said.every((each) => each === 'withdrawn')) {
    if (newer === undefined) checkWithdrawn(name, rows, own, found);
    else checkReturned(document, newer, rows, own, found);
  } else if (said.every((each) => each === 'cancelled' || each === 'cancellation queued')) {
    checkCancelled(name, rows, own, found);
    if (newer !== undefined && newer !== 'rejected DOCUMENT_CANCELLED') {
      found.unexpected.push(`a newer version of ${name}, which was cancelled, was answered ${newer}`);
    }
  } else {
    found.unexpected.push(`the DELETE of ${name} was answered ${said.join(' and ')}`);
  }
}

function checkWithdrawn(name: string, rows: readonly Fact[], own: readonly Fact[], found: Found): void {
  for (const { subject } of own) found.unexpected.push(`${subject} was posted, although ${name} was withdrawn`);
  for (const { subject, detail } of rows.filter((row) => !isGivenUp(row))) {
    found.unexpected.push(`${subject} was withdrawn and is ${detail}`);
  }
}

/** Withdrawn, and posted after all in a version that came later. */
function checkReturned(
  document: SourceDocument,
  answer: string,
  rows: readonly Fact[],
  own: readonly Fact[],
  found: Found,
): void {
  const name = documentName(document);
  if (answer !== 'accepted') found.unexpected.push(`a newer version of ${name}, which was withdrawn: ${answer}`);
  const posted = rows.filter((row) => !isGivenUp(row)).length;
  if (posted !== 1) found.unexpected.push(`of ${name} ${posted} versions were posted after it was withdrawn`);
  checkInvoice({ ...document, totals: [document.comesBack?.total ?? 0] }, own, found);
}

function checkCancelled(name: string, rows: readonly Fact[], own: readonly Fact[], found: Found): void {
  const cancellations = rows.filter(isCancellation);
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

/** A transfer's subject ends with the start of its hash, which for cancellations is a word. */
function isCancellation({ subject }: Fact): boolean {
  return subject.endsWith(' cancella');
}

function isGivenUp({ detail }: Fact): boolean {
  return detail.startsWith('Cancelled');
}
