import * as log from 'N/log';
import { type Budget, startBudget } from '../../netsuite/budget';
import { recordUrl } from '../../netsuite/recordLinks';
import { scriptError } from '../../netsuite/scriptErrors';
import { allot, allWithNone } from '../policy/allotments';
import { CALL_LEASE } from '../policy/lanes';
import type { StoredStatus } from '../policy/states';
import type { DocumentResult } from '../request';
import { startFetching } from '../runs/fetching';
import { type LaneKey, postTaken, withLanes } from '../runs/lanes';
import { documentsPerRun } from '../runs/limits';
import { submitPosting } from '../runs/submit';
import { laneIds } from '../store/lanes';
import { lanesWithWork } from '../store/readyTransfers';

/** A transfer that a call stored. */
export interface StoredRow {
  readonly transfer: number;
  readonly lane: number;
  readonly rank: number;
}

/** What became of a transfer within the call. */
export interface PostedRow {
  readonly status: StoredStatus;
  readonly record: DocumentResult['record'] | null;
}

/**
 * One batch of so many documents is posted in the call. A save of a transaction takes a second or more, so more would
 * not fit into the time; and a run posts the rest on other processors without a caller that waits.
 */
const MOST_DOCUMENTS = 25;

/** So many lanes are taken: each costs 8 units and three calls, and of many customers each has little to post. */
const MOST_LANES = 8;

/** Stop after so many seconds: the caller waits, and holds one of the few requests that an account serves at once. */
const SECONDS = 20;

/** Units of the 5,000 of a call that are left alone. */
const RESERVE = 500;

/**
 * Immediate mode: posts what a call has just stored, within the call, and submits a run where work is left. The lanes of
 * the documents are taken as a run takes them, so what came earlier for the same customers is posted first. Whatever goes
 * wrong, the documents are stored and a run posts them: no error leaves. About 130 units for one invoice whose customer
 * and items are known.
 * @param connection its key
 * @param call what is left of the call
 * @returns what became of the transfers that were tried, by their ids
 */
export function postAtOnce(
  connection: string,
  stored: readonly StoredRow[],
  call: Budget,
): ReadonlyMap<number, PostedRow> {
  const posted = new Map<number, PostedRow>();
  let isWorkLeft = true;
  let waits = false;
  try {
    const claimant = claimantOf(stored);
    const limits = documentsPerRun();
    const ofCall = limits[connection];
    const own = startBudget(SECONDS, RESERVE);
    withLanes(lanesOf(stored), { claimant, lease: CALL_LEASE }, (lanes) =>
      postTaken(lanes, {
        withScheduledMode: false,
        batch: MOST_DOCUMENTS,
        mostBatches: 1,
        allotted: { ...allWithNone(limits), ...(ofCall === undefined ? {} : { [connection]: ofCall }) },
        budget: { allows: (units) => own.allows(units) && call.allows(units) },
        finished: (transfer, outcome, record) => {
          const { status } = outcome;
          waits = waits || (outcome.status === 'Not Transferred' && outcome.reason === 'Waiting');
          const { recordType, recordId } = record ?? { recordType: '', recordId: '' };
          posted.set(transfer, {
            status,
            record: record === null ? null : { type: recordType, id: recordId, url: recordUrl(recordType, recordId) },
          });
        },
      }),
    );
    // Also what came while the lanes were held, and what waited in other lanes for what was posted here.
    const now = new Date().toISOString();
    isWorkLeft = allot(lanesWithWork(false, claimant, now), posted.size > 0 ? allWithNone(limits) : limits).length > 0;
  } catch (thrown) {
    const { code, message } = scriptError(thrown);
    log.error({ title: 'Posting within the call', details: `${code}: ${message}` });
  }
  if (isWorkLeft) submitPosting({ withScheduledMode: false, isFollowUp: posted.size > 0 });
  if (waits) startFetching();
  return posted;
}

/** A transfer is stored by one call only, so this names one execution and no other. */
function claimantOf(stored: readonly StoredRow[]): string {
  return `call that stored transfer ${stored[0]?.transfer}`;
}

/** The lanes of what was stored, those first on which the others may have to wait: 10 units. */
function lanesOf(stored: readonly StoredRow[]): readonly LaneKey[] {
  const inOrder = [...stored].sort((a, b) => a.rank - b.rank || a.transfer - b.transfer);
  const numbers = [...new Set(inOrder.map(({ lane }) => lane))].slice(0, MOST_LANES);
  const ids = laneIds();
  return numbers.flatMap((number) => {
    const id = ids.get(number);
    return id === undefined ? [] : [{ id, number }];
  });
}
