import { observeBooks } from '../world/books';
import { callUntilAcknowledged, documentsCall } from '../world/outside';
import { customerEditFlow } from './customerEdit';
import type { Flow } from './flow';

/** Zuora sends a newer version of a customer whose edits are sent to it: nothing goes back. */
export const customerComesBackFlow: Flow = {
  ...customerEditFlow,
  name: 'customer-comes-back',
  kind: 'echo',
  restsAfter: 16,
  act: async (ground) => {
    const newer = {
      ...Object(ground.zuora.objectQuery('edited')),
      name: 'Company renamed',
      updatedDate: '2026-11-02T12:00:00-08:00',
    };
    await callUntilAcknowledged(ground, [documentsCall('zuora', [{ kind: 'customer', data: newer }])]);
  },
  observe: ({ account, zuora }) =>
    observeBooks(
      account,
      zuora.requests
        .filter(({ method }) => method !== 'GET')
        .map(({ method, path }) => ({ subject: `request ${method} ${path}`, detail: 'sent' })),
    ),
};
