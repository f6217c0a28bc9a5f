import type { Account } from '../../kernel/account';
import type { LineData, RecordData } from '../data';
import { keyIn, textIn } from '../recordType';
import { userError } from '../validation';
import { refreshPlanStatus } from './recognized';

/** True for a journal entry that revenue recognition made, as long as plans or schedules are linked to it. */
export function isRecognitionJournal({ store }: Pick<Account, 'store'>, journal: number): boolean {
  return (
    store.get(
      `SELECT 1 AS found FROM revenueplanplannedrevenue WHERE journal = ?1
       UNION SELECT 1 FROM revrecschedulerecurrence WHERE journal = ?1 LIMIT 1`,
      [journal],
    ) !== null
  );
}

/**
 * Takes the link to a journal entry from plans and schedules when it is voided or deleted: their revenue can be
 * recognized again, in the same period (section_4358638894, section_N1692238).
 */
export function releaseJournal(account: Account, journal: number): void {
  const { store } = account;
  const plans = store.all<{ id: number }>(
    'SELECT DISTINCT revenueplan AS id FROM revenueplanplannedrevenue WHERE journal = ?',
    [journal],
  );
  store.run(
    'UPDATE revenueplanplannedrevenue SET journal = NULL, postingperiod = NULL, dateexecuted = NULL WHERE journal = ?',
    [journal],
  );
  store.run('UPDATE revrecschedulerecurrence SET journal = NULL, dateexecuted = NULL WHERE journal = ?', [journal]);
  for (const { id } of plans) refreshPlanStatus(account, id);
}

/** Marks the lines of a revenue recognition journal entry, which are written anew with every save. */
export function markRecognitionLines(account: Account, journal: number): void {
  if (!isRecognitionJournal(account, journal)) return;
  account.store.run(`UPDATE transactionline SET isrevrectransaction = 'T' WHERE "transaction" = ?`, [journal]);
}

/**
 * Refuses to change accounts, amounts, segments or the subsidiary of a revenue recognition journal entry
 * (section_4358639397, section_N1693121). The code is assumed.
 */
export function refuseRecognitionChange(account: Account, data: RecordData, stored: RecordData | null): void {
  if (stored === null || !isRecognitionJournal(account, Number(stored.id))) return;
  if (fingerprint(data) === fingerprint(stored)) return;
  throw userError(
    'You cannot change accounts, amounts, segments or the subsidiary of a revenue recognition journal entry.',
  );
}

function fingerprint(data: RecordData): string {
  const body = ['subsidiary', 'currency', 'exchangerate'].map((fieldId) => Number(data.fields[fieldId] ?? 0));
  const lines = (data.sublists.line ?? []).map((line) => [
    ...['account', 'class', 'department', 'location'].map((fieldId) => keyIn(line.fields[fieldId])),
    ...['debit', 'credit'].map((fieldId) => amountText(line, fieldId)),
  ]);
  return JSON.stringify([body, lines]);
}

function amountText(line: LineData, fieldId: string): string {
  const text = textIn(line.fields[fieldId]);
  return text === '' ? '' : String(Number(text));
}
