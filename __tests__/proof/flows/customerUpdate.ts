import { nueCustomer } from '../payloads';
import { observeBooks } from '../world/books';
import { callUntilAcknowledged, documentsCall } from '../world/outside';
import { recover } from '../world/recover';
import type { Flow } from './flow';

/** A newer version of a customer who is in NetSuite. */
export const customerUpdateFlow: Flow = {
  name: 'customer-update',
  kind: 'update',
  prepare: async (ground) => {
    await callUntilAcknowledged(ground, [
      documentsCall('nue', [{ kind: 'customer', data: nueCustomer('changing', 1) }]),
    ]);
    await recover(ground.account);
  },
  act: async (ground) => {
    await callUntilAcknowledged(ground, [
      documentsCall('nue', [{ kind: 'customer', data: nueCustomer('changing', 2) }]),
    ]);
  },
  observe: ({ account }) => observeBooks(account),
};
