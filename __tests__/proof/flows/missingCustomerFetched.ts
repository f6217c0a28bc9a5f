import { ZUORA_SECRET, zuoraApi } from '../../integration/support/outboundAccount';
import { zuoraInvoice } from '../payloads';
import type { ProvingGround } from '../world/account';
import { observeBooks } from '../world/books';
import { callUntilAcknowledged, documentsCall, settingsChange } from '../world/outside';
import { recover } from '../world/recover';
import type { Flow } from './flow';

/** Ways back to where the stand-in of Zuora was when a ground had been prepared. */
const prepared = new WeakMap<ProvingGround, () => void>();

/** An invoice arrives whose item and customer nobody ever sends: they are fetched from Zuora, and it is posted. */
export const missingCustomerFetchedFlow: Flow = {
  name: 'missing-customer-fetched',
  kind: 'fetching',
  prepare: async (ground) => {
    const { account, zuora } = ground;
    zuora.addAccount(
      { id: 'unsent', name: 'Company unsent' },
      { firstName: 'Ada', lastName: 'Byron', address1: '1 Main Street', city: 'Boston', state: 'MA', country: 'US' },
    );
    zuora.addCharge({
      id: 'unsent-charge',
      name: 'Seats',
      accountingCode: 'Revenue : Subscription Revenue',
      ItemType__NS: 'Non Inventory',
    });
    account.account.store.run('INSERT OR REPLACE INTO apisecret (scriptid, value) VALUES (?, ?)', [
      'custsecret_zuora',
      ZUORA_SECRET,
    ]);
    await callUntilAcknowledged(ground, [settingsChange('zuora', { settings: { api: zuoraApi(zuora) } })]);
    await recover(account);
    prepared.set(ground, zuora.snapshot());
  },
  reset: (ground) => prepared.get(ground)?.(),
  act: async (ground) => {
    const { account: _, ...invoice } = zuoraInvoice('early', 250, 'unsent', 'unsent-charge');
    const items = invoice.invoiceItems as readonly Readonly<Record<string, unknown>>[];
    const data = {
      ...invoice,
      invoiceItems: items.map(({ productRatePlanCharge: __, ...item }) => item),
    };
    await callUntilAcknowledged(ground, [documentsCall('zuora', [{ kind: 'invoice', data }])]);
  },
  observe: ({ account }) => observeBooks(account),
};
