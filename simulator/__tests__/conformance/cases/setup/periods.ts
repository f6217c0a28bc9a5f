import { demoCompany } from '../../../../src/company/presets/demo';
import { equal } from '../../harness/assert';
import type { ConformancePage } from '../../harness/case';
import { books } from './books';

const PERIODS = 'src/accounting/periods.ts';
const STATUS = 'src/accounting/periodStatus.ts';
const CLOSED = 'src/records/transaction/closedPeriod.ts';

export const periodClose: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1452509',
  title: 'Accounting Period Close',
  cases: [
    {
      id: 'closed-period-takes-no-posting',
      rule: 'Nobody posts into a closed period, administrators included.',
      without: { file: PERIODS, find: "if (period.isClosed) return 'closed';", replace: '' },
      run: async (api) => {
        const { run } = await books(api);
        const code = "return caught(function () { invoice({ postingperiod: period('May 2026') }).save(); })";
        equal(await run(code), 'CLOSED_TRAN_PRD');
      },
    },
    {
      id: 'closed-period-keeps-ledger',
      rule: 'No change of the G/L impact of a transaction in a closed period can be saved.',
      without: {
        file: CLOSED,
        find: 'const hasSameImpact = storedImpact(context, Number(stored.id)) === plannedImpact(data, plan);',
        replace: 'const hasSameImpact = true;',
      },
      run: async (api) => {
        const { site, run } = await books(api);
        const id = await run('return invoice().save();');
        site.account.setPeriod('Jul 2026', { closed: true, allownonglchanges: true });
        const code = `return caught(function () {
          var rec = record.load({ type: 'invoice', id: ${id} });
          rec.setSublistValue({ sublistId: 'item', fieldId: 'amount', line: 0, value: 101 });
          rec.save();
        });`;
        equal(await run(code), 'CLOSED_TRAN_PRD');
      },
    },
    {
      id: 'closed-period-other-changes-refused',
      rule: 'A transaction in a closed period without Allow Non-G/L Changes cannot be edited at all.',
      without: {
        file: CLOSED,
        find: 'const mayChange = period?.allowsNonLedgerChanges && mayChangeWithoutLedger',
        replace: 'const mayChange = mayChangeWithoutLedger',
      },
      run: async (api) => {
        const { site, run } = await books(api);
        const id = await run('return invoice().save();');
        site.account.setPeriod('Jul 2026', { closed: true });
        equal(
          await run(`return caught(function () { change('invoice', ${id}, { memo: 'x' }); });`),
          'TRANS_EDIT_DISALLWD',
        );
      },
    },
    {
      id: 'closed-period-non-gl-changes',
      rule: 'With Allow Non-G/L Changes a transaction in a closed period can be edited where its G/L impact stays.',
      without: {
        file: STATUS,
        find: 'if (change.allownonglchanges !== undefined) allow(account, row.id, change.allownonglchanges);',
        replace: '',
      },
      run: async (api) => {
        const { site, run } = await books(api);
        const id = await run('return invoice().save();');
        site.account.setPeriod('Jul 2026', { closed: true, allownonglchanges: true });
        equal(await run(`return caught(function () { change('invoice', ${id}, { memo: 'x' }); });`), 'nothing');
      },
    },
    {
      id: 'closed-period-address-stays',
      rule: 'Addresses of a transaction in a closed period cannot be changed, since they could change its tax.',
      without: {
        file: CLOSED,
        find: 'if (!mayChange || addressesDiffer(data, stored)) {',
        replace: 'if (!mayChange) {',
      },
      run: async (api) => {
        const { site, run } = await books(api);
        const id = await run('return invoice().save();');
        site.account.setPeriod('Jul 2026', { closed: true, allownonglchanges: true });
        const code = `return caught(function () { change('invoice', ${id}, { billaddress: '1 Main Street' }); });`;
        equal(await run(code), 'TRANS_EDIT_DISALLWD');
      },
    },
    {
      id: 'closed-period-orders-free',
      rule: 'Non-posting transactions are added and edited in closed periods without restriction.',
      without: {
        file: 'src/records/transaction/sale.ts',
        find: 'if (kind.isPosting && !checkClosedPeriod(context, data, stored, plan)) checkPeriod(context, data);',
        replace: 'if (!checkClosedPeriod(context, data, stored, plan)) checkPeriod(context, data);',
      },
      run: async (api) => {
        const { run } = await books(api);
        const code = `return caught(function () {
          var id = sale('salesorder', customer(), item(), { trandate: new Date(2026, 4, 15) }).save();
          change('salesorder', id, { memo: 'x' });
        });`;
        equal(await run(code), 'nothing');
      },
    },
    {
      id: 'quick-close-closes-earlier',
      rule: 'Quick Close of a period closes every open period before it.',
      without: {
        file: STATUS,
        find: "AND closed = 'F' AND startdate <= ?2`",
        replace: "AND closed = 'F' AND startdate = ?2`",
      },
      run: async (api) => {
        const { site } = await books(api);
        site.account.setPeriod('Sep 2026', { closed: true });
        const rows = await site.account.suiteql(
          "SELECT periodname FROM accountingperiod WHERE closed = 'T' AND isposting = 'T' AND startdate >= TO_DATE('2026-07-01', 'YYYY-MM-DD') ORDER BY startdate",
        );
        equal(
          rows.map((row) => row.periodname),
          ['Jul 2026', 'Aug 2026', 'Sep 2026'],
        );
      },
    },
  ],
};

