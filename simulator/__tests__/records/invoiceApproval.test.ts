import { changePeriod } from '../../src/accounting/periodStatus';
import { trialBalance } from '../../src/accounting/trialBalance';
import { setPreference } from '../../src/company/settings';
import { transformRecord } from '../../src/records/transformRecord';
import { administrator, codeOf, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
let customer: string;
let item: string;

beforeEach(() => {
  t = testAccount();
  customer = t.customer();
  item = t.item();
  setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'CUSTOMAPPROVALCUSTINVC', true);
});

const pending = (): string => t.save(t.invoice(customer, [{ item, amount: 100 }]));
const header = (id: string) =>
  t.store.get('SELECT status, posting, approvalstatus, postingperiod FROM "transaction" WHERE id = ?', [Number(id)]);
const setStatus = (id: string, approvalstatus: string): string =>
  t.save(t.set(t.load('invoice', id), { approvalstatus }));
const period = (name: string): number => Number(t.idOf('accountingperiod', 'periodname', name));

test('with approval routing a new invoice waits, and does not post (section_N1235332, bridgehead_4025082250)', () => {
  const id = pending();
  expect(header(id)).toMatchObject({ status: 'D', posting: 'F', approvalstatus: 1 });
  expect(t.load('invoice', id).fields).toMatchObject({ status: 'Pending Approval', statusref: 'pendingApproval' });
  expect(trialBalance(t.account)).toEqual([]);
  expect(t.load('customer', customer).fields.balance).toBe(0);
});

test('it can be made approved, and is approved later by anybody who edits it', () => {
  const approved = t.save(t.invoice(customer, [{ item, amount: 100 }], { approvalstatus: '2' }));
  expect(header(approved)).toMatchObject({ status: 'A', posting: 'T' });
  const id = pending();
  setStatus(id, '2');
  expect(header(id)).toMatchObject({ status: 'A', posting: 'T', approvalstatus: 2 });
  expect(trialBalance(t.account).map((line) => [line.account.number, line.amount])).toEqual([
    ['1100', '200.00'],
    ['4010', '-200.00'],
  ]);
  expect(t.load('customer', customer).fields.balance).toBe(200);
});

test('a rejected one does not post either', () => {
  const id = pending();
  setStatus(id, '3');
  expect(header(id)).toMatchObject({ status: 'E', posting: 'F' });
  expect(t.load('invoice', id).fields.status).toBe('Rejected');
});

test('a copy waits for its own approval', () => {
  const id = pending();
  setStatus(id, '2');
  expect(header(t.save(t.copy('invoice', id)))).toMatchObject({ status: 'D', posting: 'F' });
});

test('a payment does not see it before it is approved (bridgehead_4025082250)', () => {
  const paid = pending();
  const waiting = pending();
  setStatus(paid, '2');
  const payment = transformRecord(t.account, administrator, {
    fromType: 'invoice',
    fromId: paid,
    toType: 'customerpayment',
    isDynamic: false,
    defaultValues: {},
  });
  const shown = () => (payment.sublists.apply ?? []).map((line) => String(line.fields.doc ?? line.fields.internalid));
  expect(shown()).toEqual([paid]);
  expect(shown()).not.toContain(waiting);
});

test('one that was paid in part cannot go back to wait (assumed)', () => {
  const id = pending();
  setStatus(id, '2');
  const payment = transformRecord(t.account, administrator, {
    fromType: 'invoice',
    fromId: id,
    toType: 'customerpayment',
    isDynamic: false,
    defaultValues: {},
  });
  t.save(payment);
  expect(codeOf(() => setStatus(id, '1'))).toMatch(/^USER_ERROR: The approval/);
});

test('it stays free to edit in a closed period, and its period is determined at approval (section_N1452509)', () => {
  const id = pending();
  changePeriod(t.account, 'Jul 2026', { closed: true }, '2026-08-01T00:00:00Z');
  t.clock.advance(30 * 24 * 3600 * 1000);
  t.save(t.set(t.load('invoice', id), { memo: 'edited' }));
  expect(header(id)).toMatchObject({ posting: 'F', postingperiod: period('Jul 2026') });
  setStatus(id, '2');
  expect(header(id)).toMatchObject({ posting: 'T', postingperiod: period('Aug 2026') });
});

test('what has posted in a closed period cannot be taken back', () => {
  const id = pending();
  setStatus(id, '2');
  changePeriod(t.account, 'Jul 2026', { closed: true, allownonglchanges: true }, '2026-08-01T00:00:00Z');
  expect(codeOf(() => setStatus(id, '1'))).toMatch(/^CLOSED_TRAN_PRD/);
});

test('without routing every invoice is approved, whatever a script says', () => {
  setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'CUSTOMAPPROVALCUSTINVC', false);
  const id = t.save(t.invoice(customer, [{ item, amount: 100 }], { approvalstatus: '1' }));
  expect(header(id)).toMatchObject({ status: 'A', posting: 'T', approvalstatus: 2 });
});
