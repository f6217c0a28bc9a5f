import type { ConformancePage } from '../../harness/case';
import { recognizes } from './revenueBooks';

const EVENTS = 'src/records/revenue/planEvents.ts';
const TERMS = 'src/records/revenue/terms.ts';
const PLANS = 'src/records/revenue/plans.ts';
const PLANNED = 'src/records/revenue/plannedRevenue.ts';
const RECOGNIZED = 'src/records/revenue/recognized.ts';

export const ruleFields: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4356113783',
  title: 'Revenue Recognition Rule Field Reference',
  cases: [
    recognizes(
      'terms-in-months-are-exact',
      'A term of twelve months from July 7 ends on July 6.',
      { file: TERMS, find: 'return addDays(isoDate(date), -1);', replace: 'return isoDate(date);' },
      ({ run }) =>
        run(`sale('invoice', customer(), ruled({}, 'A year of months'), { trandate: new Date(2026, 6, 7) }).save();
             return rows('SELECT revrecenddate AS e FROM revenueplan')[0].e;`),
      '7/6/2027',
    ),
    recognizes(
      'recognition-periods-count-the-partial-first',
      'A recognition period counts the partial period in which it starts.',
      { file: TERMS, find: 'period.end >= start)[count', replace: 'period.start >= start)[count' },
      ({ run }) =>
        run(`sale('invoice', customer(), ruled(), { trandate: new Date(2026, 6, 7) }).save();
             return rows('SELECT revrecenddate AS e FROM revenueplan')[0].e;`),
      '9/30/2026',
    ),
    recognizes(
      'plans-of-bills-take-their-share',
      'The plan of a bill is the share of the revenue amount that it is of the discounted sales amount.',
      { file: EVENTS, find: '.div(discounted).times(amount)', replace: '.div(1)' },
      ({ run }) =>
        run(`var sold = ruled({ createrevenueplanson: '-2' });
             var rec = sale('salesorder', customer(), sold, {}, { amount: 100, quantity: 4 });
             cell(rec, 'item', 'item', sold, 1); cell(rec, 'item', 'amount', 100, 1);
             var id = rec.save(), arrangement = theArrangement();
             cell(arrangement, 'revenueelement', 'allocationamount', 150);
             cell(arrangement, 'revenueelement', 'allocationamount', 50, 1); arrangement.save();
             var bill = of('salesorder', id, 'invoice'); bill.removeLine({ sublistId: 'item', line: 1 });
             cell(bill, 'item', 'quantity', 2); bill.save(); return planned();`),
      [25, 25, 25],
    ),
    recognizes(
      'plans-of-shipments-take-their-quantity',
      'The plan of a shipment is the share of the revenue amount that was fulfilled of the quantity.',
      { file: EVENTS, find: 'money(row.quantity).abs().div(ordered).times(amount)', replace: 'amount' },
      ({ run }) =>
        run(`var shipped = ruled({ createrevenueplanson: '-3', isfulfillable: true }, 'As shipped');
             var id = sale('salesorder', customer(), shipped, {}, { amount: 100, quantity: 4 }).save();
             var move = of('salesorder', id, 'itemfulfillment'); cell(move, 'item', 'quantity', 1);
             move.setValue('shipstatus', 'C'); move.save(); return planned();`),
      [25],
    ),
    recognizes(
      'forecasts-take-the-whole-amount',
      'A forecast plan always is of the revenue amount of the element.',
      { file: PLANS, find: '    amount: money(element.allocationamount),\n', replace: '    amount: money(0),\n' },
      ({ run }) =>
        run(`var rule = idOf('revenuerecognitionrule', 'name', 'A quarter');
             sale('salesorder', customer(), ruled({ createrevenueplanson: '-2', revrecforecastrule: rule }), {}, { amount: 90 }).save();
             return [planned('FORECAST'), planned()];`),
      [[30, 30, 30], []],
    ),
    recognizes(
      'forecasts-start-with-their-source',
      'Forecast plans use the date of the source as that of the event.',
      { file: PLANS, find: 'date: String(element.elementdate),', replace: "date: '2026-12-01'," },
      ({ run }) =>
        run(`var rule = idOf('revenuerecognitionrule', 'name', 'A quarter');
             sale('salesorder', customer(), ruled({ createrevenueplanson: '-2', revrecforecastrule: rule }), { trandate: new Date(2026, 7, 3) }).save();
             return rows('SELECT revrecstartdate AS s FROM revenueplan')[0].s;`),
      '8/3/2026',
    ),
    recognizes(
      'end-dates-change-what-remains',
      'With another end date what is not recognized yet is divided by the periods that remain.',
      {
        file: 'src/records/revenue/spreadPlan.ts',
        find: 'new Set(done.map((row) => Number(row.plannedperiod))),',
        replace: '',
      },
      async ({ run, recognize }) => {
        await run("sale('invoice', customer(), ruled(), {}, { amount: 90 }).save();");
        await recognize('Jul 2026');
        return run(
          'var plan = thePlan(); fill(plan, { revrecenddate: new Date(2026, 9, 31) }).save(); return planned();',
        );
      },
      [30, 20, 20, 20],
    ),
  ],
};

