import { documentKey, referenceTo } from '../../documents/keys';
import { scriptError } from '../../netsuite/scriptErrors';
import type { RecordPlan } from '../plan';
import { cancellationBlocked, nameOf } from '../problems';
import { saved } from '../saved';
import { submitPlan } from '../submit';
import type { PostingTask, SaveRecoveryPoint, Step } from '../task';
import { reversalId } from '../versions/parts';
import { readStandings } from '../versions/readStandings';
import type { Standing, StandingRecord } from '../versions/standing';
import { loadTransaction } from '../versions/submitVersion';
import { chargeBackProblem, planChargeBack, reasonAgainstChargeBack } from './chargeBack';
import { applyOnlyTo } from './submit';

/** A posted credit memo that is to be cancelled. */
export interface CreditMemoCancellation {
  readonly task: PostingTask;
  /** Null where nothing of the document is in NetSuite. */
  readonly standing: Standing | null;
  readonly saveRecoveryPoint: SaveRecoveryPoint;
}

/**
 * Cancels a credit memo (DESIGN 8): an invoice with its lines takes it back, and it is applied to that invoice alone, so
 * that what it was applied to is owed again; both stay in the books. Each step is found again by what NetSuite holds.
 * Where nothing is left of the document, or it was voided, nothing is written. No units, or up to 110.
 */
export function cancelCreditMemo(cancellation: CreditMemoCancellation): Step {
  const { task, standing } = cancellation;
  const current = standing?.current ?? null;
  if (standing === null || current === null) return done(null, 'Nothing to cancel: NetSuite has no record of it');
  const memo = `credit memo ${current.number} (internal id ${current.recordId})`;
  if (current.isVoided) return done(current, `Nothing to cancel: ${memo} was voided in NetSuite`);
  try {
    let stands: Standing = standing;
    if (standing.reversal === null) {
      const step = chargeBack(cancellation, standing, current);
      if (step.kind !== 'written') return step;
      stands = readAgain(task, current) ?? standing;
    }
    const { reversal } = stands;
    if (reversal === null) return failed(`The invoice that charges back ${memo} cannot be read.`);
    cancellation.saveRecoveryPoint(task, `invoice ${reversal.recordId} charges back creditmemo ${current.recordId}`);
    if (chargeBackProblem(current, reversal) !== null) {
      const step = saved(task, keptPlan(current), () =>
        applyOnlyTo(current.recordId, reversal.recordId, task.transfer),
      );
      if (step.kind !== 'written') return step;
      stands = readAgain(task, current) ?? stands;
    }
    const problem = chargeBackProblem(current, stands.reversal ?? reversal);
    if (problem !== null) return blocked(task, current, problem);
    return done(reversal, `Cancelled: ${memo} is taken back by this invoice`);
  } catch (thrown) {
    return { kind: 'failed', error: scriptError(thrown) };
  }
}

/** Posts the invoice: 40 units. */
function chargeBack({ task }: CreditMemoCancellation, standing: Standing, current: StandingRecord): Step {
  const reason = reasonAgainstChargeBack(current);
  if (reason !== null) return blocked(task, current, reason);
  const { held } = loadTransaction(current.recordType, current.recordId);
  const plan = planChargeBack(current, held, reversalId(task.document, standing.count + 1));
  return saved(task, plan, () => submitPlan(plan, 'transaction', task.transfer));
}

/** The credit memo as it is, with other applications. */
function keptPlan(current: StandingRecord): RecordPlan {
  return {
    action: 'update',
    recordType: current.recordType,
    recordId: current.recordId,
    externalId: current.externalId,
    initialValues: {},
    fields: {},
    sublists: {},
    expected: null,
    notes: [],
  };
}

function readAgain({ document }: PostingTask, { recordId }: StandingRecord): Standing | undefined {
  return readStandings([{ document, recordId }]).get(documentKey(document.connection, referenceTo(document)));
}

function blocked({ document }: PostingTask, current: StandingRecord, reason: string): Step {
  const problem = cancellationBlocked(nameOf(document), current.recordId, reason);
  return { kind: 'problem', problem, record: referenceOf(current) };
}

function failed(message: string): Step {
  return { kind: 'failed', error: { code: 'UNEXPECTED_ERROR', message } };
}

function done(record: StandingRecord | null, note: string): Step {
  return { kind: 'posted', record: record === null ? null : referenceOf(record), notes: [note] };
}

function referenceOf({ recordType, recordId, number }: StandingRecord) {
  return { recordType, recordId, number };
}
