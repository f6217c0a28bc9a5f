import type { ConformancePage } from '../../harness/case';
import { gives } from './trade';

const PROGRESS = 'src/records/transaction/orderProgress.ts';
const RULES = 'src/records/transaction/orderRules.ts';
const BILL = 'src/records/transform/billOrder.ts';
const CONTINUE = 'src/records/transform/continueSale.ts';
const CONTINUATION = 'src/records/transaction/continuation.ts';

export const orderStatuses: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1220604',
  title: 'Viewing the Status of Sales Orders',
  cases: [
    gives(
      'order-pending-fulfillment',
      'An approved order of goods is pending fulfillment.',
      {
        file: PROGRESS,
        find: "if (!lines.some((line) => line.moved.gt(0))) return 'B';",
        replace: "if (lines.length === 0) return 'B';",
      },
      'return status(order(goods()));',
      'B',
    ),
    gives(
      'order-pending-billing',
      'An order with nothing left to ship waits for its invoice, also when it is billed in part.',
      { file: PROGRESS, find: "return awaitsBilling ? 'F' : 'G';", replace: "return 'G';" },
      `var id = order(item(), { quantity: 2, amount: undefined, rate: 10 });
       var before = status(id);
       cell(of('salesorder', id, 'invoice'), 'quantity', 1).save();
       return [before, status(id)];`,
      ['F', 'F'],
    ),
    gives(
      'order-partially-fulfilled',
      'An order that is shipped in part and billed as far is partially fulfilled; before it is billed it is pending billing/partially fulfilled.',
      {
        file: PROGRESS,
        find: "return open.some((line) => line.isMoved && line.billed.lt(line.moved)) ? 'E' : 'D';",
        replace: "return 'E';",
      },
      `var id = order(goods(), { quantity: 3, amount: undefined, rate: 10 });
       ship(id, 1);
       var before = status(id);
       of('salesorder', id, 'invoice').save();
       return [before, status(id)];`,
      ['E', 'D'],
    ),
    gives(
      'order-billed',
      'An order that is completely shipped and invoiced is billed.',
      {
        file: CONTINUATION,
        find: 'new Set([...before, ...links.map((link) => link.previousDoc)])',
        replace: 'new Set(before)',
      },
      `var id = order(goods(), { quantity: 2, amount: undefined, rate: 10 });
       ship(id, 2);
       of('salesorder', id, 'invoice').save();
       return [status(id), cells('salesorder', id, 'quantitybilled'), cells('salesorder', id, 'quantityfulfilled')];`,
      ['G', [2], [2]],
    ),
    gives(
      'order-cancelled-for-good',
      'A cancelled order cannot come back.',
      {
        file: RULES,
        find: "if (before === CANCELLED) throw userError('This order has been cancelled and cannot be changed.');",
        replace: '',
      },
      `var id = order(item());
       change('salesorder', id, { orderstatus: 'C' });
       return [status(id), caught(function () { change('salesorder', id, { orderstatus: 'B' }); })];`,
      ['C', 'USER_ERROR'],
    ),
    gives(
      'order-statuses-are-the-systems',
      'Nobody sets a status beyond approval and cancelling by hand.',
      { file: RULES, find: "  throw invalidKey('orderstatus', given);", replace: '  return given;' },
      `var id = order(item());
       return [caught(function () { change('salesorder', id, { orderstatus: 'G' }); }), status(id)];`,
      ['INVALID_KEY_OR_REF', 'F'],
    ),
  ],
};

export const orderApproval: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1218788',
  title: 'Approving Sales Orders',
  cases: [
    gives(
      'order-needs-approval-first',
      'An order that is pending approval cannot be billed before somebody approves it.',
      { file: BILL, find: "['A', 'C', 'H'].includes(row.status)", replace: "['C', 'H'].includes(row.status)" },
      `var id = order(item(), {}, { orderstatus: 'A' });
       var refused = caught(function () { of('salesorder', id, 'invoice'); });
       change('salesorder', id, { orderstatus: 'B' });
       return [refused, status(id)];`,
      ['INVALID_INITIALIZE_REF', 'F'],
    ),
    gives(
      'order-no-reset-when-started',
      'An order that was fulfilled or billed in part cannot be set back to Pending Approval.',
      { file: RULES, find: 'if (stored?.id && hasStarted(account, Number(stored.id))) {', replace: 'if (false) {' },
      `var id = order(goods(), { quantity: 2, amount: undefined, rate: 10 });
       ship(id, 1);
       return [caught(function () { change('salesorder', id, { orderstatus: 'A' }); }), status(id)];`,
      ['USER_ERROR', 'E'],
    ),
    gives(
      'order-approved-again-after-edit',
      'With Require Re-approval an approved order that is edited waits for approval again.',
      {
        file: RULES,
        find: 'return needsNewApproval(account, stored) ? PENDING_APPROVAL : before;',
        replace: 'return before;',
      },
      `prefer({ REAPPROVESOONEDIT: true });
       var id = order(item());
       change('salesorder', id, { memo: 'Changed' });
       return status(id);`,
      'A',
    ),
  ],
};

