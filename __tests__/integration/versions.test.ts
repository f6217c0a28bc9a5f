import { type ConnectedAccount, connectedAccount } from './support/connectedAccount';
import * as books from './support/versions';

let connected: ConnectedAccount;

beforeAll(async () => {
  connected = await connectedAccount();
}, 120_000);

afterAll(() => connected?.close());

const post = (id: string, number: number, changes: books.VersionChanges = {}) =>
  books.post(connected, books.version(id, number, { customer: `customer-${id}`, ...changes }));
const ledger = (id: string) => books.ledgerOf(connected, `CUSTOMER-${id.toUpperCase()}`);
const transactions = (id: string) => books.transactionsOf(connected, `invoice-${id}`);
const newest = async (id: string) => {
  const [transfer] = await books.transfersOf(connected, `invoice-${id}`);
  if (transfer === undefined) throw new Error(`There is no transfer of ${id}.`);
  return transfer;
};

/** Runs with a period as it is meanwhile. */
async function withPeriodClosed(work: () => Promise<void>): Promise<void> {
  connected.account.setPeriod('Oct 2026', { closed: true });
  try {
    await work();
  } finally {
    connected.account.setPeriod('Oct 2026', { closed: false, alllocked: false, arlocked: false, aplocked: false });
    await books.set(connected, { closedPeriod: 'Ask' });
  }
}

