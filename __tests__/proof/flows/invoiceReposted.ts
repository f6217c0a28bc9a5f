import { observeBooks } from '../world/books';
import type { Flow } from './flow';
import { postFirst, sendVersion } from './postedInvoice';

/** A newer version of an invoice that a person has edited: it is reversed, and the version posted as another invoice. */
export const invoiceRepostedFlow: Flow = {
  name: 'invoice-reposted',
  kind: 'reversal and repost',
  prepare: async (ground) => {
    const invoice = await postFirst(ground);
    await ground.account.passTime(120_000);
    const { status, text } = await ground.administrator.send({
      method: 'PATCH',
      path: `/services/rest/record/v1/invoice/${invoice}`,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ memo: 'Please pay by card' }),
    });
    if (status !== 204) throw new Error(`The invoice was not edited (${status}): ${text}`);
  },
  act: (ground) => sendVersion(ground, 2, '70.00'),
  observe: ({ account }) => observeBooks(account),
};