export const periodLocks: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1451780',
  title: 'Locking and Unlocking Accounting Periods',
  cases: [
    {
      id: 'locked-receivables-refused',
      rule: 'A period that is locked for A/R takes no sales from users who may not override period restrictions.',
      without: { file: PERIODS, find: "(type === 'AcctRec' && period.isReceivablesLocked) ||", replace: '' },
      run: async (api) => {
        const { site, run, asClerk } = await books(api);
        const [one, other] = (await run('return [customer(), item()];')) as number[];
        site.account.setPeriod('Jul 2026', { arlocked: true });
        const code = `return caught(function () { sale('invoice', ${one}, ${other}).save(); });`;
        equal([await asClerk(code), await run(code)], ['TRAN_PERIOD_CLOSED', 'nothing']);
      },
    },
    {
      id: 'lock-all-locks-receivables',
      rule: 'Lock All locks A/R and A/P of the period too.',
      without: {
        file: STATUS,
        find: "for (const column of ['alllocked', 'arlocked', 'aplocked'] as const) set(column, true);",
        replace: "set('alllocked', true);",
      },
      run: async (api) => {
        const { site } = await books(api);
        site.account.setPeriod('Jul 2026', { alllocked: true });
        const [row] = await site.account.suiteql(
          "SELECT alllocked, arlocked, aplocked FROM accountingperiod WHERE periodname = 'Jul 2026'",
        );
        equal(row, { alllocked: 'T', arlocked: 'T', aplocked: 'T' });
      },
    },
    {
      id: 'unlock-receivables-unlocks-all',
      rule: 'Unlocking A/R of a period unlocks All GL Transactions with it.',
      without: { file: STATUS, find: "if (!isLocked) set('alllocked', false);", replace: '' },
      run: async (api) => {
        const { site } = await books(api);
        site.account.setPeriod('Jul 2026', { alllocked: true });
        site.account.setPeriod('Jul 2026', { arlocked: false });
        const [row] = await site.account.suiteql(
          "SELECT alllocked, arlocked, aplocked FROM accountingperiod WHERE periodname = 'Jul 2026'",
        );
        equal(row, { alllocked: 'F', arlocked: 'F', aplocked: 'T' });
      },
    },
  ],
};

