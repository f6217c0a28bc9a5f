import { nueInvoice, without } from '../../integration/support/invoices';
import { nueCustomer, nueProduct } from '../payloads';
import { observeBooks } from '../world/books';
import { callUntilAcknowledged, documentsCall } from '../world/outside';
import { recover } from '../world/recover';
import type { Flow } from './flow';

/** An invoice arrives before its item and its customer do, and waits for them. */
export const waitingInvoiceFlow: Flow = {
  name: 'waiting-invoice',
  kind: 'waiting',
  prepare: async () => {},
  act: async (ground) => {
    const bare = without(without(nueInvoice('early', undefined, 'late'), 'customer'), 'products');
    await callUntilAcknowledged(ground, [documentsCall('nue', [{ kind: 'invoice', data: bare }])]);
    await recover(ground.account);
    await callUntilAcknowledged(ground, [
      documentsCall('nue', [{ kind: 'customer', data: nueCustomer('late', 1) }]),
      documentsCall('nue', [{ kind: 'item', data: nueProduct('product-1', 1) }]),
    ]);
  },
  observe: ({ account }) => observeBooks(account),
};
