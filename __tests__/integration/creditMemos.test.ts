import type { Withdrawal } from '../../src/transfers/request';
import { jsonOf } from '../../tools/client/answer';
import { inboundRestlet, sendDocuments } from '../../tools/start/inbound';
import { type ConnectedAccount, connectedAccount } from './support/connectedAccount';
import { type MemoChanges, memosOf, nueCreditMemo, owed, post, unapplied } from './support/creditMemos';
import { type NueLine, nueInvoice } from './support/invoices';
import * as books from './support/versions';

let connected: ConnectedAccount;

beforeAll(async () => {
  connected = await connectedAccount();
}, 120_000);

afterAll(() => connected?.close());

const invoice = (id: string, customer: string, lines?: readonly NueLine[]) =>
  ({ kind: 'invoice', data: nueInvoice(id, lines, `customer-${customer}`) }) as const;
const memo = (id: string, changes: MemoChanges = {}) =>
  ({ kind: 'creditMemo', data: nueCreditMemo(id, changes) }) as const;
const newest = async (id: string) => {
  const [transfer] = await books.transfersOf(connected, `memo-${id}`, 'creditMemo');
  if (transfer === undefined) throw new Error(`There is no transfer of ${id}.`);
  return transfer;
};
const only = async (id: string) => {
  const [found, ...more] = await memosOf(connected, id);
  expect(more).toEqual([]);
  if (found === undefined) throw new Error(`There is no credit memo ${id}.`);
  return found;
};
const ledger = (id: string) => books.ledgerOf(connected, `CUSTOMER-${id.toUpperCase()}`);

describe('a credit memo of Nue', () => {
  test('becomes a NetSuite credit memo with its tax, equal to the cent in the ledger', async () => {
    await post(connected, [memo('plain', { lines: [{ amount: '80.00', tax: '6.90' }] })]);
    expect(await only('plain')).toMatchObject({
      recordtype: 'creditmemo',
      tranid: 'CM-plain',
      total: -86.9,
      day: '2026-10-15',
      period: 'Oct 2026',
    });
    expect(await newest('plain')).toMatchObject({ status: 'Transferred', record_type: 'creditmemo' });
    expect(await ledger('plain')).toEqual({ 1100: '-86.90', 2200: '6.90', 4010: '80.00' });
  });

  test('is applied to the invoices that Nue names, in the same save; the rest of it stays open', async () => {
    await post(connected, [invoice('a1', 'applied'), invoice('a2', 'applied'), invoice('a3', 'applied')]);
    await post(connected, [memo('applied', { lines: [{ amount: '150.00' }], applied: { a1: 100, a2: 40 } })]);
    const { id } = await only('applied');
    expect(await owed(connected, 'a1', 'a2', 'a3')).toEqual({ a1: 0, a2: 60, a3: 100 });
    expect(await unapplied(connected, id)).toBe(10);
    expect(await newest('applied')).toMatchObject({ status: 'Transferred', record_id: id });
  });

  test('and its invoice in one call: the invoice is posted first', async () => {
    await post(connected, [memo('both', { applied: { both: 100 } }), invoice('both', 'both')]);
    expect(await owed(connected, 'both')).toEqual({ both: 0 });
    expect(await ledger('both')).toEqual({ 1100: '0.00', 4010: '0.00' });
  });

  test('waits for an invoice that is not in NetSuite, and follows by itself', async () => {
    await post(connected, [memo('early', { applied: { late: 100 } })]);
    expect(await newest('early')).toMatchObject({ reason: 'Waiting', error_code: 'WAITING_FOR_DOCUMENT' });
    expect(await memosOf(connected, 'early')).toEqual([]);
    await post(connected, [invoice('late', 'early')]);
    expect(await newest('early')).toMatchObject({ status: 'Transferred' });
    expect(await owed(connected, 'late')).toEqual({ late: 0 });
  });

  test('is applied to as much as an invoice owes at that moment; the history says what stays unapplied', async () => {
    await post(connected, [invoice('part', 'part')]);
    const [{ id: invoiceId } = {}] = await books.transactionsOf(connected, 'invoice-part');
    await books.pay(connected, invoiceId, 70);
    await post(connected, [memo('part', { applied: { part: 100 } })]);
    const { id } = await only('part');
    expect(await owed(connected, 'part')).toEqual({ part: 0 });
    expect(await unapplied(connected, id)).toBe(70);
    expect(String((await newest('part')).history)).toContain(
      `Invoice T-part (internal id ${invoiceId}) owes 30.00 USD: of 100.00 USD that the platform applied to it, 70.00 USD stay unapplied`,
    );
  });

  test('applied to an invoice of another customer needs a person, and nothing is posted', async () => {
    await post(connected, [invoice('foreign', 'somebody')]);
    await post(connected, [memo('foreign', { applied: { foreign: 100 } })]);
    const transfer = await newest('foreign');
    expect(transfer).toMatchObject({ reason: 'Action Needed', error_code: 'APPLICATION_IMPOSSIBLE' });
    expect(String(transfer.error_message)).toMatch(/^Invoice T-foreign \(internal id \d+\) has the customer "\d+"/);
    expect(await memosOf(connected, 'foreign')).toEqual([]);
    expect(await owed(connected, 'foreign')).toEqual({ foreign: 100 });
  });

  test('in another currency of its customer is applied to invoices in that currency', async () => {
    const inEuro = (document: ReturnType<typeof invoice> | ReturnType<typeof memo>) => ({
      ...document,
      data: {
        ...document.data,
        currencyIsoCode: 'EUR',
        customer: { ...(document.data.customer as object), currencyIsoCode: 'EUR' },
      },
    });
    await post(connected, [inEuro(invoice('euro', 'euro'))]);
    await post(connected, [inEuro(memo('euro', { applied: { euro: 100 } }))]);
    expect(await owed(connected, 'euro')).toEqual({ euro: 0 });
    expect(await ledger('euro')).toEqual({ 1100: '0.00', 4010: '0.00' });
  });

  test('sent twice, also at the same moment, is posted once', async () => {
    await post(connected, [invoice('twice', 'twice')]);
    const { data } = memo('twice', { applied: { twice: 60 } });
    const document = { kind: 'creditMemo', data } as const;
    const send = () => sendDocuments(connected.client, 'nue', [document]);
    await Promise.all([send(), send()]);
    await connected.account.idle();
    expect(await post(connected, [document])).toMatchObject([{ outcome: 'unchanged' }]);
    await only('twice');
    expect(await owed(connected, 'twice')).toEqual({ twice: 40 });
  });

  test('is previewed with what it would be applied to', async () => {
    await post(connected, [invoice('seen', 'seen')]);
    const body = { connection: 'nue', mode: 'preview', documents: [memo('seen', { applied: { seen: 25 } })] };
    const answer = jsonOf<{ results: readonly unknown[] }>(
      await connected.client.callRestlet(inboundRestlet, 'POST', { body }),
    );
    expect(answer.results).toMatchObject([
      {
        outcome: 'preview',
        plan: { recordType: 'creditmemo', sublists: { apply: [{ fields: { amount: { decimal: '25' } } }] } },
      },
    ]);
    expect(await memosOf(connected, 'seen')).toEqual([]);
  });
});

