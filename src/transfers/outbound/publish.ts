import { startBudget } from '../../netsuite/budget';
import { mayPost } from '../../netsuite/callers';
import { deploymentId } from '../../netsuite/deployments';
import { LANE_LEASE } from '../policy/lanes';
import { type LaneKey, withLanes } from '../runs/lanes';
import { submitRun } from '../runs/submit';
import { lanesToSend, readyChanges } from './readyChanges';
import { sendChanges } from './sendChanges';
import { sendersNow } from './senders';

/**
 * Sends what changed in NetSuite to the platforms. getInputData finds the lanes that have changes to send; each reduce
 * invocation takes one lane, sends within its limits and gives it back; when a run ends and work is left, it starts the
 * next one. Nothing is kept but in the transfers, so a run may end anywhere: what was sent without a note of it is sent
 * again, which platforms take as the same.
 */

/** So many changes share the queries of one batch. */
const BATCH = 50;

/** Stop after so many seconds; a request may take 45 more, and NetSuite ends a reduce invocation after 900. */
const SECONDS = 600;

/** Units of the 5,000 of a reduce invocation that are left alone. */
const RESERVE = 500;

/** Units without which a further batch is not begun: its queries and one change. */
const UNITS_FOR_BATCH = 250;

/** The lanes to send, as keys in the order in which they are reduced. 40 units. */
export function lanesToPublish(): Record<string, string> {
  if (!mayPost()) return {};
  const senders = sendersNow();
  if (senders.size === 0) return {};
  const lanes = lanesToSend(senders, deploymentId(), new Date().toISOString());
  return Object.fromEntries(
    lanes.map(({ id, number }) => [String(number).padStart(2, '0'), JSON.stringify({ id, number } satisfies LaneKey)]),
  );
}

/**
 * Sends what is ready in a lane, in order: 8 units, 30 for the settings, 20 a batch and 12 for each change.
 * @param value an element of {@link lanesToPublish}
 * @returns how many changes were sent, tried or cancelled; a lane that another run holds is left to it
 */
export function publishLane(value: string): number {
  const budget = startBudget(SECONDS, RESERVE);
  const lane = JSON.parse(value) as LaneKey;
  const send = (lanes: readonly number[]): number => {
    let done = 0;
    while (budget.allows(UNITS_FOR_BATCH)) {
      // Read for every batch: another run may have been asked to let a connection rest.
      const senders = sendersNow();
      if (senders.size === 0) break;
      const changes = readyChanges(lanes, senders, BATCH, new Date().toISOString());
      if (changes.length === 0) break;
      const batch = sendChanges(changes, senders, budget);
      done += batch.done;
      if (batch.isCutShort || batch.done === 0 || changes.length < BATCH) break;
    }
    return done;
  };
  return withLanes([lane], { claimant: deploymentId(), lease: LANE_LEASE }, send) ?? 0;
}

/** Starts the next run where work is left and this one got on; without progress the schedule tries again. 30 to 60 units. */
export function continuePublishing(done: number): void {
  if (done === 0 || !mayPost()) return;
  const senders = sendersNow();
  if (senders.size === 0 || lanesToSend(senders, deploymentId(), new Date().toISOString()).length === 0) return;
  submitRun('customscript_obc_publish');
}