export const unlocking: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1457300',
  title: 'Unlocking Period Transactions',
  cases: [
    {
      id: 'override-passes-locks',
      rule: 'With the permission Override Period Restrictions transactions in a locked period can be changed, ledger and all.',
      without: { file: PERIODS, find: 'if (mayOverrideLock) return null;', replace: '' },
      run: async (api) => {
        const { site, run, asClerk } = await books(api);
        const id = await run('return invoice().save();');
        site.account.setPeriod('Jul 2026', { arlocked: true });
        const code = `return caught(function () {
          var rec = record.load({ type: 'invoice', id: ${id} });
          rec.setSublistValue({ sublistId: 'item', fieldId: 'amount', line: 0, value: 101 });
          rec.save();
        });`;
        equal([await asClerk(code), await run(code)], ['TRAN_PERIOD_CLOSED', 'nothing']);
      },
    },
    {
      id: 'non-gl-changes-need-permission',
      rule: 'Non-G/L changes in a locked period need the permission Allow Non G/L Changes.',
      without: {
        file: 'src/permissions/granted.ts',
        find: "return permissionLevel(account, user.role, 'ADMI_ALLOWNONGLCHANGES') > PERMISSION_LEVELS.NONE;",
        replace: 'return true;',
      },
      run: async (api) => {
        const { site, run, asClerk } = await books(api);
        const id = await run('return invoice().save();');
        site.account.setPeriod('Jul 2026', { closed: true, allownonglchanges: true });
        const code = `return caught(function () { change('invoice', ${id}, { memo: 'x' }); });`;
        equal([await asClerk(code), await run(code)], ['TRANS_EDIT_DISALLWD', 'nothing']);
      },
    },
    {
      id: 'closed-period-not-unlocked',
      rule: 'A closed period cannot be unlocked before it is reopened.',
      without: {
        file: STATUS,
        find: "if (unlocks && changed(account, id).isClosed) throw refused('A closed period cannot be unlocked: reopen it first.');",
        replace: '',
      },
      run: async (api) => {
        const { site } = await books(api);
        let refused = '';
        try {
          site.account.setPeriod('Jun 2026', { arlocked: false });
        } catch (error) {
          refused = (error as Error).name;
        }
        equal(refused, 'USER_ERROR');
      },
    },
    {
      id: 'unlocked-period-clears-non-gl',
      rule: 'When all transactions of a period are unlocked its box Allow Non-G/L Changes is cleared.',
      without: {
        file: STATUS,
        find: "`UPDATE accountingperiod SET allownonglchanges = 'F'",
        replace: '`UPDATE accountingperiod SET allownonglchanges = allownonglchanges',
      },
      run: async (api) => {
        const { site } = await books(api);
        site.account.setPeriod('Jul 2026', { arlocked: true, allownonglchanges: true });
        equal(site.account.setPeriod('Jul 2026', { arlocked: false }).allowsNonLedgerChanges, false);
      },
    },
  ],
};

export const periodReopening: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1457543',
  title: 'Reopening a Closed Period',
  cases: [
    {
      id: 'reopening-reopens-later',
      rule: 'Reopening a period reopens every later closed period.',
      without: {
        file: STATUS,
        find: "AND closed = 'T' AND startdate >= ?`",
        replace: "AND closed = 'T' AND startdate = ?`",
      },
      run: async (api) => {
        const { site } = await books(api);
        site.account.setPeriod('Apr 2026', { closed: false });
        const rows = await site.account.suiteql(
          "SELECT periodname FROM accountingperiod WHERE closed = 'F' AND isposting = 'T' AND startdate < TO_DATE('2026-07-01', 'YYYY-MM-DD') ORDER BY startdate",
        );
        equal(
          rows.map((row) => row.periodname),
          ['Apr 2026', 'May 2026', 'Jun 2026'],
        );
      },
    },
  ],
};

