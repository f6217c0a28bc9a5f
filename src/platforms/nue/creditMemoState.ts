import type { PlatformRequest, Verdict } from '../outbound';
import { objectIn } from '../reads';
import { assumedCreditMemoRequests, isCreditMemoCancelled } from './assumptions';

/** So much of a credit memo is applied to an invoice, as Nue writes it. */
export interface NueApplication {
  readonly invoiceId: string;
  readonly creditMemoId: string;
  readonly transactionAmount: unknown;
}

/** The id of the credit memo that a request asks for; null for other requests. */
export function creditMemoIdIn(request: PlatformRequest): string | null {
  const id = decodeURIComponent(/\/([^/?]+)$/.exec(request.path)?.[1] ?? '');
  return request.method === 'GET' && request.path === assumedCreditMemoRequests.read(id).path ? id : null;
}

/**
 * What is to be sent so that a credit memo ends cancelled, from its state: nothing where it is; else it is unapplied first
 * where it is applied, because Nue cancels no credit memo that is. Pure.
 */
export function followsFromState(id: string, data: unknown): Verdict {
  const listed: readonly unknown[] = Array.isArray(data) ? data : [data];
  const memo = listed.map(objectIn).find((each) => each?.id === id);
  if (memo === undefined || memo === null) {
    return {
      result: 'refused',
      code: 'NUE_NOT_FOUND',
      message: `Nue’s answer does not hold the credit memo "${id}".`,
      remedy: 'Look whether it is in Nue: if not, cancel this transfer; if so, correct the API address; then retry.',
    };
  }
  if (isCreditMemoCancelled(String(memo.status ?? ''))) {
    return { result: 'sent', note: 'It was cancelled in the platform already' };
  }
  const applied = applicationsIn(id, memo.appliedInvoices);
  const unapply = applied.length === 0 ? [] : [assumedCreditMemoRequests.unapply(applied)];
  return { result: 'sent', then: [...unapply, assumedCreditMemoRequests.cancel(id)] };
}

function applicationsIn(creditMemoId: string, value: unknown): readonly NueApplication[] {
  const listed: readonly unknown[] = Array.isArray(value) ? value : [];
  return listed.flatMap((each) => {
    const { invoiceId, transactionAmount } = objectIn(each) ?? {};
    return typeof invoiceId === 'string' ? [{ invoiceId, creditMemoId, transactionAmount }] : [];
  });
}
