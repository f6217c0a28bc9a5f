import { equal } from '../../harness/assert';
import type { Api, ConformanceCase, Switch } from '../../harness/case';
import { type Books, books } from '../setup/books';

/** Short forms of what scripts do with orders, cash sales, journals and deposits, besides those of `books`. */
const HELPERS = `
  function of(fromType, fromId, toType, values) {
    return fill(record.transform({ fromType: fromType, fromId: fromId, toType: toType }), values);
  }
  function cell(rec, field, value, line, list) {
    return rec.setSublistValue({ sublistId: list || 'item', fieldId: field, line: line || 0, value: value });
  }
  function get(type, id, field) { return record.load({ type: type, id: id }).getValue({ fieldId: field }); }
  function cells(type, id, field) {
    var rec = record.load({ type: type, id: id }), values = [];
    for (var line = 0; line < rec.getLineCount({ sublistId: 'item' }); line += 1) {
      values.push(rec.getSublistValue({ sublistId: 'item', fieldId: field, line: line }));
    }
    return values;
  }
  function status(id) { return rows('SELECT status FROM transaction WHERE id = ?', [id])[0].status; }
  function goods() { return item({ isfulfillable: true }); }
  function order(itemId, line, values) { return sale('salesorder', customer(), itemId, values, line).save(); }
  function rma(itemId, line, values) { return sale('returnauthorization', customer(), itemId, values, line).save(); }
  function cashSale(amount, values) { return sale('cashsale', customer(), item(), values, { amount: amount }).save(); }
  function ship(orderId, quantity) { return cell(of('salesorder', orderId, 'itemfulfillment'), 'quantity', quantity).save(); }
  function close(type, id, closed) { return cell(record.load({ type: type, id: id }), 'isclosed', closed !== false).save(); }
  function journal(lines, values) {
    var rec = fill(record.create({ type: 'journalentry' }), Object.assign({ subsidiary: 1 }, values));
    lines.forEach(function (entry, line) {
      cell(rec, 'account', ledger(entry[0]), line, 'line');
      cell(rec, entry[1] < 0 ? 'credit' : 'debit', Math.abs(entry[1]), line, 'line');
    });
    return rec;
  }
  function banking(ids, values) {
    var rec = fill(record.create({ type: 'deposit' }), Object.assign({ account: ledger('1000') }, values));
    for (var line = 0; line < rec.getLineCount({ sublistId: 'payment' }); line += 1) {
      var id = rec.getSublistValue({ sublistId: 'payment', fieldId: 'id', line: line });
      if (ids.map(String).indexOf(String(id)) >= 0) cell(rec, 'deposit', true, line, 'payment');
    }
    return rec;
  }
`;

/** An account whose RESTlet runs code with these short forms, as the administrator. */
export async function trade(api: Api): Promise<Pick<Books, 'site' | 'run'>> {
  const { site, run } = await books(api);
  return { site, run: (code) => run(`${HELPERS} ${code}`) };
}

/** A case whose script, run as the administrator, has to give a value. */
export function gives(id: string, rule: string, without: Switch, code: string, expected: unknown): ConformanceCase {
  return {
    id,
    rule,
    without,
    run: async (api: Api) => {
      const { run } = await books(api);
      equal(await run(`${HELPERS} ${code}`), expected);
    },
  };
}