export const editedPlans: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4369089832',
  title: 'Editing Revenue Recognition Plans',
  cases: [
    recognizes(
      'started-plans-keep-their-start',
      'The start date of a plan can be edited only while no revenue of it is recognized.',
      { file: PLANNED, find: "throw updateDisallowed('Rev Rec Start Date');", replace: 'void 0;' },
      async ({ run, recognize }) => {
        await run("sale('invoice', customer(), ruled()).save();");
        await recognize('Jul 2026');
        return run(
          'return caught(function () { fill(thePlan(), { revrecstartdate: new Date(2026, 6, 2) }).save(); });',
        );
      },
      'REV_REC_UPDATE_DISALLWD',
    ),
    recognizes(
      'held-plans-catch-up',
      'Revenue that was not recognized while a plan was on hold is recognized in its catch up period.',
      { file: 'src/records/types/revenuePlan.ts', find: 'if (isReleased) catchUp(account, data, id);', replace: '' },
      ({ run }) =>
        run(`sale('invoice', customer(), ruled(), {}, { amount: 90 }).save();
             fill(thePlan(), { holdrevenuerecognition: true }).save();
             fill(thePlan(), { holdrevenuerecognition: false, catchupperiod: period('Sep 2026') }).save();
             return planned();`),
      [90],
    ),
    recognizes(
      'planned-revenue-comes-to-the-amount',
      'The lines of planned revenue must come to the amount of the plan.',
      { file: PLANNED, find: '.eq(money(data.fields.amount))', replace: '.gt(-1)' },
      ({ run }) =>
        run(`sale('invoice', customer(), ruled(), {}, { amount: 90 }).save();
             return caught(function () { var plan = thePlan(); cell(plan, 'plannedrevenue', 'amount', 31); plan.save(); });`),
      'USER_ERROR',
    ),
  ],
};

export const viewedPlans: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4380140655',
  title: 'Viewing Revenue Recognition Plans',
  cases: [
    recognizes(
      'plans-tell-what-is-recognized',
      'A plan tells its status, what of it is recognized and what is still deferred.',
      { file: RECOGNIZED, find: "isOpen ? 'INPROGRESS' : 'COMPLETED'", replace: "'NOTSTARTED'" },
      async ({ run, recognize }) => {
        await run("sale('invoice', customer(), ruled(), {}, { amount: 90 }).save();");
        const told =
          'return rows("SELECT status, totalrecognized AS t, remainingdeferredbalance AS r FROM revenueplan")[0];';
        await recognize('Jul 2026');
        const started = await run(told);
        await recognize('Sep 2026', { includePriorPeriods: true });
        return [started, await run(told)];
      },
      [
        { status: 'INPROGRESS', t: 30, r: 60 },
        { status: 'COMPLETED', t: 90, r: 0 },
      ],
    ),
    recognizes(
      'recognized-by-hand-keeps-the-source',
      'While Is Recognized is checked the source of the element cannot be deleted.',
      { file: RECOGNIZED, find: "OR COALESCE(isrecognized, 'F') = 'T'", replace: '' },
      ({ run }) =>
        run(`var id = sale('invoice', customer(), ruled()).save();
             var plan = thePlan(); cell(plan, 'plannedrevenue', 'isrecognized', true); plan.save();
             return caught(function () { record.delete({ type: 'invoice', id: id }); });`),
      'TRANS_IN_USE',
    ),
  ],
};

export const elementFields: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4370935868',
  title: 'Revenue Element Field Reference',
  cases: [
    recognizes(
      'triggers-stay-when-recognition-began',
      'Create Revenue Plans On of an element is read-only once a journal entry exists for one of its plans.',
      {
        file: 'src/records/types/revenueArrangement.ts',
        find: "throw updateDisallowed('Create Revenue Plans On');",
        replace: '',
      },
      async ({ run, recognize }) => {
        await run("sale('invoice', customer(), ruled()).save();");
        await recognize('Jul 2026');
        return run(`return message(function () {
          var rec = theArrangement(); cell(rec, 'revenueelement', 'createrevenueplanson', '-2'); rec.save();
        });`);
      },
      'Modification of Create Revenue Plans On is not allowed because revenue has been recognized for this or related lines.',
    ),
    recognizes(
      'revenue-amounts-come-to-the-total',
      'Revenue amounts can be adjusted where their total stays that of the transactions.',
      {
        file: 'src/records/types/revenueArrangement.ts',
        find: 'if (!total.eq(sum(lines.map((line) => money(line.fields.discountedsalesamount))))) {',
        replace: 'if (false) {',
      },
      ({ run }) =>
        run(`sale('invoice', customer(), ruled()).save();
             return caught(function () { var rec = theArrangement(); cell(rec, 'revenueelement', 'allocationamount', 99); rec.save(); });`),
      'USER_ERROR',
    ),
  ],
};

export const deletedPlans: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4380392082',
  title: 'Deleting Revenue Recognition Plans',
  cases: [
    recognizes(
      'started-plans-are-not-deleted',
      'A plan stays while journal entries are associated with it: they are deleted first.',
      {
        file: 'src/records/revenue/recordRevenue.ts',
        find: '  refuseWhereRecognized(account, transaction);\n',
        replace: '',
      },
      async ({ run, recognize }) => {
        await run("sale('invoice', customer(), ruled()).save();");
        const [journal] = await recognize('Jul 2026');
        return run(`function drop() { record.delete({ type: 'invoice', id: theInvoice().id }); }
          var before = caught(drop); record.delete({ type: 'journalentry', id: ${journal?.id} });
          return [before, caught(drop)];`);
      },
      ['TRANS_IN_USE', 'nothing'],
    ),
  ],
};
