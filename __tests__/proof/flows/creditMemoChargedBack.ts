import { nueCreditMemo } from '../../integration/support/creditMemos';
import { nueInvoice } from '../../integration/support/invoices';
import { observeBooks } from '../world/books';
import { callUntilAcknowledged, documentsCall, withdrawal } from '../world/outside';
import { recover } from '../world/recover';
import type { Flow } from './flow';

/** DELETE of a posted credit memo that is applied: an invoice takes it back, once, and it is applied to that one alone. */
export const creditMemoChargedBackFlow: Flow = {
  name: 'credit-memo-charged-back',
  kind: 'cancellation',
  prepare: async (ground) => {
    const customer = 'customer-e';
    const documents = [
      { kind: 'invoice', data: nueInvoice('e', undefined, customer) },
      { kind: 'creditMemo', data: nueCreditMemo('e', { customer, applied: { e: 60 } }) },
    ];
    await callUntilAcknowledged(ground, [documentsCall('nue', documents)]);
    await recover(ground.account, 60 * 60_000);
  },
  act: async (ground) => {
    await callUntilAcknowledged(ground, [withdrawal('nue', 'creditMemo', 'memo-e')]);
  },
  observe: ({ account }) => observeBooks(account),
};
