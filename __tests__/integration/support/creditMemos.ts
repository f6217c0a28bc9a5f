import { sendDocuments } from '../../../tools/start/inbound';
import type { ConnectedAccount } from './connectedAccount';
import { type NueLine, nueInvoice } from './invoices';

/** What differs from a credit memo of 100.00 USD that is applied to nothing. */
export interface MemoChanges extends Readonly<Record<string, unknown>> {
  readonly lines?: readonly NueLine[];
  readonly customer?: string;
  /** Amounts by id of the invoice: `{ a: 40 }` is the invoice `invoice-a`. */
  readonly applied?: Readonly<Record<string, number>>;
  /** From 1; each version is a minute younger than the one before. */
  readonly version?: number;
}

/** A Nue credit memo with its customer and products. `id` names all of it. */
export function nueCreditMemo(id: string, changes: MemoChanges = {}): Readonly<Record<string, unknown>> {
  const { lines, customer = `customer-${id}`, applied = {}, version = 1, ...more } = changes;
  const { id: _id, name: _name, invoiceDate, dueDate: _due, ...billed } = nueInvoice(id, lines, customer);
  return {
    ...billed,
    id: `memo-${id}`,
    creditMemoNumber: `CM-${id}`,
    creditMemoDate: invoiceDate,
    lastModifiedDate: `2026-10-16T06:${String(version).padStart(2, '0')}:00.000Z`,
    appliedInvoices: Object.entries(applied).map(([invoice, amount]) => ({
      invoiceId: `invoice-${invoice}`,
      transactionAmount: amount,
    })),
    ...more,
  };
}

/** Sends documents of the connection `nue` and lets the account work them off. */
export async function post(
  { account, client }: Pick<ConnectedAccount, 'account' | 'client'>,
  documents: readonly { readonly kind: 'invoice' | 'creditMemo'; readonly data: Readonly<Record<string, unknown>> }[],
) {
  const results = await sendDocuments(client, 'nue', [...documents]);
  await account.idle();
  return results;
}

/** The credit memos of the document, oldest first. */
export function memosOf({ account }: Pick<ConnectedAccount, 'account'>, id: string) {
  return account.suiteql(
    `SELECT t.id, t.recordtype, t.tranid, t.externalid, t.foreigntotal AS total, t.voided, t.memo,
       TO_CHAR(t.trandate, 'YYYY-MM-DD') AS day, p.periodname AS period
     FROM transaction t JOIN accountingperiod p ON p.id = t.postingperiod WHERE t.externalid = ? ORDER BY t.id`,
    [`obc-nue-creditMemo-memo-${id}`],
  );
}

/** What the invoices `invoice-<id>` still owe, by `<id>`. */
export async function owed({ account }: Pick<ConnectedAccount, 'account'>, ...ids: readonly string[]) {
  const rows = await account.suiteql(
    `SELECT t.externalid, t.foreignamountunpaid AS unpaid FROM transaction t
     WHERE t.externalid IN (${ids.map(() => '?').join(', ')}) ORDER BY t.externalid`,
    ids.map((id) => `obc-nue-invoice-invoice-${id}`),
  );
  return Object.fromEntries(
    rows.map(({ externalid, unpaid }) => [String(externalid).slice('obc-nue-invoice-invoice-'.length), unpaid]),
  );
}

/** The unapplied rest of a credit memo, as its record shows it. */
export async function unapplied({ administrator }: ConnectedAccount, id: unknown): Promise<number> {
  const { text } = await administrator.send({ method: 'GET', path: `/services/rest/record/v1/creditmemo/${id}` });
  return Number((JSON.parse(text) as { unapplied?: number }).unapplied);
}
