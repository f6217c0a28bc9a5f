import { changePeriod, type PeriodChange } from '../../src/accounting/periodStatus';
import { checkPostingPeriod, periodOf, postingPeriods, restrictionOf } from '../../src/accounting/periods';
import { codeOf, type TestAccount, testAccount } from '../records/testAccount';

let t: TestAccount;
beforeEach(() => {
  t = testAccount();
});

const change = (period: string | number, what: PeriodChange) =>
  changePeriod(t.account, period, what, '2026-07-15T17:00:00.000Z');
const period = (day: string) => {
  const found = periodOf(t.account, day);
  if (found === null) throw new Error(`No period for ${day}`);
  return found;
};

describe('the states of a period (section_N1452509)', () => {
  test('it is named by its name, its id or a day', () => {
    const { id } = period('2026-07-01');
    expect(change('Jul 2026', { arlocked: true }).id).toBe(id);
    expect(change(id, { arlocked: true }).id).toBe(id);
    expect(change('2026-07-31', { arlocked: true }).id).toBe(id);
    expect(codeOf(() => change('FY 2026', { closed: true }))).toBe('USER_ERROR: There is no base period FY 2026.');
  });

  test('closing locks it for all, and its quarter closes with its last month', () => {
    const quarter = () => t.store.get("SELECT closed FROM accountingperiod WHERE periodname = 'Q3 2026'")?.closed;
    expect(change('Aug 2026', { closed: true })).toMatchObject({ isClosed: true, isAllLocked: true });
    expect(quarter()).toBe('F');
    change('Sep 2026', { closed: true });
    expect(quarter()).toBe('T');
    change('Sep 2026', { closed: false });
    expect(quarter()).toBe('F');
  });

  test('a reopened period stays locked until it is unlocked', () => {
    change('Jul 2026', { closed: true });
    expect(change('Jul 2026', { closed: false })).toMatchObject({ isClosed: false, isAllLocked: true });
    expect(change('Jul 2026', { arlocked: false, aplocked: false })).toMatchObject({
      isAllLocked: false,
      isReceivablesLocked: false,
      isPayablesLocked: false,
    });
  });

  test('Allow Non-G/L Changes is for locked and closed periods only (section_N1446881)', () => {
    expect(codeOf(() => change('Jul 2026', { allownonglchanges: true }))).toMatch(/^USER_ERROR/);
    expect(change('Jul 2026', { aplocked: true, allownonglchanges: true }).allowsNonLedgerChanges).toBe(true);
  });

  test('a lock that is refused changes nothing', () => {
    const before = postingPeriods(t.account);
    expect(codeOf(() => change('Jul 2026', { closed: true, arlocked: false }))).toMatch(/^USER_ERROR/);
    expect(postingPeriods(t.account)).toEqual(before);
  });
});

describe('what a period takes (section_N1457300)', () => {
  test('a lock holds for the accounts that it names', () => {
    const locked = change('Jul 2026', { arlocked: true });
    expect(restrictionOf(locked, ['Bank', 'Income'], false)).toBeNull();
    expect(restrictionOf(locked, ['AcctRec', 'Income'], false)).toBe('locked');
    expect(restrictionOf(locked, ['AcctPay'], false)).toBeNull();
    expect(restrictionOf(change('Jul 2026', { aplocked: true }), ['AcctPay'], false)).toBe('locked');
    expect(restrictionOf(change('Jul 2026', { alllocked: true }), ['Bank'], false)).toBe('locked');
  });

  test('who may override passes locks, nobody the close', () => {
    expect(restrictionOf(change('Jul 2026', { alllocked: true }), ['AcctRec'], true)).toBeNull();
    expect(restrictionOf(change('Jul 2026', { closed: true }), ['AcctRec'], true)).toBe('closed');
  });

  test('the codes tell closed from locked', () => {
    const locked = change('Jul 2026', { arlocked: true });
    expect(codeOf(() => checkPostingPeriod(locked, ['AcctRec'], false))).toMatch(/^TRAN_PERIOD_CLOSED/);
    const closed = change('Jul 2026', { closed: true });
    expect(codeOf(() => checkPostingPeriod(closed, ['AcctRec'], true))).toMatch(/^CLOSED_TRAN_PRD/);
  });
});

describe('a transaction in a locked period', () => {
  const clerk = () => ({
    user: {
      id: '3',
      name: 'Clerk',
      email: 'clerk@northwind-analytics.example',
      role: '1',
      roleScriptId: 'accountant',
      subsidiary: null,
    },
    context: 'RESTLET' as const,
    execution: null,
  });

  test('cannot be deleted without the permission to override', () => {
    t.store.run(
      "INSERT OR REPLACE INTO rolepermissions (role, permkey, permlevel) VALUES (1, 'ADMI_PERIODOVERRIDE', 4), (1, 'TRAN_CUSTINVC', 4)",
    );
    const id = t.save(t.invoice(t.customer(), [{ item: t.item(), amount: 10 }]));
    change('Jul 2026', { arlocked: true });
    const edited = t.load('invoice', id);
    t.store.run("DELETE FROM rolepermissions WHERE permkey IN ('ADMI_PERIODOVERRIDE', 'ADMI_ALLOWNONGLCHANGES')");
    t.set(edited, { memo: 'x' });
    expect(codeOf(() => t.save(edited, clerk()))).toMatch(/^TRANS_EDIT_DISALLWD/);
    t.store.run("INSERT INTO rolepermissions (role, permkey, permlevel) VALUES (1, 'ADMI_ALLOWNONGLCHANGES', 4)");
    change('Jul 2026', { allownonglchanges: true });
    t.save(edited, clerk());
    expect(t.load('invoice', id).fields.memo).toBe('x');
    t.remove('invoice', id);
    expect(t.store.get('SELECT COUNT(*) AS n FROM "transaction"')).toEqual({ n: 0 });
  });
});
