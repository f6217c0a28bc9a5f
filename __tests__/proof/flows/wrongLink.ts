import { nueInvoice, without } from '../../integration/support/invoices';
import { observeBooks } from '../world/books';
import { callUntilAcknowledged, documentsCall, operation } from '../world/outside';
import { recover } from '../world/recover';
import type { Flow } from './flow';

/** Someone marks an invoice that waits as transferred with the invoice of another customer, which is refused. */
export const wrongLinkFlow: Flow = {
  name: 'wrong-link',
  kind: 'operation',
  prepare: async (ground) => {
    const waiting = without(without(nueInvoice('waiting', undefined, 'late'), 'customer'), 'products');
    await callUntilAcknowledged(ground, [
      documentsCall('nue', [
        { kind: 'invoice', data: nueInvoice('posted') },
        { kind: 'invoice', data: waiting },
      ]),
    ]);
    await recover(ground.account);
  },
  act: async (ground) => {
    const { account } = ground;
    const [row] = await account.suiteql(
      "SELECT id FROM customrecord_obc_transfer WHERE custrecord_obc_tr_platform_id = 'invoice-waiting'",
    );
    const [posted] = await account.suiteql(
      "SELECT id FROM transaction WHERE externalid = 'obc-nue-invoice-invoice-posted'",
    );
    const record = { type: 'invoice', id: String(posted?.id) };
    await callUntilAcknowledged(ground, [
      operation('administrator', { operation: 'mark', transfers: [Number(row?.id)], record }),
    ]);
  },
  observe: ({ account }) => observeBooks(account),
};