export const periodPreferences: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1385293',
  title: 'General Accounting Preferences',
  cases: [
    {
      id: 'backdated-posts-in-current-period',
      rule: 'A transaction dated in a closed period posts in the current period where nothing else is preferred.',
      without: {
        file: PERIODS,
        find: "=== 'First Open Period' ? day : today",
        replace: "=== 'First Open Period' ? day : day",
      },
      run: async (api) => {
        const { run } = await books(api, { now: '2026-09-15T17:00:00Z' });
        const code = `var id = invoice({ trandate: new Date(2026, 4, 31) }).save();
          return record.load({ type: 'invoice', id: id }).getText('postingperiod');`;
        equal(await run(code), 'Sep 2026');
      },
    },
    {
      id: 'backdated-posts-in-first-open-period',
      rule: 'With First Open Period preferred a transaction dated in a closed period posts in the first open period.',
      without: {
        file: PERIODS,
        find: "'DEFAULTPERIODIFCLOSED') === 'First Open Period'",
        replace: "'DEFAULTPERIODIFCLOSED') === ''",
      },
      run: async (api) => {
        const { run } = await books(api, { now: '2026-09-15T17:00:00Z' });
        const code = `prefer({ DEFAULTPERIODIFCLOSED: 'First Open Period' });
          var id = invoice({ trandate: new Date(2026, 4, 31) }).save();
          return record.load({ type: 'invoice', id: id }).getText('postingperiod');`;
        equal(await run(code), 'Jul 2026');
      },
    },
    {
      id: 'date-outside-period-disallowed',
      rule: 'Where dates outside of the posting period are disallowed such a transaction cannot be saved.',
      without: {
        file: 'src/records/transaction/rules.ts',
        find: "!== 'DISALLOW') return;",
        replace: "!== 'NEVER') return;",
      },
      run: async (api) => {
        const { run } = await books(api);
        const outside = "caught(function () { invoice({ postingperiod: period('Aug 2026') }).save(); })";
        const code = `var before = ${outside};
          prefer({ DATEPERIODMISMATCH: 'DISALLOW' });
          return [before, ${outside}];`;
        equal(await run(code), ['nothing', 'DATE_PRD_MISMATCH']);
      },
    },
    {
      id: 'department-mandatory',
      rule: 'With Make Departments Mandatory a sale without a department cannot be saved.',
      without: {
        file: 'src/records/transaction/rules.ts',
        find: "'DEPARTMENTS', 'DEPTMANDATORY'",
        replace: "'DEPARTMENTS', 'NEVER'",
      },
      run: async (api) => {
        const { run } = await books(api);
        const code = `prefer({ DEPTMANDATORY: true });
          return message(function () { invoice().save(); });`;
        equal(await run(code), 'Please enter value(s) for: Department');
      },
    },
    {
      id: 'expand-account-lists-off',
      rule: 'Without Expand Account Lists an item cannot earn into a balance sheet account.',
      without: {
        file: 'src/records/types/items.ts',
        find: "const expanded = isPreferred(account, 'ASSETCOGSITEMACCTS');",
        replace: "const expanded = isPreferred(account, 'ASSETCOGSITEMACCTS') || true;",
      },
      run: async (api) => {
        const { run } = await books(api);
        const code = `prefer({ ASSETCOGSITEMACCTS: false });
          return caught(function () { item({ incomeaccount: ledger('2400') }); });`;
        equal(await run(code), 'INVALID_KEY_OR_REF');
      },
    },
    {
      id: 'expand-account-lists-on',
      rule: 'With Expand Account Lists an item can earn into a balance sheet account.',
      without: { file: 'src/records/types/items.ts', find: 'expanded && EXPANDABLE.has(fieldId)', replace: 'false' },
      run: async (api) => {
        const { run } = await books(api);
        const code = `prefer({ ASSETCOGSITEMACCTS: true });
          return caught(function () { item({ incomeaccount: ledger('2400') }); });`;
        equal(await run(code), 'nothing');
      },
    },
    {
      id: 'payments-through-top-level-only',
      rule: 'With Apply Payments Through Top-Level Customers Only a subcustomer pays nothing by itself.',
      without: {
        file: 'src/records/application/customerMoney.ts',
        find: "isPreferred(account, 'PAYMENTSONLYFROMTOPPARENT') ? [] : [customer]",
        replace: '[customer]',
      },
      run: async (api) => {
        const { run } = await books(api, {
          company: { ...demoCompany, features: [...demoCompany.features, 'CONSOLPAYMENTS'] },
        });
        const code = `prefer({ PAYMENTSONLYFROMTOPPARENT: true });
          var parent = customer(), child = customer({ parent: parent });
          sale('invoice', child, item()).save();
          return [parent, child].map(function (id) {
            return record.transform({ fromType: 'customer', fromId: id, toType: 'customerpayment' }).getLineCount('apply');
          });`;
        equal(await run(code), [1, 0]);
      },
    },
  ],
};