describe('a newer version of a posted credit memo', () => {
  test('that says the same writes nothing', async () => {
    await post(connected, [memo('same')]);
    const before = await only('same');
    await post(connected, [memo('same', { version: 2 })]);
    expect(await newest('same')).toMatchObject({ status: 'Transferred', record_id: before.id });
    expect(String((await newest('same')).history)).toContain('Nothing written');
    expect(await only('same')).toEqual(before);
  });

  test('that names another invoice applies the posted credit memo to it', async () => {
    await post(connected, [invoice('m1', 'more'), invoice('m2', 'more'), memo('more', { applied: { m1: 40 } })]);
    const before = await only('more');
    await post(connected, [memo('more', { version: 2, applied: { m1: 40, m2: 60 } })]);
    expect(await owed(connected, 'm1', 'm2')).toEqual({ m1: 60, m2: 40 });
    const transfer = await newest('more');
    expect(transfer).toMatchObject({ status: 'Transferred', record_id: before.id });
    const [second] = await books.transactionsOf(connected, 'invoice-m2');
    expect(String(transfer.history)).toContain(`Applied 60 to invoice ${second?.id} (internal id)`);
    await post(connected, [memo('more', { version: 3, applied: { m1: 40, m2: 60 } })]);
    expect(await owed(connected, 'm1', 'm2')).toEqual({ m1: 60, m2: 40 });
    expect(await only('more')).toEqual(before);
  });

  test('that says something else needs a person, who is told what to do', async () => {
    await post(connected, [memo('other')]);
    const before = await only('other');
    await post(connected, [memo('other', { version: 2, lines: [{ amount: '70.00' }] })]);
    const transfer = await newest('other');
    expect(transfer).toMatchObject({ reason: 'Action Needed', error_code: 'CHANGED_AFTER_POSTING' });
    expect(String(transfer.error_message)).toMatch(/^Credit memo "CM-other" was changed after it was posted/);
    expect(await only('other')).toEqual(before);
  });
});

/** A refund of a part of a credit memo, as a person makes it. Returns its internal id. */
async function refundOf(id: unknown, amount: number): Promise<string> {
  const [row] = await connected.account.suiteql('SELECT entity FROM transaction WHERE id = ?', [Number(id)]);
  const [method] = await connected.account.suiteql("SELECT id FROM paymentmethod WHERE isinactive = 'F' ORDER BY id");
  const [bank] = await connected.account.suiteql("SELECT id FROM account WHERE accttype = 'Bank' ORDER BY id");
  return connected.administrator.createRecord('customerRefund', {
    customer: { id: row?.entity },
    account: { id: bank?.id },
    paymentMethod: { id: method?.id },
    apply: { items: [{ doc: { id }, apply: true, amount }] },
  });
}

