import { nueInvoice, without } from '../../integration/support/invoices';
import { nueCustomer, nueProduct } from '../payloads';
import { observeBooks } from '../world/books';
import { callUntilAcknowledged, documentsCall, withdrawal } from '../world/outside';
import { recover } from '../world/recover';
import type { Flow } from './flow';

/** An invoice that waits is withdrawn; what it waited for then comes and must not bring it back. */
export const withdrawalFlow: Flow = {
  name: 'withdrawal',
  kind: 'withdrawal',
  prepare: async (ground) => {
    const bare = without(without(nueInvoice('early', undefined, 'late'), 'customer'), 'products');
    await callUntilAcknowledged(ground, [documentsCall('nue', [{ kind: 'invoice', data: bare }])]);
    await recover(ground.account);
  },
  act: async (ground) => {
    await callUntilAcknowledged(ground, [withdrawal('nue', 'invoice', 'invoice-early')]);
    await callUntilAcknowledged(ground, [
      documentsCall('nue', [
        { kind: 'customer', data: nueCustomer('late', 1) },
        { kind: 'item', data: nueProduct('product-1', 1) },
      ]),
    ]);
  },
  observe: ({ account }) => observeBooks(account),
};
