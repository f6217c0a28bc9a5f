import { isPreferred, preference, systemAccount } from '../../company/settings';
import type { Account } from '../../kernel/account';
import { notSupported } from '../../kernel/errors';
import type { RecordData } from '../data';
import { type RecordContext, textIn } from '../recordType';
import { invalidKey, userError } from '../validation';
import { HELD, orderLines } from './orderProgress';

/** Letters of `orderstatus` that a script may set: approved or not, and cancelled. The system sets the others. */
const PENDING_APPROVAL = 'A';
const APPROVED = 'B';
const CANCELLED = 'C';

/**
 * The status of a new order: the accounting preferences Default Sales Order Status and Default Return Auth. Status
 * (section_N1305008), whose ids are those of bridgehead_N3258805; the value PENDING_APPROVAL is assumed. Without them no
 * approval is asked for.
 */
export function defaultOrderStatus({ account }: RecordContext, preferenceId: string): string {
  return preference(account, preferenceId) === 'PENDING_APPROVAL' ? PENDING_APPROVAL : APPROVED;
}

/**
 * The letter with which an order is written, from which its progress is worked out again.
 *
 * An order can be approved, and set back to Pending Approval as long as nothing of it was fulfilled or billed
 * (section_N1218788). It can be cancelled as long, and then stays so (section_N1220604). Every other letter is the
 * system's own: one that differs from the stored is refused (INVALID_KEY_OR_REF, assumed).
 */
export function orderStatus({ account }: RecordContext, data: RecordData, stored: RecordData | null): string {
  const before = stored === null ? null : textIn(stored.fields.orderstatus);
  const given = textIn(data.fields.orderstatus) || before || APPROVED;
  if (given === before) return needsNewApproval(account, stored) ? PENDING_APPROVAL : before;
  if (before === CANCELLED) throw userError('This order has been cancelled and cannot be changed.');
  if (given === APPROVED) return APPROVED;
  if (given === PENDING_APPROVAL || (given === CANCELLED && stored !== null)) {
    if (stored?.id && hasStarted(account, Number(stored.id))) {
      throw userError('The status of an order that is fulfilled or billed in part cannot be changed.');
    }
    return given;
  }
  throw invalidKey('orderstatus', given);
}

/**
 * With the preference Require Re-approval on Edit of Sales Order (REAPPROVESOONEDIT) an approved order waits for approval
 * again when it is edited, unless part of it was fulfilled or billed (section_N1218788).
 */
function needsNewApproval(account: Account, stored: RecordData | null): boolean {
  if (stored?.type !== 'salesorder' || !stored.id || !isPreferred(account, 'REAPPROVESOONEDIT')) return false;
  return !HELD.has(textIn(stored.fields.orderstatus)) && !hasStarted(account, Number(stored.id));
}

function hasStarted(account: Account, order: number): boolean {
  return orderLines(account, order).some((line) => line.billed.gt(0) || line.moved.gt(0));
}

/** Lines that were billed, shipped or received cannot be taken from an order, nor made smaller than that (assumed). */
export function checkContinuedLines({ account }: RecordContext, data: RecordData): void {
  if (data.id === null) return;
  const kept = new Map((data.sublists.item ?? []).map((line) => [textIn(line.fields.line), line.fields.quantity]));
  for (const line of orderLines(account, Number(data.id))) {
    if (line.billed.eq(0) && line.moved.eq(0)) continue;
    if (!kept.has(String(line.id))) {
      throw userError('You cannot remove this line because other transactions are linked to it.');
    }
    const quantity = kept.get(String(line.id));
    if (typeof quantity === 'number' && (line.billed.gt(Math.abs(quantity)) || line.moved.gt(Math.abs(quantity)))) {
      throw userError('The quantity of a line cannot be less than what was fulfilled or billed of it.');
    }
  }
}

/** The non-posting account in whose register orders are kept (section_N1306234). */
export function orderAccount({ account }: RecordContext, purpose: 'salesOrders' | 'returnAuthorizations'): number {
  const found =
    systemAccount(account, purpose) ??
    account.store.get<{ id: number }>("SELECT id FROM account WHERE accttype = 'NonPosting' ORDER BY id LIMIT 1")?.id;
  if (found === undefined) throw notSupported(`orders in a company without a non-posting account (${purpose})`);
  return found;
}
