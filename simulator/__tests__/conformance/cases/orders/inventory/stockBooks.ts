import { demoCompany } from '../../../../../src/company/presets/demo';
import { equal } from '../../../harness/assert';
import type { ConformanceCase, Switch } from '../../../harness/case';
import { books } from '../../setup/books';

/** Short forms for inventory items. Days are of July 2026. */
export const STOCK = `
  function stock(values) {
    return item(Object.assign({ cogsaccount: ledger('5000'), assetaccount: ledger('1300') }, values), 'inventoryitem');
  }
  function on(day) { return new Date(2026, 6, day); }
  function of(fromType, fromId, toType, values) {
    return fill(record.transform({ fromType: fromType, fromId: fromId, toType: toType }), values);
  }
  function adjust(itemId, quantity, cost, day, cells) {
    var rec = fill(record.create({ type: 'inventoryadjustment' }), { subsidiary: 1, account: ledger('6100'), trandate: on(day) });
    var line = Object.assign({ item: itemId, adjustqtyby: quantity }, cost === null ? {} : { unitcost: cost }, cells);
    Object.keys(line).forEach(function (key) {
      rec.setSublistValue({ sublistId: 'inventory', fieldId: key, line: 0, value: line[key] });
    });
    return rec.save();
  }
  function trade(type, itemId, quantity, day, values, cells) {
    var line = Object.assign({ quantity: quantity, rate: 100, amount: 100 * quantity }, cells);
    return sale(type, buyer, itemId, Object.assign({ trandate: on(day) }, values), line).save();
  }
  function order(itemId, quantity, cells) { return trade('salesorder', itemId, quantity, 1, {}, cells); }
  function ship(orderId, day, values) {
    return of('salesorder', orderId, 'itemfulfillment', Object.assign({ trandate: on(day) }, values)).save();
  }
  function costs(id) { return gl(id).filter(function (text) { return /^(1300|5000) /.test(text); }).sort(); }
  function has(itemId, names) {
    var rec = record.load({ type: 'inventoryitem', id: itemId });
    return names.map(function (name) { return rec.getValue({ fieldId: name }); });
  }
  function hand(itemId) { return has(itemId, ['quantityonhand', 'averagecost']); }
  var buyer = customer();
`;

/** The demo company with features more. */
function company(...features: string[]) {
  return { company: { ...demoCompany, features: [...demoCompany.features, ...features] } };
}

/** A case whose script, run as the administrator, has to give a value. */
export function gives(
  id: string,
  rule: string,
  without: Switch,
  code: string,
  expected: unknown,
  features: readonly string[] = [],
): ConformanceCase {
  return {
    id,
    rule,
    without,
    run: async (api) => {
      const { run } = await books(api, features.length === 0 ? {} : company(...features));
      equal(await run(`${STOCK} ${code}`), expected);
    },
  };
}
