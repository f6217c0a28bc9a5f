import { observeBooks } from '../world/books';
import { callUntilAcknowledged, withdrawal } from '../world/outside';
import type { Flow } from './flow';
import { postFirst } from './postedInvoice';

/** DELETE of a posted invoice: a credit memo takes all of it back, once. */
export const invoiceCancelledFlow: Flow = {
  name: 'invoice-cancelled',
  kind: 'cancellation',
  prepare: async (ground) => {
    await postFirst(ground);
  },
  act: async (ground) => {
    await callUntilAcknowledged(ground, [withdrawal('nue', 'invoice', 'invoice-versioned')]);
  },
  observe: ({ account }) => observeBooks(account),
};
