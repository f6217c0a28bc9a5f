import { externalId } from '../../netsuite/externalIds';
import type { PostedRecord, RecordPlan } from '../plan';
import { cancellationBlocked, nameOf } from '../problems';
import { groupOfKind } from '../recordGroups';
import { saved } from '../saved';
import { submitPlan } from '../submit';
import type { PostingTask, Step } from '../task';

/**
 * Cancels a customer or item: it is made inactive, so that nobody uses it any more and its history stays. Where work is
 * open with it, a person ends that first. 15 units.
 * @param existing null where NetSuite has no record of it
 * @param open what is open, in words; null for nothing
 */
export function retire(
  task: PostingTask,
  existing: Pick<PostedRecord, 'recordType' | 'recordId'> | null,
  open: string | null,
): Step {
  const { document, transfer } = task;
  if (existing === null) {
    return { kind: 'posted', record: null, notes: ['Nothing to cancel: NetSuite has no record of it'] };
  }
  const { recordType, recordId } = existing;
  if (open !== null) {
    const problem = cancellationBlocked(nameOf(document), recordId, `${open} is open`);
    return { kind: 'problem', problem, record: { recordType, recordId, number: '' } };
  }
  const plan: RecordPlan = {
    action: 'update',
    recordType,
    recordId,
    externalId: externalId(document),
    initialValues: {},
    fields: { isinactive: { checked: true } },
    sublists: {},
    expected: null,
    notes: [`Cancelled: the ${document.kind} was made inactive`],
  };
  return saved(task, plan, () => submitPlan(plan, groupOfKind(document.kind), transfer));
}
