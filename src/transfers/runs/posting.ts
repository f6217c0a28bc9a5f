import * as runtime from 'N/runtime';
import { startBudget } from '../../netsuite/budget';
import { mayPost } from '../../netsuite/callers';
import { LANE_LEASE, shareOut } from '../policy/lanes';
import { lanesWithWork } from '../store/readyTransfers';
import { type LaneKey, postTaken, withLanes } from './lanes';
import { submitRun } from './submit';

/**
 * Posts the documents that are ready. getInputData finds the lanes that have work; each reduce invocation takes one
 * lane, or several that have little, posts them batch by batch within its limits, and gives them back; when a run ends and work is left, it starts the
 * next one. Nothing is kept but in the transfers, so a run may end anywhere.
 */

/** So many documents share the queries of one batch. */
const BATCH = 50;

/** Stop after so many seconds; NetSuite ends a reduce invocation after 900 (section_161591009480). */
const SECONDS = 600;

/** Units of the 5,000 of a reduce invocation that are left alone. */
const RESERVE = 1_000;

/** The lanes to work on, in shares, as keys in the order in which they are reduced. 10 units. */
export function lanesToPost(): Record<string, string> {
  if (!mayPost()) return {};
  const lanes = lanesWithWork(includesScheduledMode(), claimant(), new Date().toISOString());
  const shares = shareOut(lanes, BATCH).map((share) => share.map(({ id, number }): LaneKey => ({ id, number })));
  return Object.fromEntries(shares.map((share, index) => [String(index).padStart(2, '0'), JSON.stringify(share)]));
}

/**
 * Posts what is ready in a share of the lanes, in order. 8 units a lane, 10 for the settings, about 70 a batch, and 32
 * for each invoice, 17 for each customer or item.
 * @param value an element of {@link lanesToPost}
 * @returns how many documents were tried; lanes that another run holds are left to it
 */
export function postLanes(value: string): number {
  const budget = startBudget(SECONDS, RESERVE);
  const lanes = JSON.parse(value) as readonly LaneKey[];
  const withScheduledMode = includesScheduledMode();
  const post = (taken: readonly number[]): number => postTaken(taken, { withScheduledMode, batch: BATCH, budget });
  return withLanes(lanes, { claimant: claimant(), lease: LANE_LEASE }, post) ?? 0;
}

/** Starts the next run where work is left and this one got on; without progress the schedule tries again. 10 to 30 units. */
export function continuePosting(tried: number): void {
  if (tried === 0 || !mayPost()) return;
  const scheduled = includesScheduledMode();
  if (lanesWithWork(scheduled, claimant(), new Date().toISOString()).length === 0) return;
  submitRun('customscript_obc_post', { custscript_obc_post_scheduled: scheduled });
}

/** Of a deployment one instance runs at a time, so it may take again the lanes that it held when it died. */
function claimant(): string {
  return runtime.getCurrentScript().deploymentId;
}

function includesScheduledMode(): boolean {
  const value = runtime.getCurrentScript().getParameter({ name: 'custscript_obc_post_scheduled' });
  return value === true || value === 'T';
}
