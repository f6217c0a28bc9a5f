import { defaultPeriod, periodById } from '../../accounting/periods';
import { isPreferred } from '../../company/settings';
import type { RecordData } from '../data';
import { keyIn, type RecordContext } from '../recordType';
import { userError } from '../validation';
import { isoDate } from '../values/dates';
import { transactionDay } from './sourceBody';

/** The preference Approval Routing, Invoices (bridgehead_N3258805). */
const ROUTED = 'CUSTOMAPPROVALCUSTINVC';

/** Values of `approvalstatus`. */
const PENDING = '1';
const APPROVED = '2';
const REJECTED = '3';

/** What an invoice's approval makes of it: whether it posts, and its status letter where it does not. */
export interface Approval {
  readonly isPosting: boolean;
  readonly letter: 'D' | 'E' | null;
}

/** New invoices wait for approval where approval routing is on for them (section_N1235332), and need none otherwise. */
export function startApproval({ account }: RecordContext, data: RecordData): void {
  data.fields.approvalstatus = isPreferred(account, ROUTED) ? PENDING : APPROVED;
}

/**
 * Where approval routing is on, an invoice posts when it is approved and not before (bridgehead_4025082250); anybody who
 * may edit it may set its status. Without routing the status that a script gives is ignored, and all are approved
 * (assumed).
 */
export function approvalOf({ account }: RecordContext, data: RecordData): Approval {
  if (!isPreferred(account, ROUTED)) {
    // What waited when routing was turned off stays as it is.
    if (data.id === null || !data.fields.approvalstatus) data.fields.approvalstatus = APPROVED;
  }
  switch (data.fields.approvalstatus) {
    case PENDING:
      return { isPosting: false, letter: 'D' };
    case REJECTED:
      return { isPosting: false, letter: 'E' };
    default:
      return { isPosting: true, letter: null };
  }
}

/** An invoice that was paid in part has posted, and cannot go back to wait for approval or be rejected (assumed). */
export function refuseWithdrawal(data: RecordData, paid: { gt(value: number): boolean }, approval: Approval): void {
  if (!approval.isPosting && data.id !== null && paid.gt(0)) {
    throw userError('The approval of an invoice that payments or credits are applied to cannot be taken back.');
  }
}

/**
 * The posting period of an invoice is determined when it is approved, and may differ from the one that it showed before
 * (section_N1452509): where that has been closed meanwhile, it is the default for the invoice's date.
 */
export function determinePeriod({ account }: RecordContext, data: RecordData, stored: RecordData | null): void {
  const shown = keyIn(data.fields.postingperiod);
  if (stored === null || shown === null || stored.fields.postingperiod !== data.fields.postingperiod) return;
  if (!periodById(account, shown)?.isClosed) return;
  const today = isoDate(new Date(account.clock.now()));
  data.fields.postingperiod = String(defaultPeriod(account, transactionDay(account, data), today).id);
}
