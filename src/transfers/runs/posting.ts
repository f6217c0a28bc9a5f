import * as runtime from 'N/runtime';
import { startBudget } from '../../netsuite/budget';
import { mayPost } from '../../netsuite/callers';
import { deploymentId } from '../../netsuite/deployments';
import { type Allotments, allot, joinAllotments } from '../policy/allotments';
import { LANE_LEASE, shareOut } from '../policy/lanes';
import { goneCauses } from '../store/heldCauses';
import { lanesWithWork } from '../store/readyTransfers';
import type { Finished } from './batch';
import { startFetching } from './fetching';
import { noteStart } from './heartbeat';
import { type LaneKey, postTaken, withLanes } from './lanes';
import { limitsOf } from './limits';
import { submitPosting } from './submit';

/**
 * Posts the documents that are ready. getInputData finds the lanes that have work; each reduce invocation takes one
 * lane, or several that have little, posts them batch by batch within its limits, and gives them back; when a run ends
 * and work is left, it submits the next one. Nothing is kept but in the transfers, so a run may end anywhere.
 */

/** So many documents share the queries of one batch. */
const BATCH = 50;

/** Stop after so many seconds; NetSuite ends a reduce invocation after 900 (section_161591009480). */
const SECONDS = 600;

/** Units of the 5,000 of a reduce invocation that are left alone. */
const RESERVE = 1_000;

/** Lanes for one reduce invocation, and how many documents of connections that have a limit it may post. */
interface Share {
  readonly lanes: readonly LaneKey[];
  readonly allotted: Allotments;
  /** Causes that are gone: what they held is ready. */
  readonly gone: readonly string[];
}

/** What a reduce invocation did. */
export interface ShareResult {
  /** How many of its lanes were free. */
  readonly taken: number;
  /** How many documents were tried. */
  readonly tried: number;
  /** Whether something was ready because its cause was gone. */
  readonly hadGone: boolean;
  /** Whether something came to wait for another document, which may have to be fetched. */
  readonly waits: boolean;
}

/**
 * The lanes to work on, in shares, as keys in the order in which they are reduced. 30 units, up to 50 more where
 * something is held whose cause may be gone; 12 more where scheduled mode is included, for the mark by which acceptance
 * knows that the schedules are alive.
 */
export function lanesToPost(): Record<string, string> {
  if (!mayPost()) return {};
  if (includesScheduledMode()) noteStart(Date.now());
  const gone = goneCauses();
  const lanes = lanesWithWork(includesScheduledMode(), deploymentId(), new Date().toISOString(), gone);
  if (lanes.length === 0) return {};
  const limits = limitsOf(isFollowUp());
  const shares = shareOut(allot(lanes, limits), BATCH).map(
    (share): Share => ({
      lanes: share.map(({ id, number }) => ({ id, number })),
      allotted: joinAllotments(share, limits),
      gone,
    }),
  );
  return Object.fromEntries(shares.map((share, index) => [String(index).padStart(2, '0'), JSON.stringify(share)]));
}

/**
 * Posts what is ready in a share of the lanes, in order. 8 units a lane, 10 for the settings, about 70 a batch, and 32
 * for each invoice, 17 for each customer or item. Lanes that another run holds are left to it.
 * @param value an element of {@link lanesToPost}
 */
export function postLanes(value: string): ShareResult {
  const budget = startBudget(SECONDS, RESERVE);
  const { lanes, allotted, gone } = JSON.parse(value) as Share;
  const withScheduledMode = includesScheduledMode();
  const hadGone = gone.length > 0;
  let waits = false;
  const finished: Finished = (_transfer, outcome) => {
    waits = waits || (outcome.status === 'Not Transferred' && outcome.reason === 'Waiting');
  };
  const post = (taken: readonly number[]): ShareResult => {
    const tried = postTaken(taken, { withScheduledMode, batch: BATCH, allotted, gone, budget, finished });
    return { hadGone, taken: taken.length, tried, waits };
  };
  return (
    withLanes(lanes, { claimant: deploymentId(), lease: LANE_LEASE }, post) ?? { taken: 0, tried: 0, hadGone, waits }
  );
}

/**
 * Submits the next run where work is left, or has come to a lane while it was held, and this run got on; without
 * progress the schedule tries again. To the number of documents per run both are one run: work of a connection that has
 * such a number starts none. 10 units where nothing is left, else 40; up to 60 more where causes were gone,
 * 20 or 40 more where something came to wait.
 */
export function continuePosting(results: readonly ShareResult[]): void {
  if (results.some(({ waits }) => waits) && mayPost()) startFetching();
  if (!results.some(({ taken }) => taken > 0) || !mayPost()) return;
  const withScheduledMode = includesScheduledMode();
  // What was found gone may hold more than this run could do; what is gone since then is for the next schedule.
  const gone = results.some(({ hadGone }) => hadGone) ? goneCauses() : [];
  const lanes = lanesWithWork(withScheduledMode, deploymentId(), new Date().toISOString(), gone);
  if (lanes.length === 0 || allot(lanes, limitsOf(true)).length === 0) return;
  submitPosting({ withScheduledMode, isFollowUp: true });
}

function includesScheduledMode(): boolean {
  return isChecked('custscript_obc_post_scheduled');
}

function isFollowUp(): boolean {
  return isChecked('custscript_obc_post_follow_up');
}

function isChecked(parameter: string): boolean {
  const value = runtime.getCurrentScript().getParameter({ name: parameter });
  return value === true || value === 'T';
}
