import { nueInvoice } from '../../integration/support/invoices';
import { observeBooks } from '../world/books';
import { callUntilAcknowledged, documentsCall, settingsChange } from '../world/outside';
import type { Flow } from './flow';

/** A connection is paused while an invoice arrives, then goes on with another name for items. */
export const settingsChangeFlow: Flow = {
  name: 'settings-change',
  kind: 'settings',
  prepare: async (ground) => {
    await callUntilAcknowledged(ground, [settingsChange('nue', { settings: { paused: true } })]);
    await callUntilAcknowledged(ground, [documentsCall('nue', [{ kind: 'invoice', data: nueInvoice('paused') }])]);
  },
  act: async (ground) => {
    await callUntilAcknowledged(ground, [
      settingsChange('nue', {
        settings: { paused: false, itemName: 'Use Source ID' },
        mappings: [{ kind: 'Class', source: 'Proof', value: { name: 'Software : Analytics' } }],
      }),
    ]);
  },
  observe: ({ account }) => observeBooks(account),
};
