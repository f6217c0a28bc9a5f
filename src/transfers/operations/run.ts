import { type Budget, startBudget } from '../../netsuite/budget';
import { mayPost } from '../../netsuite/callers';
import { deploymentId } from '../../netsuite/deployments';
import { scriptError } from '../../netsuite/scriptErrors';
import { LANE_LEASE } from '../policy/lanes';
import { withLanes } from '../runs/lanes';
import { submitRun } from '../runs/submit';
import { laneIds } from '../store/lanes';
import { performOn } from './perform';
import { isThroughWith, type LanePass } from './policy/progress';
import { startRunsOf } from './startRuns';
import { leftByLane, nextOfLane } from './store/matching';
import {
  finishOperation,
  noteOperationError,
  openOperations,
  operationsById,
  type StoredOperation,
} from './store/operations';
import { readTransferRows } from './store/rows';
import { withUnnoted } from './unnoted';

/**
 * Works off the stored operations, lane by lane. getInputData finds the lanes that have transfers left, each reduce
 * invocation takes one and changes them. That a transfer was changed stands in its own history, in the same write; so a
 * run may end anywhere, and what is run again changes nothing twice.
 */

/** Stop after so many seconds; NetSuite ends a reduce invocation after 900 (section_161591009480). */
const SECONDS = 600;

/** Units of the 5,000 of a reduce invocation that are left alone. */
const RESERVE = 100;

/** So many transfers are read by one query. */
const PAGE = 100;

/** Units for one transfer at most: its history read whole, and the change. */
const UNITS_FOR_ONE = 4;

/** Units that must stay for the next query, a note of an error, and the lane's return. */
const UNITS_TO_END = 60;

interface LaneWork {
  /** Internal id. */
  readonly id: number;
  readonly number: number;
  /** Internal ids, oldest first. */
  readonly operations: readonly number[];
}

/** The lanes to work on, one key each, and finishes what has nothing left. 20 units, and 12 for each open operation. */
export function lanesToOperate(): Record<string, string> {
  if (!mayPost()) return {};
  const work = new Map<number, number[]>();
  for (const operation of openOperations()) {
    const left = leftByLane(operation);
    if (left.size === 0) finishOperation(operation.id, new Date().toISOString());
    for (const lane of left.keys()) work.set(lane, [...(work.get(lane) ?? []), operation.id]);
  }
  if (work.size === 0) return {};
  const ids = laneIds();
  const keys: Record<string, string> = {};
  for (const [number, operations] of work) {
    const id = ids.get(number);
    if (id === undefined) continue;
    keys[String(number).padStart(2, '0')] = JSON.stringify({ id, number, operations } satisfies LaneWork);
  }
  return keys;
}

/**
 * Does what is left of operations in a lane: 8 units, 30 for each operation, 20 to 50 for each 100 transfers, 2 to 4 for
 * each transfer. A lane that is busy is left to the next run.
 * @param value an element of {@link lanesToOperate}
 */
export function operateInLane(value: string): readonly LanePass[] {
  const { id, number, operations } = JSON.parse(value) as LaneWork;
  const budget = startBudget(SECONDS, RESERVE);
  // Of a deployment one instance runs at a time, and a lane is one key of it.
  const claimant = deploymentId();
  const passes = withLanes([{ id, number }], { claimant, lease: LANE_LEASE }, () =>
    operationsById(operations)
      .filter(({ status }) => status === 'Open')
      .map((operation) => passThrough(operation, number, budget)),
  );
  return passes ?? [];
}

/** Finishes the operations that went through all lanes, starts posting, and the next run where this one got on. */
export function continueOperations(passes: readonly LanePass[]): void {
  if (passes.length === 0 || !mayPost()) return;
  let isOpen = false;
  for (const operation of openOperations()) {
    if (isThroughWith(operation.id, Array.from(leftByLane(operation).keys()), passes)) {
      finishOperation(operation.id, new Date().toISOString());
    } else isOpen = true;
  }
  if (!passes.some(({ changed }) => changed > 0)) return;
  startRunsOf(passes.filter(({ changed }) => changed > 0).map(({ lane }) => lane));
  if (isOpen) submitRun('customscript_obc_operations');
}

function passThrough(operation: StoredOperation, lane: number, budget: Budget): LanePass {
  const doer = { who: `${operation.by}, operation ${operation.id}`, why: operation.why };
  let changed = 0;
  let failed = 0;
  const pass = (isThrough: boolean): LanePass => ({ operation: operation.id, lane, changed, isThrough });
  for (let after = 0; ; ) {
    if (!budget.allows(UNITS_FOR_ONE + UNITS_TO_END)) return pass(false);
    const ids = nextOfLane(operation, lane, after, PAGE);
    const read = Array.from(readTransferRows(ids).values());
    const rows = new Map(
      (operation.operation === 'cancel' ? withUnnoted(read) : read).map((row) => [row.id, row] as const),
    );
    for (const id of ids) {
      if (!budget.allows(UNITS_FOR_ONE + UNITS_TO_END)) return pass(false);
      const row = rows.get(id);
      after = id;
      if (row === undefined || row.history().includes(` ${doer.who}: `)) continue;
      try {
        if (performOn(operation.operation, row, doer, new Date().toISOString()).outcome === 'changed') changed += 1;
      } catch (thrown) {
        const { code, message } = scriptError(thrown);
        // One is noted; the others of the lane may still go.
        if (failed === 0) noteOperationError(operation.id, `Transfer ${id}: ${code}: ${message}`);
        failed += 1;
      }
    }
    if (ids.length < PAGE) return pass(failed === 0);
  }
}
