import { filterTree } from '../../src/script/search/expression';
import { runSearch } from '../../src/search/run';
import { orders } from '../records/orders';
import { receivablesOf } from '../records/receivables';
import { administrator, codeOf, testAccount } from '../records/testAccount';

/** An order, its invoice, and two payments of that. */
function linkedSales() {
  const t = testAccount();
  const { sale, transform } = orders(t);
  const { pay } = receivablesOf(t);
  const customer = t.customer();
  const order = t.save(sale('salesorder', customer, [{ item: t.item(), rate: 100 }]));
  const invoice = t.save(transform('salesorder', order, 'invoice'));
  const payments = [pay(customer, 60, { [invoice]: 60 }), pay(customer, 40, { [invoice]: 40 })];
  const search = (type: string, filters: unknown, ...columns: string[]) =>
    runSearch(
      t.account,
      administrator,
      {
        type,
        filter: filterTree(filters),
        columns: columns.map((path) => {
          const [first = '', second] = path.split('.');
          const join = second === undefined ? null : first;
          return { name: second ?? first, join, summary: null, formula: null, function: null, sort: null };
        }),
      },
      { start: 0, end: null },
    ).map(({ cells }) => cells.map(({ value }) => value));
  return { order, invoice, payments, search, t };
}

describe('transactions that apply to each other, in searches', () => {
  test('an invoice has a row for each payment that applies to it, with its amount and its fields', () => {
    const { invoice, payments, search, t } = linkedSales();
    const filters = [['mainline', 'is', 'T'], 'and', ['internalid', 'anyof', invoice]];
    const columns = ['applyingtransaction', 'applyinglinktype', 'applyingforeignamount', 'applyinglinkamount'];
    const rows = search('invoice', filters, ...columns, 'applyingtransaction.tranid');
    const number = (id: string | undefined) => t.load('customerpayment', String(id)).fields.tranid;
    expect(rows).toEqual([
      [payments[0], 'Payment', '60.00', '60.00', number(payments[0])],
      [payments[1], 'Payment', '40.00', '40.00', number(payments[1])],
    ]);
  });

  test('payments are found by what they are applied to, lines of invoices by the order that they bill', () => {
    const { order, invoice, payments, search } = linkedSales();
    const paid = search(
      'customerpayment',
      ['appliedtotransaction', 'anyof', invoice],
      'internalid',
      'appliedtolinkamount',
    );
    expect(paid).toEqual([
      [payments[0], '60.00'],
      [payments[1], '40.00'],
    ]);
    const billed = [['mainline', 'is', 'F'], 'and', ['appliedtotransaction.type', 'anyof', 'SalesOrd']];
    expect(search('invoice', billed, 'internalid', 'appliedtotransaction', 'appliedtolinktype')).toEqual([
      [invoice, order, 'OrdBill'],
    ]);
  });

  test('what nothing applies to stays in the results, without a link', () => {
    const { search, t, invoice } = linkedSales();
    const other = t.save(t.invoice(t.customer(), [{ item: t.item(), rate: 5 }]));
    const rows = search('invoice', ['mainline', 'is', 'T'], 'internalid', 'applyingtransaction');
    expect(rows.filter(([id]) => id === other)).toEqual([[other, '']]);
    expect(rows.filter(([id]) => id === invoice)).toHaveLength(2);
    const nested = () => search('invoice', [], 'createdfrom.applyingtransaction');
    expect(codeOf(nested)).toContain('SIMULATOR_NOT_SUPPORTED');
  });
});
