import { isDuplicate, type ScriptError, scriptError } from '../netsuite/scriptErrors';
import { type ExistingRecord, recordsByExternalId, recordsById } from './existing';
import type { PostingProblem, RecordPlan } from './plan';
import { readBackProblem } from './readBack';
import { groupOfKind } from './recordGroups';
import type { PostingTask, Step } from './task';

/**
 * Saves a planned record, once. A save that failed may have saved: another app's script can throw after the record is
 * in, and an external id may be taken by a save whose answer was lost. So the record is looked up before an error is
 * judged: 10 units.
 * @param save returns the internal id
 */
export function saved(task: PostingTask, plan: RecordPlan, save: () => string): Step {
  try {
    return { kind: 'written', plan, recordId: save() };
  } catch (thrown) {
    return afterError(task, plan, scriptError(thrown));
  }
}

/** A record that is there already is taken for the document's where it is as planned. */
export function alreadyThere(plan: RecordPlan, held: ExistingRecord): Step {
  const problem = readBackProblem(plan, held);
  if (problem === null) return { kind: 'written', plan, recordId: held.recordId };
  const { recordType, recordId, number } = held;
  return { kind: 'problem', problem, record: { recordType, recordId, number } };
}

function afterError(task: PostingTask, plan: RecordPlan, error: ScriptError): Step {
  const group = groupOfKind(task.document.kind);
  const held =
    plan.action === 'create'
      ? recordsByExternalId(group, [plan.externalId]).get(plan.externalId)
      : recordsById(group, [plan.recordId ?? '']).get(plan.recordId ?? '');
  if (held === undefined) {
    if (!isDuplicate(error)) return { kind: 'failed', error };
    return { kind: 'problem', problem: cannotBeRead(plan, error), record: null };
  }
  const isOurs = held.stamp === String(task.transfer);
  if (plan.action === 'update')
    return isOurs ? { kind: 'written', plan, recordId: held.recordId } : { kind: 'failed', error };
  if (isOurs || held.stamp === '') return alreadyThere(plan, held);
  // Another version of the document was posted in the meantime; the next attempt finds it and plans a change.
  const message = `Transfer ${held.stamp} posted another version of the document in the meantime.`;
  return { kind: 'failed', error: { code: 'RCRD_HAS_BEEN_CHANGED', message } };
}

/** The record is there, but the role in which the connector runs does not see it. */
export function cannotBeRead(plan: RecordPlan, error: ScriptError | null): PostingProblem {
  return {
    reason: 'Action Needed',
    code: 'RECORD_NOT_READABLE',
    message:
      `NetSuite has a ${plan.recordType} with the external id ${plan.externalId}, but the connector’s role cannot read it` +
      `${error === null ? '' : ` (${error.message})`}.`,
    remedy: 'Let the connector’s role see all subsidiaries and record types that it posts; then retry.',
    waitsFor: null,
  };
}
