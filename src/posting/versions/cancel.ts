import type { Directory } from '../plan';
import { cancellationBlocked, nameOf } from '../problems';
import type { PostingTask, SaveRecoveryPoint, Step } from '../task';
import { isCreditedInFull, reasonAgainstReversal, reversalPeriod } from './changes';
import { linkNames } from './linkNames';
import { reverse } from './reverse';
import type { Standing } from './standing';

/** A posted invoice that is to be cancelled. */
export interface PostedCancellation {
  readonly task: PostingTask;
  /** Null where nothing of the document is in NetSuite. */
  readonly standing: Standing | null;
  readonly directory: Directory;
  readonly saveRecoveryPoint: SaveRecoveryPoint;
}

/**
 * Cancels an invoice by a credit memo that is applied to all of it (DESIGN 8): both stay in the books and can be
 * followed. Where nothing is left of the document, nothing is written. No units, or 42.
 */
export function cancelInvoice({ task, standing, directory, saveRecoveryPoint }: PostedCancellation): Step {
  const { document, settings } = task;
  const current = standing?.current ?? null;
  if (standing === null || current === null) return done(null, 'Nothing to cancel: NetSuite has no record of it');
  const invoice = `invoice ${current.number} (internal id ${current.recordId})`;
  if (standing.reversal === null) {
    if (current.isVoided) return done(current, `Nothing to cancel: ${invoice} was voided in NetSuite`);
    if (isCreditedInFull(current)) {
      return done(current, `Nothing to cancel: ${invoice} is credited in full by ${linkNames(current.links)}`);
    }
    const blocked = reasonAgainstReversal(current);
    if (blocked !== null) {
      const problem = cancellationBlocked(nameOf(document), current.recordId, blocked);
      return { kind: 'problem', problem, record: referenceOf(current) };
    }
  }
  const period = standing.reversal === null ? reversalPeriod(current, directory, settings) : ANY_PERIOD;
  if (!period.ok) return { kind: 'problem', problem: period.error, record: referenceOf(current) };
  const reversed = reverse({ task, standing, current, period: period.value, because: 'cancelled', saveRecoveryPoint });
  if (reversed.kind !== 'reversed') return reversed;
  const notes = [...reversed.notes, `Cancelled: ${invoice} is taken back by this credit memo`];
  return { kind: 'posted', record: referenceOf(reversed.reversal), notes };
}

/** What is reversed already needs none. */
const ANY_PERIOD = { ok: true, value: { id: '', note: null } } as const;

function done(current: Standing['current'], note: string): Step {
  return { kind: 'posted', record: current === null ? null : referenceOf(current), notes: [note] };
}

function referenceOf({ recordType, recordId, number }: NonNullable<Standing['current']>) {
  return { recordType, recordId, number };
}
