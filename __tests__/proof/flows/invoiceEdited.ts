import { observeBooks } from '../world/books';
import type { Flow } from './flow';
import { postFirst, sendVersion } from './postedInvoice';

/** A newer version of an invoice that nobody else has touched: the record is edited in place. */
export const invoiceEditedFlow: Flow = {
  name: 'invoice-edited',
  kind: 'edit in place',
  prepare: async (ground) => {
    await postFirst(ground);
  },
  act: (ground) => sendVersion(ground, 2, '70.00'),
  observe: ({ account }) => observeBooks(account),
};
