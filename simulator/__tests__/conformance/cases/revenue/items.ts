import type { ConformancePage } from '../../harness/case';
import { recognizes } from './revenueBooks';

const DEFERRAL = 'src/records/revenue/deferral.ts';
const EVENTS = 'src/records/revenue/planEvents.ts';
const ELEMENTS = 'src/records/revenue/elements.ts';

export const itemConfiguration: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4340443927',
  title: 'Item Configuration for Advanced Revenue Management',
  cases: [
    recognizes(
      'item-with-a-rule-defers',
      'Revenue of an item with a revenue recognition rule goes to its deferred revenue account; without one of its own to the account of the system.',
      {
        file: DEFERRAL,
        find: 'if (byRule) return row.deferredrevenueaccount ?? systemDeferral(account, row.itemid);',
        replace: '',
      },
      ({ run }) => run("return gl(sale('invoice', customer(), ruled()).save());"),
      ['1100 100', '2400 -100'],
    ),
    recognizes(
      'item-posts-revenue-directly',
      'An item that posts revenue directly credits its income account.',
      { file: DEFERRAL, find: " && row.directrevenueposting !== 'T'", replace: '' },
      ({ run }) => run("return gl(sale('invoice', customer(), ruled({ directrevenueposting: true })).save());"),
      ['1100 100', '4010 -100'],
    ),
    recognizes(
      'plans-on-arrangement-by-default',
      'Create Revenue Plans On is Revenue Arrangement Creation by default: an order has its plans at once.',
      { file: 'src/records/revenue/fields.ts', find: "defaultValue: '-1'", replace: "defaultValue: '-2'" },
      ({ run }) => run("sale('salesorder', customer(), ruled(), {}, { amount: 90 }).save(); return planned();"),
      [30, 30, 30],
    ),
    recognizes(
      'plans-on-billing-wait-for-the-bill',
      'With Billing the plans of an order come after it is billed.',
      { file: EVENTS, find: 'if (on === ON_ARRANGEMENT) return', replace: 'if (on !== ON_FULFILLMENT) return' },
      ({ run }) =>
        run(`var id = sale('salesorder', customer(), ruled({ createrevenueplanson: '-2' }), {}, { amount: 90 }).save();
             var before = planned(); of('salesorder', id, 'invoice').save(); return [before, planned()];`),
      [[], [30, 30, 30]],
    ),
    recognizes(
      'plans-on-fulfillment-need-what-can-be-fulfilled',
      'With Fulfillment the invoice triggers the plans of an item that cannot be fulfilled.',
      {
        file: EVENTS,
        find: "const isMoved = source?.itemtype === 'InvtPart' || source?.isfulfillable === 'T';",
        replace: 'const isMoved = true;',
      },
      ({ run }) =>
        run(`var id = sale('salesorder', customer(), ruled({ createrevenueplanson: '-3' }, 'As shipped')).save();
             of('salesorder', id, 'invoice').save(); return planned();`),
      [100],
    ),
  ],
};

export const arrangementSources: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4333740355',
  title: 'Revenue Arrangement Management',
  cases: [
    recognizes(
      'billing-an-order-makes-no-second-element',
      'A line that bills an order belongs to the element of the order.',
      { file: ELEMENTS, find: "if (ordered !== 'none') {", replace: 'if (false) {' },
      ({ run }) =>
        run(`var id = sale('salesorder', customer(), ruled()).save();
             of('salesorder', id, 'invoice').save(); return elements();`),
      [100],
    ),
    recognizes(
      'returns-make-negative-elements',
      'A return authorization is the source of a negative element.',
      { file: ELEMENTS, find: "'SalesOrd', 'RtnAuth', 'CustInvc'", replace: "'SalesOrd', 'CustInvc'" },
      ({ run }) => run("sale('returnauthorization', customer(), ruled()).save(); return elements();"),
      [-100],
    ),
  ],
};

export const updatedElements: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4370936348',
  title: 'Updating Revenue Arrangements',
  cases: [
    recognizes(
      'source-amounts-update-the-element',
      'A change of the amount in the source updates the element and its plans.',
      { file: 'src/records/revenue/writeElement.ts', find: '    allocationamount: amount,\n', replace: '' },
      async ({ run }) =>
        run(`var id = sale('invoice', customer(), ruled()).save(); var rec = load('invoice', id);
             cell(rec, 'item', 'amount', 60); rec.save(); return [elements(), planned()];`),
      [[60], [20, 20, 20]],
    ),
    recognizes(
      'source-items-stay',
      'The item of a source cannot be changed, only added or removed.',
      {
        file: 'src/records/revenue/writeElement.ts',
        find: 'if (known !== null) refuseAnotherItem(account, known, line);',
        replace: '',
      },
      async ({ run, recognize }) => {
        await run("sale('invoice', customer(), ruled()).save();");
        await recognize('Jul 2026');
        return run(`var other = ruled({ itemid: 'Other' });
          return caught(function () { var rec = theInvoice(); cell(rec, 'item', 'item', other); rec.save(); });`);
      },
      'REV_REC_UPDATE_DISALLWD',
    ),
  ],
};