describe('a newer version of a posted invoice', () => {
  test('that says the same to NetSuite writes nothing and ends Transferred, with a note', async () => {
    await post('same', 1);
    const [before] = await transactions('same');
    expect(await post('same', 2)).toMatchObject({ outcome: 'accepted' });
    expect(await newest('same')).toMatchObject({
      status: 'Transferred',
      record_type: 'invoice',
      record_id: before?.id,
    });
    expect(String((await newest('same')).history)).toMatch(/Nothing written: NetSuite holds/);
    expect(await transactions('same')).toEqual([before]);
  });

  test('that says the same writes nothing either when the invoice is paid and its period is closed', async () => {
    await post('paid', 1);
    await books.pay(connected, (await newest('paid')).record_id, 100);
    await withPeriodClosed(async () => {
      await post('paid', 2);
      expect(await newest('paid')).toMatchObject({ status: 'Transferred' });
    });
    expect(await transactions('paid')).toHaveLength(1);
  });

  test('is edited in place where its period is open and nobody else has touched it: the same record, other lines', async () => {
    await post('edited', 1, { lines: [{ amount: '100.00' }, { amount: '20.00', product: 'product-2' }] });
    const [before] = await transactions('edited');
    await post('edited', 2, {
      lines: [{ amount: '70.00', product: 'product-2' }, { amount: '5.00', tax: '0.43' }, { amount: '50.00' }],
    });
    const after = await transactions('edited');
    expect(after).toEqual([{ ...before, total: 125.43, unpaid: 125.43 }]);
    const transfer = await newest('edited');
    expect(transfer).toMatchObject({ status: 'Transferred', record_id: before?.id, recovery: null });
    expect(String(transfer.history)).toMatch(/Edited in place/);
    // 70.00 + 5.00 + 50.00 of revenue and 0.43 of sales tax; nothing of the lines of before is left.
    expect(await ledger('edited')).toEqual({ 1100: '125.43', 2200: '-0.43', 4010: '-125.00' });
  });

  test('empties what the newer version does not say any more', async () => {
    const memo = () => connected.account.suiteql('SELECT memo FROM transaction WHERE tranid = ?', ['T-emptied']);
    await post('emptied', 1, { invoiceComment: 'For October' });
    expect(await memo()).toEqual([{ memo: 'For October' }]);
    await post('emptied', 2);
    expect(await memo()).toEqual([{ memo: null }]);
    expect(await transactions('emptied')).toMatchObject([{ total: 100 }]);
  });

  test('is reversed and posted again where someone has edited the record; both are linked and add up to the newer version', async () => {
    await post('reposted', 1, { lines: [{ amount: '100.00', tax: '8.63' }] });
    const [first] = await transactions('reposted');
    await connected.account.passTime(120_000);
    await books.edit(connected, first?.id, { memo: 'Please pay by card' });
    await post('reposted', 2, { lines: [{ amount: '60.00', tax: '5.18' }] });
    const [invoice, reversal, again, ...more] = await transactions('reposted');
    expect(more).toEqual([]);
    expect(invoice).toMatchObject({ id: first?.id, total: 108.63, unpaid: 0, memo: 'Please pay by card' });
    expect(reversal).toMatchObject({ recordtype: 'creditmemo', total: -108.63, day: '2026-10-15', period: 'Oct 2026' });
    expect(again).toMatchObject({ recordtype: 'invoice', total: 65.18, unpaid: 65.18, tranid: 'T-reposted' });
    expect([reversal, again].map((each) => each?.externalid)).toEqual([
      'obc-nue-invoice-invoice-reposted-reversal',
      'obc-nue-invoice-invoice-reposted-repost',
    ]);
    const transfer = await newest('reposted');
    expect(transfer).toMatchObject({
      status: 'Transferred',
      record_id: again?.id,
      recovery: `creditmemo ${reversal?.id} reverses invoice ${first?.id}`,
    });
    expect(String(transfer.history)).toMatch(
      /reversed by credit memo .* and posted again, because someone else has edited/,
    );
    expect(await ledger('reposted')).toEqual({ 1100: '65.18', 2200: '-5.18', 4010: '-60.00' });

    // The record that was posted again is the one that the next version finds; here it is edited in place.
    await post('reposted', 3, { lines: [{ amount: '61.00' }] });
    expect(await transactions('reposted')).toHaveLength(3);
    expect(await newest('reposted')).toMatchObject({ record_id: again?.id });
    expect(await ledger('reposted')).toEqual({ 1100: '61.00', 2200: '0.00', 4010: '-61.00' });
  });

  test('is reversed and posted again in the first open period where its own is closed and the settings say so', async () => {
    await post('closed', 1);
    await books.set(connected, { closedPeriod: 'First Open Period' });
    await withPeriodClosed(async () => {
      await post('closed', 2, { lines: [{ amount: '130.00' }] });
      await post('closed', 3, { lines: [{ amount: '140.00' }] });
    });
    expect(await transactions('closed')).toMatchObject([
      { recordtype: 'invoice', total: 100, unpaid: 0, period: 'Oct 2026' },
      { recordtype: 'creditmemo', total: -100, period: 'Nov 2026' },
      // Its own period is open: what was posted again is edited.
      { recordtype: 'invoice', total: 140, unpaid: 140, period: 'Nov 2026' },
    ]);
    expect(await ledger('closed')).toEqual({ 1100: '140.00', 4010: '-140.00' });
  });

  test('waits for a person where its period is closed and the settings ask', async () => {
    await post('asked', 1);
    await withPeriodClosed(async () => {
      await post('asked', 2, { lines: [{ amount: '130.00' }] });
    });
    expect(await newest('asked')).toMatchObject({ reason: 'Action Needed', error_code: 'PERIOD_CLOSED' });
    expect(await transactions('asked')).toHaveLength(1);
  });

  test('waits for a person where a payment is applied, and says which', async () => {
    await post('applied', 1);
    const [invoice] = await transactions('applied');
    const payment = await books.pay(connected, invoice?.id, 40);
    await post('applied', 2, { lines: [{ amount: '130.00' }] });
    const transfer = await newest('applied');
    expect(transfer).toMatchObject({ reason: 'Action Needed', error_code: 'CHANGED_AFTER_POSTING', recovery: null });
    expect(transfer.error_message).toBe(
      `Invoice "T-applied" was changed after it was posted (internal id ${invoice?.id}), but customer payment ${payment} ` +
        'is applied to it or was made from it; NetSuite still shows the earlier version.',
    );
    expect(await transactions('applied')).toMatchObject([{ total: 100, unpaid: 60 }]);
  });

  test('in a foreign currency is reversed at the rate of its own day: nothing of it is left in base currency', async () => {
    // In USD 1.12 for a EUR in October 2026.
    const inEuro = {
      currencyIsoCode: 'EUR',
      customer: {
        ...(books.version('euro', 1, { customer: 'customer-euro' }) as { customer?: object }).customer,
        currencyIsoCode: 'EUR',
      },
    };
    const send = (number: number, amount: string) =>
      books.post(connected, {
        ...books.version('euro', number, { lines: [{ amount }], customer: 'customer-euro' }),
        ...inEuro,
      });
    await send(1, '100.00');
    const [first] = await transactions('euro');
    await connected.account.passTime(120_000);
    await books.edit(connected, first?.id, { memo: 'seen' });
    await send(2, '50.00');
    expect(await transactions('euro')).toMatchObject([{ total: 100, unpaid: 0 }, { total: -100 }, { total: 50 }]);
    // 50.00 EUR x 1.12
    expect(await ledger('euro')).toEqual({ 1100: '56.00', 4010: '-56.00' });
  });

  test('follows the records wherever others come in between: the reposts are counted', async () => {
    await post('counted', 1);
    for (const number of [2, 3]) {
      const last = (await transactions('counted')).filter((each) => each.recordtype === 'invoice').pop();
      await connected.account.passTime(120_000);
      await books.edit(connected, last?.id, { memo: `seen ${number}` });
      await post('counted', number, { lines: [{ amount: `${number}00.00` }] });
    }
    expect((await transactions('counted')).map((each) => each.externalid)).toEqual(
      ['', '-reversal', '-repost', '-reversal2', '-repost2'].map((part) => `obc-nue-invoice-invoice-counted${part}`),
    );
    expect(await ledger('counted')).toEqual({ 1100: '300.00', 4010: '-300.00' });
  });
});

describe('updates by preference', () => {
  test('a newer version of a customer leaves NetSuite as it is where updates are off, and the next invoice is posted', async () => {
    await post('kept', 1);
    await books.set(connected, { updates: { customer: 'Do Not Allow Updates' } });
    const renamed = books.version('kept-2', 1, { customer: 'customer-kept' });
    const customer = {
      ...(renamed as { customer?: object }).customer,
      name: 'Renamed',
      lastModifiedDate: '2026-10-20T06:00:00.000Z',
    };
    await books.post(connected, { ...renamed, customer });
    const [transfer] = await books.transfersOf(connected, 'customer-kept', 'customer');
    expect(transfer).toMatchObject({ status: 'Transferred' });
    expect(String(transfer?.history)).toMatch(/Nothing written: the settings/);
    const names = await connected.account.suiteql('SELECT companyname FROM customer WHERE entityid = ?', [
      'CUSTOMER-KEPT',
    ]);
    expect(names).toEqual([{ companyname: 'Company customer-kept' }]);
    expect(await ledger('kept')).toEqual({ 1100: '200.00', 4010: '-200.00' });
  });
});
