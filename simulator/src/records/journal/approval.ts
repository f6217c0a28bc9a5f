import { isPreferred } from '../../company/settings';
import { PERMISSION_LEVELS } from '../../permissions/levels';
import { requirePermission } from '../../permissions/require';
import type { FieldValue, RecordData } from '../data';
import type { RecordContext } from '../recordType';

/** Letters of `transaction.status`. */
export const PENDING = 'A';
export const APPROVED = 'B';

const APPROVED_STATUS = '2';

/** Require Approvals on Journal Entries, and Approval Routing: Journal Entries (bridgehead_N3258805). */
const REQUIRED = 'JOURNALAPPROVALS';
const ROUTED = 'CUSTOMAPPROVALJOURNAL';

/** `approved` and `approvalstatus` of a new journal: what needs no approval is approved. */
export function initialApproval({ account }: RecordContext, data: RecordData): void {
  const isRouted = isPreferred(account, ROUTED);
  data.fields.approved = !isRouted && !isPreferred(account, REQUIRED);
  data.fields.approvalstatus = isRouted ? '1' : APPROVED_STATUS;
}

/**
 * The letter of a journal: it posts when it is approved (bridgehead_N1469586), with approval routing by
 * `approvalstatus`, otherwise by the box `approved`. Where approvals are required, approving, and changing what is
 * approved, takes the permission Journal Approval at level Edit.
 */
export function approvalOf({ account, caller }: RecordContext, data: RecordData, stored: RecordData | null): string {
  if (isPreferred(account, ROUTED)) {
    data.fields.approved = data.fields.approvalstatus === APPROVED_STATUS;
    return data.fields.approved ? APPROVED : PENDING;
  }
  if (!isPreferred(account, REQUIRED)) data.fields.approved = true;
  else if (data.fields.approved === true || stored?.fields.approved === true) {
    requirePermission(account, caller.user, 'TRAN_JOURNALAPPRV', PERMISSION_LEVELS.EDIT);
  }
  data.fields.approvalstatus = data.fields.approved === true ? APPROVED_STATUS : '1';
  return data.fields.approved === true ? APPROVED : PENDING;
}

export function isApproved(status: FieldValue | undefined): boolean {
  return status === APPROVED;
}
