import type { Account } from '../kernel/account';
import type { Caller } from '../kernel/execution';
import { SYSTEM_USER } from '../scripts/users';
import { recordContext } from './catalogue';
import { readRecord } from './rows';
import { writeJournalReversal } from './types/journalEntry';
import { dateOfIso, isoDate } from './values/dates';

const SYSTEM: Caller = { user: SYSTEM_USER, context: 'NONE', execution: null };

/** Journals that wait for the day on which they are reversed. */
const WAITING = `recordtype = 'journalentry' AND reversaldefer = 'T' AND reversal IS NULL AND isreversal = 'F'
  AND COALESCE(voided, 'F') = 'F' AND reversaldate IS NOT NULL`;

/**
 * Makes the reversing journals whose day has come (section_N1471552: a deferred reversal is a memorized transaction that
 * is created on the reversal date), as the system; no user events run (assumed).
 *
 * @returns internal ids of the journals that were reversed, oldest day first
 */
export function makeDueReversals(account: Account): number[] {
  const today = isoDate(new Date(account.clock.now()));
  const due = account.store.all<{ id: number }>(
    `SELECT id FROM "transaction" WHERE ${WAITING} AND reversaldate <= ? ORDER BY reversaldate, id`,
    [today],
  );
  const context = due.length === 0 ? null : recordContext(account, SYSTEM, 'journalentry');
  for (const { id } of due) {
    if (context === null) break;
    account.store.transaction(() => {
      writeJournalReversal(context, readRecord(context, context.type, String(id)), id);
    });
  }
  return due.map(({ id }) => id);
}

/** The beginning of the next day on which a journal is to be reversed, as the clock counts; null where none waits. */
export function nextReversal(account: Account, after: number): number | null {
  const row = account.store.get<{ day: string | null }>(
    `SELECT MIN(reversaldate) AS day FROM "transaction" WHERE ${WAITING} AND reversaldate > ?`,
    [isoDate(new Date(after))],
  );
  return row?.day ? dateOfIso(row.day).getTime() : null;
}
