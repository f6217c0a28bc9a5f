import { zuoraInvoice } from '../payloads';
import { observeBooks } from '../world/books';
import { callUntilAcknowledged, documentsCall } from '../world/outside';
import type { Flow } from './flow';

/** One call with one invoice, which brings its customer and its items along. */
export const zuoraInvoiceFlow: Flow = {
  name: 'zuora-invoice',
  kind: 'single call',
  prepare: async () => {},
  act: async (ground) => {
    await callUntilAcknowledged(ground, [documentsCall('zuora', [{ kind: 'invoice', data: zuoraInvoice('1') }])]);
  },
  observe: ({ account }) => observeBooks(account),
};
