import { ZUORA_SECRET, zuoraApi } from '../../integration/support/outboundAccount';
import type { ProvingGround } from '../world/account';
import { observeBooks } from '../world/books';
import { callUntilAcknowledged, documentsCall, settingsChange } from '../world/outside';
import { recover } from '../world/recover';
import type { Flow } from './flow';

/** Ways back to where the stand-in of Zuora was when a ground had been prepared. */
const prepared = new WeakMap<ProvingGround, () => void>();

/** A person edits a customer in NetSuite; Zuora is told, once in effect, and nothing comes back. */
export const customerEditFlow: Flow = {
  name: 'customer-edit',
  kind: 'outbound',
  // Edits of which no row tells yet are found by the sweep.
  restsAfter: 16,
  prepare: async (ground) => {
    const { account, zuora } = ground;
    zuora.addAccount(
      { id: 'edited', name: 'Company edited', paymentTerm: 'Net 30' },
      { firstName: 'Ada', lastName: 'Byron', address1: '1 Main Street', city: 'Boston', state: 'MA', country: 'US' },
    );
    account.account.store.run('INSERT OR REPLACE INTO apisecret (scriptid, value) VALUES (?, ?)', [
      'custsecret_zuora',
      ZUORA_SECRET,
    ]);
    const settings = { sends: { customerEdits: true }, api: zuoraApi(zuora) };
    await callUntilAcknowledged(ground, [settingsChange('zuora', { settings })]);
    const customer = { kind: 'customer', data: zuora.objectQuery('edited') };
    await callUntilAcknowledged(ground, [documentsCall('zuora', [customer])]);
    await recover(account, 16 * 60_000);
    prepared.set(ground, zuora.snapshot());
  },
  reset: (ground) => prepared.get(ground)?.(),
  act: async ({ account, administrator }) => {
    const [customer] = await account.suiteql("SELECT id FROM customer WHERE externalid = 'obc-zuora-customer-edited'");
    for (let attempt = 1; ; attempt += 1) {
      const answer = await administrator.send({
        method: 'PATCH',
        path: `/services/rest/record/v1/customer/${customer?.id}`,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ phone: '+1 617 555 0199' }),
      });
      if (answer.status < 300) break;
      if (attempt > 5) throw new Error(`The edit failed: ${answer.text}`);
    }
    await account.idle();
  },
  observe: ({ account, zuora }) => {
    const contacts = [...zuora.contacts.values()].map((contact) => ({
      subject: `Zuora contact ${contact.id}`,
      detail: JSON.stringify(contact),
    }));
    const accounts = [...zuora.accounts.values()].map(({ updatedDate: _, ...kept }) => ({
      subject: `Zuora account ${kept.id}`,
      detail: JSON.stringify(kept),
    }));
    return observeBooks(account, [...contacts, ...accounts]);
  },
};
