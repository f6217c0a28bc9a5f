import { nueInvoice, without } from '../../integration/support/invoices';
import { observeBooks } from '../world/books';
import { callUntilAcknowledged, documentsCall } from '../world/outside';
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
    await callUntilAcknowledged(ground, [
      {
        script: 'customscript_obc_operate',
        deploy: 'customdeploy_obc_operate',
        method: 'POST',
        by: 'administrator',
        body: {
          operation: 'markTransferred',
          transfers: [Number(row?.id)],
          record: { type: 'invoice', id: String(posted?.id) },
          why: 'It was made by hand.',
        },
      },
    ]);
  },
  observe: ({ account }) => observeBooks(account),
};
