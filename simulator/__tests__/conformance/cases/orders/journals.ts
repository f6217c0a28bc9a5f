import { equal } from '../../harness/assert';
import type { ConformancePage } from '../../harness/case';
import { gives, trade } from './trade';

const PLAN = 'src/records/journal/journalPlan.ts';
const REVERSAL = 'src/records/journal/reversal.ts';

export const generalJournals: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_163165275262',
  title: 'Entering General Journal Transactions',
  cases: [
    gives(
      'journal-balances',
      'The lines of a journal have to balance before it is saved.',
      { file: PLAN, find: 'if (!difference.eq(0)) {', replace: 'if (difference.eq(2)) {' },
      `return [caught(function () { journal([['6100', 10], ['2300', -9]]).save(); }), gl(journal([['6100', 10], ['2300', -10]]).save())];`,
      ['TRANS_UNBALNCD', ['6100 10', '2300 -10']],
    ),
    gives(
      'journal-base-currency-by-default',
      'The currency of a journal is that of its subsidiary unless another is chosen.',
      {
        file: 'src/records/types/journalEntry.ts',
        find: "if (change.fieldId === 'subsidiary') sourceCurrency(context, data, kept);",
        replace: '',
      },
      `return get('journalentry', journal([['6100', 10], ['2300', -10]]).save(), 'currencysymbol');`,
      'USD',
    ),
    gives(
      'journal-needs-a-subsidiary',
      'A journal belongs to one subsidiary, which is selected first.',
      { file: 'src/records/types/journalEntry.ts', find: '{ ...field, mandatory: true }', replace: 'field' },
      `return message(function () { journal([['6100', 10], ['2300', -10]], { subsidiary: '', currency: 1 }).save(); });`,
      'Please enter value(s) for: Subsidiary, Exchange Rate',
    ),
    gives(
      'journal-entities-of-its-subsidiary',
      'Only customers of the subsidiary can be named in its journals.',
      { file: PLAN, find: 'if (isCustomer && !related) throw', replace: 'if (isCustomer && related) throw' },
      `var rec = journal([['1100', 10], ['4010', -10]]);
       cell(rec, 'entity', customer({ subsidiary: 2 }), 0, 'line');
       return caught(function () { rec.save(); });`,
      'INVALID_KEY_OR_REF',
    ),
  ],
};

export const journalRounding: ConformancePage = {
  paragraph: 'Accounting',
  page: 'article_0207021124',
  title: 'GL Impact Rounding on Journal Entries',
  cases: [
    gives(
      'journal-first-line-takes-rounding',
      'Where rounding to the base currency leaves a difference, the first line takes it.',
      {
        file: 'src/records/transaction/accountLines.ts',
        find: '(index === 0 ? amount.minus(difference) : amount)',
        replace: '(index === 1 ? amount.minus(difference) : amount)',
      },
      `var lines = [['6000', 9.99], ['6100', 9.99], ['6200', 9.99], ['6300', 9.99], ['2300', -39.96]];
       return gl(journal(lines, { currency: idOf('currency', 'symbol', 'EUR'), exchangerate: 0.69 }).save());`,
      ['6000 6.9', '6100 6.89', '6200 6.89', '6300 6.89', '2300 -27.57'],
    ),
  ],
};

export const journalApproval: ConformancePage = {
  paragraph: 'Accounting',
  page: 'bridgehead_N1469586',
  title: 'Require Approvals on Journal Entries Preference',
  cases: [
    gives(
      'journal-posts-when-approved',
      'A journal that is not approved does not post.',
      {
        file: 'src/records/journal/approval.ts',
        find: 'if (!isPreferred(account, REQUIRED)) data',
        replace: 'if (true) data',
      },
      `prefer({ JOURNALAPPROVALS: true });
       var id = journal([['6100', 10], ['2300', -10]]).save();
       var before = gl(id);
       change('journalentry', id, { approved: true });
       return [before, gl(id)];`,
      [[], ['6100 10', '2300 -10']],
    ),
  ],
};

export const journalReversal: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1471552',
  title: 'Reversing Journal Entries',
  cases: [
    gives(
      'reversal-is-the-opposite-at-the-same-rate',
      'The reversing entry is the exact opposite of the original, at its exchange rate.',
      { file: REVERSAL, find: 'line.fields.credit = debit ?? null;', replace: 'line.fields.credit = null;' },
      `var id = journal([['6100', 10], ['2300', -10]],
         { currency: idOf('currency', 'symbol', 'EUR'), reversaldate: new Date(2026, 9, 5) }).save();
       var other = get('journalentry', id, 'reversal');
       return [gl(id), gl(other), get('journalentry', other, 'exchangerate')];`,
      [['6100 11', '2300 -11'], ['6100 -11', '2300 11'], 1.1],
    ),
    gives(
      'reversal-posts-on-its-date',
      'The posting period of the reversing entry follows from the reversal date.',
      { file: REVERSAL, find: 'trandate: date,\n', replace: '' },
      `var id = journal([['6100', 10], ['2300', -10]], { reversaldate: new Date(2026, 9, 5) }).save();
       return rows('SELECT trandate, BUILTIN.DF(postingperiod) AS p, isreversal FROM transaction WHERE id = ?',
         [get('journalentry', id, 'reversal')]);`,
      [{ trandate: '10/5/2026', p: 'Oct 2026', isreversal: 'T' }],
    ),
    gives(
      'reversal-is-not-edited',
      'A reversing entry cannot be edited itself; it changes with the original.',
      { file: REVERSAL, find: 'if (stored?.fields.isreversal === true) {', replace: 'if (false) {' },
      `var id = journal([['6100', 10], ['2300', -10]], { reversaldate: new Date(2026, 9, 5) }).save();
       return caught(function () { change('journalentry', get('journalentry', id, 'reversal'), { memo: 'Mine' }); });`,
      'USER_ERROR',
    ),
    gives(
      'reversal-deferred-needs-its-date',
      'With Defer Entry the Reversal Date is required.',
      {
        file: 'src/records/types/journalEntry.ts',
        find: 'if (data.fields.reversaldefer === true &&',
        replace: 'if (data.fields.reversaldefer === null &&',
      },
      `return message(function () { journal([['6100', 10], ['2300', -10]], { reversaldefer: true }).save(); });`,
      'Please enter value(s) for: Reversal Date',
    ),
    {
      id: 'reversal-deferred-to-its-date',
      rule: 'With Defer Entry the reversal is created on the reversal date, not before.',
      without: {
        file: REVERSAL,
        find: 'data.fields.reversaldefer === true && isoDate',
        replace: 'data.fields.reversaldefer === null && isoDate',
      },
      run: async (api) => {
        const { site, run } = await trade(api);
        const id = await run(
          `return journal([['6100', 10], ['2300', -10]], { reversaldefer: true, reversaldate: new Date(2026, 7, 3) }).save();`,
        );
        const state = `return rows("SELECT trandate, isreversal FROM transaction WHERE type = 'Journal' ORDER BY id");`;
        const before = await run(state);
        await site.account.passTime('2026-08-04T17:00:00.000Z');
        const original = { trandate: '7/15/2026', isreversal: 'F' };
        equal([before, await run(state)], [[original], [original, { trandate: '8/3/2026', isreversal: 'T' }]]);
        equal(await run(`return gl(get('journalentry', ${id}, 'reversal'));`), ['6100 -10', '2300 10']);
      },
    },
  ],
};
