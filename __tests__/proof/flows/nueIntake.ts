import { nueInvoice } from '../../integration/support/invoices';
import { nueCustomer } from '../payloads';
import { observeBooks } from '../world/books';
import { callUntilAcknowledged, documentsCall } from '../world/outside';
import type { Flow } from './flow';

/** More documents than a call stores one by one. */
const DOCUMENTS = 26;

/** Two invoices of one customer in a call of so many documents that it is kept as an intake. */
export const nueIntakeFlow: Flow = {
  name: 'nue-intake',
  kind: 'intake',
  prepare: async (ground) => {
    // The other customers are known, so that only the two invoices are new.
    const known = Array.from({ length: DOCUMENTS - 2 }, (_, index) => ({
      kind: 'customer',
      data: nueCustomer(`known-${index}`, 1),
    }));
    await callUntilAcknowledged(ground, [
      documentsCall('nue', known.slice(0, 20)),
      documentsCall('nue', known.slice(20)),
    ]);
  },
  act: async (ground) => {
    const known = Array.from({ length: DOCUMENTS - 2 }, (_, index) => ({
      kind: 'customer',
      data: nueCustomer(`known-${index}`, 1),
    }));
    const invoices = ['1', '2'].map((id) => ({
      kind: 'invoice',
      data: nueInvoice(id, [{ amount: '100.00', tax: '8.63' }], 'known-0'),
    }));
    await callUntilAcknowledged(ground, [documentsCall('nue', [...known, ...invoices])]);
  },
  observe: ({ account }) => observeBooks(account),
};
