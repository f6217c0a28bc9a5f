import { nueCreditMemo } from '../../integration/support/creditMemos';
import { nueInvoice } from '../../integration/support/invoices';
import { NUE_KEY } from '../../integration/support/nueAccount';
import type { ProvingGround } from '../world/account';
import { observeBooks } from '../world/books';
import { callUntilAcknowledged, documentsCall, settingsChange } from '../world/outside';
import { recover } from '../world/recover';
import type { Flow } from './flow';

/** Ways back to where the stand-in of Nue was when a ground had been prepared. */
const prepared = new WeakMap<ProvingGround, () => void>();

/** A person deletes a credit memo in NetSuite; in Nue it is unapplied and cancelled, once. */
export const creditMemoCancelledInNueFlow: Flow = {
  name: 'credit-memo-cancelled-in-nue',
  kind: 'outbound cancellation',
  // A deletion of which no row tells yet is found by the sweep.
  restsAfter: 60,
  prepare: async (ground) => {
    const { account, nue } = ground;
    nue.memos.clear();
    nue.addMemo('memo-d', 100, { 'invoice-d': 100 });
    account.account.store.run('INSERT OR REPLACE INTO apisecret (scriptid, value) VALUES (?, ?)', [
      'custsecret_nue',
      NUE_KEY,
    ]);
    const api = { url: `https://${nue.host}`, clientId: '', secret: 'custsecret_nue' };
    await callUntilAcknowledged(ground, [
      settingsChange('nue', { settings: { sends: { creditMemoCancellations: true }, api } }),
    ]);
    const documents = [
      { kind: 'invoice', data: nueInvoice('d', undefined, 'customer-d') },
      { kind: 'creditMemo', data: nueCreditMemo('d', { customer: 'customer-d', applied: { d: 100 } }) },
    ];
    await callUntilAcknowledged(ground, [documentsCall('nue', documents)]);
    await recover(account, 60 * 60_000);
    prepared.set(ground, nue.snapshot());
  },
  reset: (ground) => prepared.get(ground)?.(),
  act: async ({ account, administrator }) => {
    const memo = async (): Promise<unknown> =>
      (await account.suiteql("SELECT id FROM transaction WHERE externalid = 'obc-nue-creditMemo-memo-d'"))[0]?.id;
    for (let attempt = 1, id = await memo(); id !== undefined; attempt += 1, id = await memo()) {
      const answer = await administrator.send({ method: 'DELETE', path: `/services/rest/record/v1/creditmemo/${id}` });
      if (attempt > 5) throw new Error(`The deletion failed: ${answer.text}`);
    }
    await account.idle();
  },
  observe: ({ account, nue }) => {
    const memos = [...nue.memos.values()].map((memo) => ({
      subject: `Nue credit memo ${memo.id}`,
      detail: JSON.stringify(memo),
    }));
    const cancelled = nue.log.filter(({ path, answer }) => path.endsWith(':cancel') && answer === 200).length;
    return observeBooks(account, [...memos, { subject: 'Nue cancellations', detail: String(cancelled) }]);
  },
};