export const orderBilling: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1221414',
  title: 'Creating Invoices or Cash Sales from Sales Orders',
  cases: [
    gives(
      'order-does-not-post',
      'A sales order does not change the accounts; its invoice does.',
      { file: 'src/records/transaction/orderType.ts', find: 'isPosting: false,', replace: 'isPosting: true,' },
      `var id = order(item());
       return [gl(id), gl(of('salesorder', id, 'invoice').save())];`,
      [[], ['1100 100', '4010 -100']],
    ),
    gives(
      'order-currency-kept',
      'The invoice of an order has the currency of the order.',
      { file: CONTINUE, find: 'entity subsidiary currency terms', replace: 'entity subsidiary terms' },
      `var eur = idOf('currency', 'symbol', 'EUR'), usd = idOf('currency', 'symbol', 'USD');
       var entity = customer({ currency: usd });
       var rec = record.load({ type: 'customer', id: entity });
       cell(rec, 'currency', eur, 1, 'currency'); rec.save();
       var id = sale('salesorder', entity, item(), { currency: eur }).save();
       return get('invoice', of('salesorder', id, 'invoice').save(), 'currency') === eur;`,
      true,
    ),
    gives(
      'order-billed-twice-at-once',
      'Two bills of the same order at the same time: the second finds it processed already.',
      {
        file: CONTINUATION,
        find: "if (data.id === null && linkType === 'OrdBill') refuseBilled(account, links);",
        replace: '',
      },
      `var id = order(item());
       var one = of('salesorder', id, 'invoice'), other = of('salesorder', id, 'invoice');
       one.save();
       return caught(function () { other.save(); });`,
      'USER_ERROR',
    ),
    gives(
      'order-as-cash-sale',
      'An order can become a cash sale instead of an invoice.',
      { file: 'src/records/transformRecord.ts', find: "  'salesorder>cashsale': billSalesOrder,\n", replace: '' },
      `var id = order(item());
       var paid = of('salesorder', id, 'cashsale').save();
       return [gl(paid), status(id)];`,
      [['1200 100', '4010 -100'], 'G'],
    ),
  ],
};

export const orderInvoicing: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1219162',
  title: 'Invoicing Sales Orders',
  cases: [
    gives(
      'order-invoice-in-advance',
      'Goods are invoiced as they are shipped, with Invoice in Advance of Fulfillment all at once.',
      { file: BILL, find: "isPreferred(account, 'UNSHIPPEDINVOICES')", replace: 'true' },
      `var id = order(goods());
       var refused = caught(function () { of('salesorder', id, 'invoice'); });
       prefer({ UNSHIPPEDINVOICES: true });
       of('salesorder', id, 'invoice').save();
       return [refused, cells('salesorder', id, 'quantitybilled')];`,
      ['INVALID_INITIALIZE_REF', [1]],
    ),
    gives(
      'order-invoice-what-is-shipped',
      'The invoice of an order that is shipped in part has what was shipped.',
      {
        file: BILL,
        find: 'const due = inAdvance || !line.isMoved ? line.quantity : line.moved;',
        replace: 'const due = line.quantity;',
      },
      `var id = order(goods(), { quantity: 3, amount: undefined, rate: 10 });
       ship(id, 2);
       var bill = of('salesorder', id, 'invoice').save();
       return [cells('invoice', bill, 'quantity'), get('invoice', bill, 'total')];`,
      [[2], 20],
    ),
  ],
};

export const orderClosing: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4698204292',
  title: 'Closing a Sales Order',
  cases: [
    gives(
      'order-closed-by-its-lines',
      'An order of which every line is closed is closed, and can be opened again.',
      {
        file: PROGRESS,
        find: "if (lines.length > 0 && open.length === 0) return lines.some((line) => line.billed.lt(line.quantity)) ? 'H' : 'G';",
        replace: '',
      },
      `var id = order(item());
       close('salesorder', id);
       var closed = status(id);
       close('salesorder', id, false);
       return [closed, status(id)];`,
      ['H', 'F'],
    ),
    gives(
      'order-closed-line-not-billed',
      'What is closed is not billed any more.',
      { file: BILL, find: 'if (line.isClosed) return NOTHING;', replace: '' },
      `var rec = sale('salesorder', customer(), item());
       cell(rec, 'item', item(), 1); cell(rec, 'amount', 7, 1);
       var id = rec.save();
       close('salesorder', id);
       return get('invoice', of('salesorder', id, 'invoice').save(), 'total');`,
      7,
    ),
  ],
};
