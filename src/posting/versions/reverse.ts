import { documentKey, referenceTo } from '../../documents/keys';
import { scriptError } from '../../netsuite/scriptErrors';
import { reversalIncomplete } from '../problems';
import { saved } from '../saved';
import type { PostingTask, SaveRecoveryPoint, Step } from '../task';
import { reversalProblem } from './changes';
import { readStandings } from './readStandings';
import { planReversal, type ReversalOf, recoveryPoint } from './reversal';
import type { Standing, StandingRecord } from './standing';
import { submitReversal } from './submitVersion';

/** What is to be reversed. */
export interface Reversing extends Omit<ReversalOf, 'document' | 'count'> {
  readonly task: PostingTask;
  readonly standing: Standing;
  readonly saveRecoveryPoint: SaveRecoveryPoint;
}

/** The reversal that stands, or why there is none. */
export type Reversed =
  | { readonly kind: 'reversed'; readonly reversal: StandingRecord; readonly notes: readonly string[] }
  | Exclude<Step, { readonly kind: 'written' }>;

/**
 * Reverses what stands for a document, unless that was done by an earlier attempt, reads it back, and saves the recovery
 * point: 42 units, 52 after an error. Nothing may be written after it that is not written under an external id of its
 * own.
 */
export function reverse({ task, standing, current, period, because, saveRecoveryPoint }: Reversing): Reversed {
  const { document } = task;
  let stands = standing;
  let notes: readonly string[] = [];
  if (standing.reversal === null) {
    const plan = planReversal({ document, current, count: standing.count, period, because });
    const step = saved(task, plan, () => submitReversal(plan, current.recordId, task.transfer));
    if (step.kind !== 'written') return step;
    notes = plan.notes;
    try {
      stands = readAgain(task, current) ?? standing;
    } catch (thrown) {
      return { kind: 'failed', error: scriptError(thrown) };
    }
  }
  const { reversal, current: reversed } = stands;
  if (reversal === null || reversed === null) {
    const message = `The credit memo that reverses invoice ${current.recordId} cannot be read.`;
    return { kind: 'failed', error: { code: 'UNEXPECTED_ERROR', message } };
  }
  const incomplete = reversalProblem(reversed, reversal);
  if (incomplete !== null) {
    const { recordType, recordId, number } = reversal;
    return {
      kind: 'problem',
      problem: reversalIncomplete(recordId, reversed.recordId, incomplete),
      record: { recordType, recordId, number },
    };
  }
  try {
    saveRecoveryPoint(task, recoveryPoint(stands));
  } catch (thrown) {
    return { kind: 'failed', error: scriptError(thrown) };
  }
  return { kind: 'reversed', reversal, notes };
}

function readAgain({ document }: PostingTask, { recordId }: StandingRecord): Standing | undefined {
  return readStandings([{ document, recordId }]).get(documentKey(document.connection, referenceTo(document)));
}
