import { type Budget, startBudget } from '../../netsuite/budget';
import { mayPost } from '../../netsuite/callers';
import { loadConnections } from '../../settings/load';
import type { ConnectionSettings } from '../../settings/settings';
import { submitRun } from '../runs/submit';
import { type ChangedWithin, deletedMemos, newestMemoChange, voidedMemos } from './creditMemoQueries';
import { type CancelledMemo, storeCancelledMemos } from './creditMemos';
import { readSweepMarks, type SweepMark, setSweepMark, withOverlap } from './sweepMark';

/** Credit memos that share the queries of one page. */
const PAGE = 200;

/** Stop after so many seconds; the next sweep comes after 15 minutes. */
const SECONDS = 600;

/** Units that stay untouched. */
const RESERVE = 300;

/** Units without which a page is not begun: its four queries, one that is stored, its mark and the run. */
const UNITS_FOR_PAGE = 100;

/** Units for one that is stored, with a look-up where its key is taken already, and the mark and the run after it. */
const UNITS_FOR_CHANGE = 60;

type FindMemos = (connection: string, within: ChangedWithin, after: number, most: number) => readonly CancelledMemo[];

/**
 * Stores which credit memos were voided or deleted since the last sweep and are not stored yet: user events are not
 * documented to run when NetSuite voids, and may fail. The mark advances only over what is stored. About 60 units a
 * connection, 30 for each 200 credit memos, and 6 for each that is stored.
 * @returns how many were stored
 */
export function sweepCreditMemos(): number {
  if (!mayPost()) return 0;
  const budget = startBudget(SECONDS, RESERVE);
  const connections = [...loadConnections().values()];
  const marks = readSweepMarks(
    connections.map(({ key }) => key),
    'credit memos',
  );
  let stored = 0;
  for (const connection of connections) {
    const known = marks.get(connection.key);
    const mark = known?.value ?? null;
    if (!connection.sends.creditMemoCancellations) {
      // What is cancelled while nothing is sent is not sent afterwards.
      if (mark !== null) setSweepMark(connection.key, null, known?.row, 'credit memos');
      continue;
    }
    if (!budget.allows(UNITS_FOR_PAGE)) break;
    const newest = newestMemoChange();
    // The first sweep notes where it begins: what was cancelled before is not sent.
    const swept = mark === null ? { stored: 0, isComplete: true } : sweepSince(connection, mark, budget);
    stored += swept.stored;
    if (swept.isComplete && newest !== mark?.since) {
      const beganAt = mark?.beganAt ?? newest;
      setSweepMark(connection.key, { since: newest, until: null, after: 0, beganAt }, known?.row, 'credit memos');
    }
  }
  if (stored > 0) submitRun('customscript_obc_publish');
  return stored;
}

/** One that does not come to the end begins where it began before: what is stored already costs next to nothing. */
function sweepSince(
  connection: ConnectionSettings,
  { since, beganAt = '0' }: SweepMark,
  budget: Budget,
): { readonly stored: number; readonly isComplete: boolean } {
  const within = { since: withOverlap(since), later: beganAt };
  let stored = 0;
  for (const find of [voidedMemos, deletedMemos] satisfies FindMemos[]) {
    for (let after = 0, isLast = false; !isLast; ) {
      if (!budget.allows(UNITS_FOR_PAGE)) return { stored, isComplete: false };
      const memos = find(connection.key, within, after, PAGE);
      const page = storeCancelledMemos(memos, [connection], 'sweep', () => budget.allows(UNITS_FOR_CHANGE));
      stored += page.stored;
      if (page.done < memos.length) return { stored, isComplete: false };
      after = Number(memos[memos.length - 1]?.id ?? after);
      isLast = memos.length < PAGE;
    }
  }
  return { stored, isComplete: true };
}
