import { nueInvoice } from '../../integration/support/invoices';
import { observeBooks } from '../world/books';
import { callUntilAcknowledged, documentsCall, operation, settingsChange } from '../world/outside';
import { recover } from '../world/recover';
import type { Flow } from './flow';

/** An accountant releases an invoice that was held; it is posted, but not in the accountant's role. */
export const releasedByAccountantFlow: Flow = {
  name: 'released-by-accountant',
  kind: 'operation',
  prepare: async (ground) => {
    await callUntilAcknowledged(ground, [settingsChange('nue', { settings: { paused: true } })]);
    await callUntilAcknowledged(ground, [documentsCall('nue', [{ kind: 'invoice', data: nueInvoice('held') }])]);
    const transfers = [await heldInvoice(ground.account)];
    await callUntilAcknowledged(ground, [operation('administrator', { operation: 'hold', transfers })]);
    await callUntilAcknowledged(ground, [settingsChange('nue', { settings: { paused: false } })]);
    await recover(ground.account);
  },
  act: async (ground) => {
    const transfers = [await heldInvoice(ground.account)];
    await callUntilAcknowledged(ground, [operation('accountant', { operation: 'release', transfers })]);
  },
  observe: ({ account }) => observeBooks(account),
};

async function heldInvoice(account: Parameters<typeof observeBooks>[0]): Promise<number> {
  const [row] = await account.suiteql(
    "SELECT id FROM customrecord_obc_transfer WHERE custrecord_obc_tr_platform_id = 'invoice-held'",
  );
  return Number(row?.id);
}
