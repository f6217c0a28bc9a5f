import { nueInvoice } from '../../integration/support/invoices';
import type { ProvingGround } from '../world/account';
import { callUntilAcknowledged, documentsCall } from '../world/outside';
import { recover } from '../world/recover';

/** A version of one Nue invoice, a minute younger than the one before. */
export function invoiceVersion(version: number, amount: string) {
  return {
    ...nueInvoice('versioned', [{ amount, tax: '8.63' }]),
    lastModifiedDate: `2026-10-15T06:0${version}:00.000Z`,
  };
}

/** Sends a version of the invoice until the answer is acknowledged. */
export async function sendVersion(ground: ProvingGround, version: number, amount: string): Promise<void> {
  const data = invoiceVersion(version, amount);
  await callUntilAcknowledged(ground, [documentsCall('nue', [{ kind: 'invoice', data }])]);
}

/** Posts the first version and returns the internal id of its NetSuite invoice. */
export async function postFirst(ground: ProvingGround): Promise<string> {
  await sendVersion(ground, 1, '100.00');
  await recover(ground.account);
  const [invoice] = await ground.account.suiteql('SELECT id FROM transaction WHERE tranid = ?', ['T-versioned']);
  if (invoice === undefined) throw new Error('The first version was not posted.');
  return String(invoice.id);
}
