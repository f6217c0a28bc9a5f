import * as log from 'N/log';
import type { Budget } from '../../netsuite/budget';
import { scriptError } from '../../netsuite/scriptErrors';
import type { Allotments } from '../policy/allotments';
import { giveLaneBack, takeLane } from '../store/lanes';
import { type ReadyTransfer, readyTransfers } from '../store/readyTransfers';
import { type Finished, postTransfers } from './batch';

/** A lane by both of its names. */
export interface LaneKey {
  /** Internal id. */
  readonly id: number;
  readonly number: number;
}

/** Who works on lanes. */
export interface Claim {
  /** Unique to one execution, unless never two of them run at once: who has the same name takes over what it holds. */
  readonly claimant: string;
  /** How long a lane is the claimant's, in milliseconds: longer than the execution may live. */
  readonly lease: number;
}

/** How documents of lanes are posted. */
export interface PostingOptions {
  /** Whether connections that process in scheduled mode are included. */
  readonly withScheduledMode: boolean;
  /** So many documents share the queries of one batch. */
  readonly batch: number;
  /** So many documents of a connection are posted at most. */
  readonly allotted: Allotments;
  /** So many batches at most; without a number as many as the budget allows. */
  readonly mostBatches?: number;
  /** Causes that are gone, by `goneCauses`: what they held is ready. */
  readonly gone?: readonly string[];
  readonly budget: Budget;
  readonly finished?: Finished;
}

/** A document that is ready again at once (its wait was over, its time had come) is tried so often by one invocation. */
const MOST_TRIES = 3;

/** Units without which a further batch is not begun: its queries, one document, and the way out. */
const UNITS_FOR_BATCH = 300;

/**
 * Takes lanes, works on those that were free, and gives them back: 8 units a lane. A lane that cannot be given back is
 * free again when its lease is over.
 * @returns what the work returns; null where all lanes are held by others
 */
export function withLanes<Result>(
  lanes: readonly LaneKey[],
  { claimant, lease }: Claim,
  work: (lanes: readonly number[]) => Result,
): Result | null {
  const taken: LaneKey[] = [];
  try {
    for (const lane of lanes) {
      if (takeLane(lane.id, claimant, Date.now(), lease)) taken.push(lane);
    }
    return taken.length === 0 ? null : work(taken.map((lane) => lane.number));
  } finally {
    for (const lane of taken) giveBack(lane);
  }
}

/**
 * Posts what is ready in lanes that are held, batch by batch, while units and time allow. What it needs is handed in, so
 * that any script may call it. 10 units and those of {@link postTransfers} a batch.
 * @param lanes numbers of the lanes
 * @returns how many documents were tried
 */
export function postTaken(lanes: readonly number[], options: PostingOptions): number {
  const { withScheduledMode, budget, mostBatches = Number.POSITIVE_INFINITY, gone = [], finished = () => {} } = options;
  const tries = new Map<number, number>();
  const left = new Map(Object.entries(options.allotted));
  for (let batches = 0; batches < mostBatches && budget.allows(UNITS_FOR_BATCH); batches += 1) {
    const usedUp = [...left].filter(([, documents]) => documents <= 0).map(([connection]) => connection);
    const now = new Date().toISOString();
    // One more than a batch says without another query whether this one is the last.
    const ready = readyTransfers(lanes, withScheduledMode, usedUp, options.batch + 1, now, gone);
    const batch = within(
      left,
      ready.slice(0, options.batch).filter((transfer) => (tries.get(transfer.id) ?? 0) < MOST_TRIES),
    );
    const tried = batch.length === 0 ? 0 : postTransfers(batch, budget, finished);
    for (const { id, connection } of batch.slice(0, tried)) {
      tries.set(id, (tries.get(id) ?? 0) + 1);
      const documents = left.get(connection);
      if (documents !== undefined) left.set(connection, documents - 1);
    }
    // Where nothing was left over, this batch was the last one; what has arrived since is for the next run.
    if (tried === 0 || tried < batch.length || ready.length <= options.batch) break;
  }
  return tries.size;
}

/** The transfers, in their order, without those for which their connection has no documents left. */
function within(left: ReadonlyMap<string, number>, transfers: readonly ReadyTransfer[]): readonly ReadyTransfer[] {
  const taken = new Map<string, number>();
  return transfers.filter(({ connection }) => {
    const documents = left.get(connection);
    if (documents === undefined) return true;
    const before = taken.get(connection) ?? 0;
    taken.set(connection, before + 1);
    return before < documents;
  });
}

function giveBack(lane: LaneKey): void {
  try {
    giveLaneBack(lane.id);
  } catch (thrown) {
    const { code, message } = scriptError(thrown);
    log.error({ title: `Lane ${lane.number} was not given back`, details: `${code}: ${message}` });
  }
}
