import { jsonOf } from '../../../tools/client/answer';
import { sendDocuments } from '../../../tools/start/inbound';
import { settingsRestlet } from '../../../tools/start/setUp';
import type { ConnectedAccount } from './connectedAccount';
import { type NueLine, nueInvoice } from './invoices';

/** A version of a Nue invoice: what differs from the first one. */
export interface VersionChanges extends Readonly<Record<string, unknown>> {
  readonly lines?: readonly NueLine[];
  readonly customer?: string;
}

/** The nth version of a Nue invoice; each is a minute younger than the one before. */
export function version(id: string, number: number, { lines, customer, ...changes }: VersionChanges = {}) {
  const minute = String(number).padStart(2, '0');
  return { ...nueInvoice(id, lines, customer), lastModifiedDate: `2026-10-15T06:${minute}:00.000Z`, ...changes };
}

/** Sends a version and lets the account work it off. */
export async function post(connected: ConnectedAccount, data: Readonly<Record<string, unknown>>) {
  const [result] = await sendDocuments(connected.client, 'nue', [{ kind: 'invoice', data }]);
  await connected.account.idle();
  return result;
}

/** A stored row of a transfer, newest first. */
export function transfersOf({ account }: ConnectedAccount, id: string, kind = 'invoice') {
  const field = (name: string): string => `t.custrecord_obc_tr_${name}`;
  const columns = [
    'status',
    'reason',
    'error_code',
    'error_message',
    'record_type',
    'record_id',
    'recovery',
    'history',
  ];
  return account.suiteql(
    `SELECT t.id, ${columns.map((name) => `${field(name)} AS ${name}`).join(', ')} FROM customrecord_obc_transfer t
     WHERE ${field('platform_id')} = ? AND ${field('kind')} = ? ORDER BY t.id DESC`,
    [id, kind],
  );
}

/** The transactions that carry an external id of the document, oldest first. */
export function transactionsOf({ account }: ConnectedAccount, id: string) {
  return account.suiteql(
    `SELECT t.id, t.externalid, t.recordtype, t.tranid, t.foreigntotal AS total, t.foreignamountunpaid AS unpaid, t.memo,
       TO_CHAR(t.trandate, 'YYYY-MM-DD') AS day, p.periodname AS period
     FROM transaction t JOIN accountingperiod p ON p.id = t.postingperiod
     WHERE t.externalid = ? OR t.externalid LIKE ? ORDER BY t.id`,
    [`obc-nue-invoice-${id}`, `obc-nue-invoice-${id}-re%`],
  );
}

/** What all transactions of a customer come to in the general ledger: debit less credit by account number. */
export async function ledgerOf({ account }: ConnectedAccount, customer: string): Promise<Record<string, string>> {
  const rows = await account.suiteql(
    `SELECT a.acctnumber, SUM(tal.amount) AS balance
     FROM transactionaccountingline tal JOIN transaction t ON t.id = tal.transaction
       JOIN customer c ON c.id = t.entity JOIN account a ON a.id = tal.account
     WHERE c.entityid = ? AND tal.posting = 'T' GROUP BY a.acctnumber ORDER BY a.acctnumber`,
    [customer],
  );
  return Object.fromEntries(rows.map((row) => [String(row.acctnumber), Number(row.balance).toFixed(2)]));
}

/** Changes settings of the connection `nue`. */
export async function set({ administrator }: ConnectedAccount, settings: Readonly<Record<string, unknown>>) {
  const answer = await administrator.callRestlet(settingsRestlet, 'PUT', { body: { connection: 'nue', settings } });
  const saved = jsonOf<{ readonly outcome: string }>(answer);
  if (saved.outcome !== 'saved') throw new Error(JSON.stringify(saved));
}

/** A payment of an invoice, as a person takes it. Returns its internal id. */
export async function pay({ administrator }: ConnectedAccount, invoice: unknown, amount: number): Promise<string> {
  const { status, location, text } = await administrator.send({
    method: 'POST',
    path: `/services/rest/record/v1/invoice/${invoice}/!transform/customerPayment`,
    headers,
    body: JSON.stringify({ payment: amount }),
  });
  const id = /\/(\d+)$/.exec(location ?? '')?.[1];
  if (id === undefined) throw new Error(`No payment was made (${status}): ${text}`);
  return id;
}

/** Changes fields of an invoice, as a person does. */
export async function edit({ administrator }: ConnectedAccount, invoice: unknown, fields: object): Promise<void> {
  const { status, text } = await administrator.send({
    method: 'PATCH',
    path: `/services/rest/record/v1/invoice/${invoice}`,
    headers,
    body: JSON.stringify(fields),
  });
  if (status !== 204) throw new Error(`The invoice was not changed (${status}): ${text}`);
}

const headers = { 'Content-Type': 'application/json' };
