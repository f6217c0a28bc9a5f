import { nueCreditMemo } from '../../integration/support/creditMemos';
import { nueInvoice } from '../../integration/support/invoices';
import { observeBooks } from '../world/books';
import { callUntilAcknowledged, documentsCall } from '../world/outside';
import { recover } from '../world/recover';
import type { Flow } from './flow';

/** A credit memo of Nue is applied to one invoice, and a newer version of it to another one. */
export const nueCreditMemoFlow: Flow = {
  name: 'nue-credit-memo',
  kind: 'credit memo',
  prepare: async (ground) => {
    const invoices = ['c1', 'c2'].map((id) => ({ kind: 'invoice', data: nueInvoice(id, undefined, 'customer-c') }));
    await callUntilAcknowledged(ground, [documentsCall('nue', invoices)]);
    await recover(ground.account, 60 * 60_000);
  },
  act: async (ground) => {
    const memo = (version: number, applied: Readonly<Record<string, number>>) =>
      documentsCall('nue', [
        { kind: 'creditMemo', data: nueCreditMemo('c', { customer: 'customer-c', version, applied }) },
      ]);
    await callUntilAcknowledged(ground, [memo(1, { c1: 60 })]);
    await recover(ground.account);
    await callUntilAcknowledged(ground, [memo(2, { c1: 60, c2: 40 })]);
  },
  observe: ({ account }) => observeBooks(account),
};
