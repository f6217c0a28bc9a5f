import type { ConformancePage } from '../../harness/case';
import { codeOf, recognizes } from './revenueBooks';

const CLASSIC = 'REVENUERECOGNITION';
const SCHEDULES = 'src/records/revenue/schedules.ts';
const SOLD = "sale('invoice', customer(), classic(), {}, { amount: 90, revrecstartdate: JULY })";

export const classicTemplates: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N3753754',
  title: 'Revenue Recognition Template',
  cases: [
    recognizes(
      'templates-defer-lines',
      'A line with a template credits the deferred revenue account of its item, and its schedule spreads it.',
      {
        file: 'src/records/revenue/deferral.ts',
        find: '  return row.deferredrevenueaccount;\n',
        replace: '  return null;\n',
      },
      ({ run }) =>
        run(`var id = ${SOLD}.save(); var schedule = theSchedule();
             return [gl(id), schedule.getSublistValue({ sublistId: 'recurrence', fieldId: 'recamount', line: 2 })];`),
      [['1100 90', '2400 -90'], 30],
      CLASSIC,
    ),
    recognizes(
      'templates-need-a-start',
      'A line with a template needs a start date.',
      {
        file: SCHEDULES,
        find: "if (start === null) throw dateRequired('Start');",
        replace: "if (start === null) throw new Error('x');",
      },
      ({ run }) => run("return caught(function () { sale('invoice', customer(), classic()).save(); });"),
      'REV_REC_DATE_REQD',
      CLASSIC,
    ),
  ],
};

export const classicJournals: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1692238',
  title: 'Generating Revenue Recognition Journal Entries',
  cases: [
    recognizes(
      'schedules-are-recognized-once',
      'A schedule is recognized for a period by one journal entry, to which its line leads.',
      {
        file: 'src/records/revenue/dueRevenue.ts',
        find: 'AND r.recamount <> 0 AND r.postingperiod = ?1',
        replace: 'AND r.recamount <> 0 AND ?1 > 0',
      },
      async ({ run, recognize }) => {
        await run(`${SOLD}.save();`);
        const [journal] = await recognize('Jul 2026');
        const shown = await run(`return [gl(${journal?.id}),
          theSchedule().getSublistValue({ sublistId: 'recurrence', fieldId: 'journal', line: 0 }) === '${journal?.id}'];`);
        return [shown, await recognize('Jul 2026')];
      },
      [[['2400 30', '4010 -30'], true], []],
      CLASSIC,
    ),
    recognizes(
      'schedules-do-not-post-in-closed-periods',
      'Schedules are not recognized in periods that are closed.',
      {
        file: 'src/records/recognizeRevenue.ts',
        find: '    checkReceivablesPeriod(period, false);\n    return period;\n',
        replace: '',
      },
      async ({ run, recognize }) => {
        await run(
          `sale('invoice', customer(), classic(), {}, { amount: 90, revrecstartdate: new Date(2026, 5, 1) }).save();`,
        );
        return codeOf(recognize('Jun 2026'));
      },
      'CLOSED_TRAN_PRD',
      CLASSIC,
    ),
  ],
};

export const classicSchedules: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1690402',
  title: 'Deleting a Revenue Recognition Schedule',
  cases: [
    recognizes(
      'lines-with-journals-stay',
      'An item cannot be taken from a transaction once journal entries of its schedule were created.',
      {
        file: SCHEDULES,
        find: "if (line === undefined) throw updateDisallowed('the line');",
        replace: 'if (line === undefined) return;',
      },
      async ({ run, recognize }) => {
        await run(`var rec = ${SOLD}; cell(rec, 'item', 'item', item({ itemid: 'Plain' }), 1);
          cell(rec, 'item', 'amount', 5, 1); rec.save();`);
        await recognize('Jul 2026');
        return run(`return caught(function () {
          var rec = theInvoice(); rec.removeLine({ sublistId: 'item', line: 0 }); rec.save();
        });`);
      },
      'REV_REC_UPDATE_DISALLWD',
      CLASSIC,
    ),
    recognizes(
      'schedules-go-with-their-line',
      'A schedule is deleted by taking its line from the transaction.',
      { file: SCHEDULES, find: 'else removeSchedule(account, schedule.id);', replace: '' },
      ({ run }) =>
        run(`var rec = ${SOLD}; cell(rec, 'item', 'item', item({ itemid: 'Plain' }), 1);
             cell(rec, 'item', 'amount', 5, 1); rec.save(); rec = theInvoice();
             rec.removeLine({ sublistId: 'item', line: 0 }); rec.save();
             return rows('SELECT COUNT(*) AS n FROM revrecschedule')[0].n;`),
      0,
      CLASSIC,
    ),
  ],
};

export const classicPreferences: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1678834',
  title: 'Setting Revenue Recognition Accounting Preferences',
  cases: [
    recognizes(
      'schedules-equal-their-line',
      'The amount of a schedule always equals that of its line, of which nothing may change that is recognized.',
      { file: SCHEDULES, find: "throw updateDisallowed('the amount');", replace: 'return;' },
      async ({ run, recognize }) => {
        await run(`${SOLD}.save();`);
        await recognize('Jul 2026');
        return run(
          "return caught(function () { var rec = theInvoice(); cell(rec, 'item', 'amount', 80); rec.save(); });",
        );
      },
      'REV_REC_UPDATE_DISALLWD',
      CLASSIC,
    ),
  ],
};
