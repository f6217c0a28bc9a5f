import type { ConformancePage } from '../../harness/case';
import { recognizes } from './revenueBooks';

const DUE = 'src/records/revenue/dueRevenue.ts';
const RECOGNIZE = 'src/records/recognizeRevenue.ts';

export const generatedJournals: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4358638894',
  title: 'Generating Advanced Revenue Recognition Journal Entries',
  cases: [
    recognizes(
      'recognition-moves-deferred-revenue',
      'The journal entry of a period moves what is planned from the deferral account to the recognition account.',
      {
        file: 'src/records/revenue/recognitionLines.ts',
        find: '{ account: each.deferralAccount,',
        replace: '{ account: each.recognitionAccount,',
      },
      async ({ run, recognize }) => {
        await run("sale('invoice', customer(), ruled(), {}, { amount: 90 }).save();");
        const [journal] = await recognize('Jul 2026');
        return run(`return gl(${journal?.id});`);
      },
      ['2400 30', '4010 -30'],
    ),
    recognizes(
      'recognition-happens-once',
      'Plans that have a journal entry for the period are not listed again.',
      {
        file: DUE,
        find: "WHERE r.journal IS NULL AND COALESCE(r.isrecognized, 'F') = 'F' AND r.amount <> 0",
        replace: 'WHERE r.amount <> 0',
      },
      async ({ run, recognize }) => {
        await run("sale('invoice', customer(), ruled()).save();");
        return [(await recognize('Jul 2026')).length, (await recognize('Jul 2026')).length];
      },
      [1, 0],
    ),
    recognizes(
      'prior-periods-on-request',
      'Include Prior Periods recognizes what all periods before have left.',
      { file: DUE, find: "(?2 = 'T' AND a.startdate < ?3)", replace: "(?2 = 'N' AND a.startdate < ?3)" },
      async ({ run, recognize }) => {
        await run("sale('invoice', customer(), ruled(), {}, { amount: 90 }).save();");
        const [own] = await recognize('Aug 2026');
        const [rest] = await recognize('Sep 2026', { includePriorPeriods: true });
        return [own?.amount, rest?.amount];
      },
      ['30', '60'],
    ),
    recognizes(
      'held-plans-are-not-listed',
      'Plans on hold are not listed.',
      { file: DUE, find: "AND COALESCE(p.holdrevenuerecognition, 'F') <> 'T'", replace: '' },
      async ({ run, recognize }) => {
        await run(
          `sale('invoice', customer(), ruled()).save(); fill(thePlan(), { holdrevenuerecognition: true }).save();`,
        );
        return recognize('Jul 2026');
      },
      [],
    ),
    recognizes(
      'closed-periods-post-in-the-next-open-one',
      'Plans of a closed period post in the next open one.',
      {
        file: RECOGNIZE,
        find: "restrictionOf(each, ['AcctRec', 'Income', 'DeferRevenue'], false) === null",
        replace: 'true',
      },
      async ({ run, recognize }) => {
        const august =
          await run(`sale('invoice', customer(), ruled(), { trandate: new Date(2026, 5, 3), postingperiod: period('Jul 2026') }).save();
          return Number(period('Jul 2026'));`);
        const [journal] = await recognize('Jun 2026');
        return journal?.postingPeriod === august;
      },
      true,
    ),
    recognizes(
      'deleted-journals-leave-revenue-due',
      'When a journal entry is deleted its revenue is due again, in the same period.',
      { file: 'src/records/revenue/recordRevenue.ts', find: '  releaseJournal(account, transaction);\n', replace: '' },
      async ({ run, recognize }) => {
        await run("sale('invoice', customer(), ruled(), {}, { amount: 90 }).save();");
        const [journal] = await recognize('Jul 2026');
        await run(`record.delete({ type: 'journalentry', id: ${journal?.id} });`);
        return (await recognize('Jul 2026')).map(({ amount }) => amount);
      },
      ['30'],
    ),
  ],
};