describe('DELETE of a posted credit memo', () => {
  const remove = async (id: string): Promise<Withdrawal> => {
    const query = { connection: 'nue', kind: 'creditMemo', id: `memo-${id}` };
    const answer = jsonOf<Withdrawal>(await connected.client.callRestlet(inboundRestlet, 'DELETE', { query }));
    await connected.account.idle();
    return answer;
  };

  const chargeBackOf = async (id: string) =>
    connected.account.suiteql(
      `SELECT t.id, t.recordtype, t.foreigntotal AS total, t.foreignamountunpaid AS unpaid, t.memo,
         TO_CHAR(t.trandate, 'YYYY-MM-DD') AS day, p.periodname AS period
       FROM transaction t JOIN accountingperiod p ON p.id = t.postingperiod WHERE t.externalid = ?`,
      [`obc-nue-creditMemo-memo-${id}-reversal`],
    );

  test('takes it back by an invoice to which it is applied; what it was applied to is owed again', async () => {
    const lines = [
      { amount: '80.00', tax: '6.90' },
      { amount: '13.10', quantity: 3 },
    ];
    await post(connected, [invoice('back', 'back'), memo('back', { lines, applied: { back: 60 } })]);
    await remove('back');
    const [reversal, ...more] = await chargeBackOf('back');
    expect(more).toEqual([]);
    expect(reversal).toMatchObject({
      recordtype: 'invoice',
      total: 100,
      unpaid: 0,
      day: '2026-10-15',
      period: 'Oct 2026',
      memo: 'Charges back credit memo CM-back, cancelled in the billing platform',
    });
    const { id } = await only('back');
    expect(await newest('back')).toMatchObject({
      status: 'Transferred',
      record_type: 'invoice',
      record_id: reversal?.id,
      recovery: `invoice ${reversal?.id} charges back creditmemo ${id}`,
    });
    expect(await unapplied(connected, id)).toBe(0);
    expect(await owed(connected, 'back')).toEqual({ back: 100 });
    expect(await ledger('back')).toEqual({ 1100: '100.00', 2200: '0.00', 4010: '-100.00' });
  });

  test('asked for again, and twice at once, is one cancellation', async () => {
    await post(connected, [memo('once')]);
    await Promise.all([remove('once'), remove('once')]);
    await remove('once');
    expect(await chargeBackOf('once')).toHaveLength(1);
    expect(await ledger('once')).toEqual({ 1100: '0.00', 4010: '0.00' });
  });

  test('in a foreign currency leaves nothing in base currency', async () => {
    const data = {
      ...nueCreditMemo('euros'),
      currencyIsoCode: 'EUR',
      customer: { ...(nueCreditMemo('euros').customer as object), currencyIsoCode: 'EUR' },
    };
    await post(connected, [{ kind: 'creditMemo', data }]);
    await remove('euros');
    expect(await newest('euros')).toMatchObject({ status: 'Transferred' });
    expect(await ledger('euros')).toEqual({ 1100: '0.00', 4010: '0.00' });
  });

  test('in a closed period needs a person, whatever the settings say, and nothing is written', async () => {
    await post(connected, [memo('closed')]);
    connected.account.setPeriod('Oct 2026', { closed: true });
    try {
      await books.set(connected, { closedPeriod: 'First Open Period' });
      await remove('closed');
    } finally {
      connected.account.setPeriod('Oct 2026', { closed: false, alllocked: false, arlocked: false, aplocked: false });
      await books.set(connected, { closedPeriod: 'Ask' });
    }
    const transfer = await newest('closed');
    expect(transfer).toMatchObject({ reason: 'Action Needed', error_code: 'CANCELLATION_BLOCKED' });
    expect(String(transfer.error_message)).toContain('its period Oct 2026 is closed');
    expect(await chargeBackOf('closed')).toEqual([]);
  });

  test('of which something was refunded needs a person, who is told what', async () => {
    await post(connected, [memo('refunded')]);
    const { id } = await only('refunded');
    const refund = await refundOf(id, 40);
    await remove('refunded');
    const transfer = await newest('refunded');
    expect(transfer).toMatchObject({ reason: 'Action Needed', error_code: 'CANCELLATION_BLOCKED' });
    expect(String(transfer.error_message)).toContain(`customer refund ${refund} was made from it`);
    expect(await chargeBackOf('refunded')).toEqual([]);
  });

  test('whose record was deleted in NetSuite has nothing to do', async () => {
    await post(connected, [memo('gone')]);
    const { id } = await only('gone');
    await connected.administrator.send({ method: 'DELETE', path: `/services/rest/record/v1/creditmemo/${id}` });
    await remove('gone');
    expect(await newest('gone')).toMatchObject({ status: 'Transferred' });
    expect(String((await newest('gone')).history)).toContain('Nothing to cancel: NetSuite has no record of it');
  });
});
