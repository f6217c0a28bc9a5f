import type { Api, SiteSetup } from '../../harness/case';
import type { Site } from '../../harness/site';
import { books } from '../setup/books';

/** Short forms of what scripts do with payments and credits, besides those of `books`. */
const HELPERS = `
  function lineOf(rec, list, doc) {
    return rec.findSublistLineWithValue({ sublistId: list, fieldId: 'doc', value: doc });
  }
  function tick(rec, list, doc, amount) {
    var line = lineOf(rec, list, doc);
    rec.setSublistValue({ sublistId: list, fieldId: 'apply', line: line, value: amount !== false });
    if (typeof amount === 'number') rec.setSublistValue({ sublistId: list, fieldId: 'amount', line: line, value: amount });
    return rec;
  }
  function bill(entity, amount, values) { return sale('invoice', entity, item(), values, { amount: amount }).save(); }
  function credit(entity, amount, values) { return sale('creditmemo', entity, item(), values, { amount: amount }); }
  function of(fromType, fromId, toType, values) {
    return fill(record.transform({ fromType: fromType, fromId: fromId, toType: toType }), values);
  }
  function payment(entity, values) { return of('customer', entity, 'customerpayment', values); }
  function deposit(entity, amount, values) {
    return fill(record.create({ type: 'customerdeposit', defaultValues: { entity: entity } }),
      Object.assign({ payment: amount }, values)).save();
  }
  function refund(entity) {
    return fill(record.create({ type: 'customerrefund', defaultValues: { entity: entity } }),
      { account: ledger('1000'), paymentmethod: 2 });
  }
  function get(type, id, field) { return record.load({ type: type, id: id }).getValue({ fieldId: field }); }
  function due(invoiceId) { return get('invoice', invoiceId, 'amountremaining'); }
  function status(id) { return rows('SELECT status FROM transaction WHERE id = ?', [id])[0].status; }
  function day(date) { return new Date(2026, 6, date); }
  function euros() { return customer({ currency: idOf('currency', 'symbol', 'EUR') }); }
  function revaluations() {
    return rows("SELECT t.id, t.memo, t.trandate FROM transaction t WHERE t.type = 'FxReval' ORDER BY t.id").map(function (row) {
      return row.memo + ' ' + gl(row.id).join(', ');
    });
  }
`;

export interface Ledgers {
  readonly site: Site;
  /** Runs code as the administrator in a RESTlet and gives what it returns. */
  run(code: string): Promise<unknown>;
}

export async function ledgers(api: Api, setup: SiteSetup = {}): Promise<Ledgers> {
  const { site, run } = await books(api, setup);
  return { site, run: (code) => run(`${HELPERS} ${code}`) };
}