export const planKinds: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4351787245',
  title: 'Revenue Recognition Plans',
  cases: [
    recognizes(
      'forecasts-are-not-posted',
      'Forecast plans are used only for forecasting; actual plans control what is posted.',
      { file: DUE, find: " AND p.revenueplantype = 'ACTUAL'", replace: '' },
      async ({ run, recognize }) => {
        await run(`var rule = idOf('revenuerecognitionrule', 'name', 'A quarter');
          sale('invoice', customer(), ruled({ revrecforecastrule: rule }), {}, { amount: 90 }).save();`);
        return (await recognize('Jul 2026')).map(({ amount }) => amount);
      },
      ['30'],
    ),
  ],
};

export const baseJournals: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4357047027',
  title: 'Revenue Recognition Journal Entries',
  cases: [
    recognizes(
      'recognition-in-base-currency',
      'Revenue recognition journal entries post in the base currency of the subsidiary, also for customers of others.',
      {
        file: 'src/records/revenue/plans.ts',
        find: 'event.amount.times(money(element.exchangerate))',
        replace: 'event.amount',
      },
      async ({ run, recognize }) => {
        await run(`var eur = idOf('currency', 'symbol', 'EUR');
          sale('invoice', customer({ currency: eur }), ruled(), { trandate: new Date(2026, 6, 2) }, { amount: 90 }).save();`);
        const [journal] = await recognize('Jul 2026');
        return run(`var rec = load('journalentry', ${journal?.id});
          return [rec.getValue('currency') === idOf('currency', 'symbol', 'USD'), rec.getValue('exchangerate'), gl(${journal?.id})];`);
      },
      [true, 1, ['2400 33', '4010 -33']],
    ),
  ],
};

export const summarizedJournals: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4358638397',
  title: 'Summarized Revenue Recognition Journal Entries',
  cases: [
    recognizes(
      'summaries-add-up-plans',
      'With Summary plans of equal accounts and classifications have one debit and one credit together.',
      { file: 'src/records/revenue/recognitionLines.ts', find: "if (form === 'Detail') {", replace: 'if (true) {' },
      async ({ run, recognize }) => {
        await run(`prefer({ REVRECJOURNALSINGL: 'Summary' }); var sold = ruled();
          [30, 60].forEach(function (amount) { sale('invoice', customer(), sold, {}, { amount: amount }).save(); });`);
        const [journal] = await recognize('Jul 2026');
        return run(`return gl(${journal?.id});`);
      },
      ['2400 30', '4010 -30'],
    ),
  ],
};

export const journalDates: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4331941758',
  title: 'Setting Advanced Revenue Management (Essentials) Preferences',
  cases: [
    recognizes(
      'journals-dated-by-preference',
      'Journal entries are dated with the last day of the period, or with the current date by preference.',
      {
        file: RECOGNIZE,
        find: "=== 'Current Date' ? today : period.end",
        replace: "=== 'Current Date' ? today : today",
      },
      async ({ run, recognize }) => {
        await run("sale('invoice', customer(), ruled()).save();");
        const [journal] = await recognize('Jul 2026');
        return run(`return rows('SELECT trandate AS d FROM transaction WHERE id = ?', [${journal?.id}])[0].d;`);
      },
      '7/31/2026',
    ),
  ],
};

export const editedJournals: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4358639397',
  title: 'Editing an Advanced Revenue Recognition Journal Entry',
  cases: [
    recognizes(
      'recognition-journals-keep-their-amounts',
      'Accounts, amounts, segments and subsidiary of a revenue recognition journal entry cannot be changed.',
      {
        file: 'src/records/revenue/journals.ts',
        find: 'if (fingerprint(data) === fingerprint(stored)) return;',
        replace: 'return;',
      },
      async ({ run, recognize }) => {
        await run("sale('invoice', customer(), ruled(), {}, { amount: 90 }).save();");
        const [journal] = await recognize('Jul 2026');
        return run(`var rec = load('journalentry', ${journal?.id}); fill(rec, { memo: 'July' }).save();
          return caught(function () {
            var other = load('journalentry', ${journal?.id});
            cell(other, 'line', 'debit', 29); cell(other, 'line', 'credit', 29, 1); other.save();
          });`);
      },
      'USER_ERROR',
    ),
  ],
};
