import { nueInvoice } from '../../integration/support/invoices';
import { observeBooks } from '../world/books';
import { callUntilAcknowledged, documentsCall, operation, settingsChange } from '../world/outside';
import { recover } from '../world/recover';
import type { Flow } from './flow';

/** What a role needs to start runs and to plan, which the connector's role for accountants does not have; 4 is Full. */
const MORE = [
  'LIST_FILECABINET',
  'ADMI_SS_SCHEDULING',
  'LIST_CURRENCY',
  'LIST_TAXITEM',
  'LIST_TAXSCHEDULE',
  'LIST_CLASS',
  'LIST_DEPARTMENT',
  'LIST_LOCATION',
  'ADMI_ACCTPERIODS',
  'ADMI_ACCOUNTINGLIST',
];

/**
 * An accountant, whose role was given the permission to start scripts but not to post, releases an invoice that was held. It is posted,
 * but not in the accountant's role.
 */
export const releasedByAccountantFlow: Flow = {
  name: 'released-by-accountant',
  kind: 'operation',
  prepare: async (ground) => {
    for (const permission of MORE) {
      ground.account.account.store.run(
        'INSERT OR REPLACE INTO rolepermissions (role, permkey, permlevel) VALUES (?, ?, 4)',
        [Number(ground.accountant.role), permission],
      );
    }
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
