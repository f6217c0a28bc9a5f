import type { Caller } from '../../src/kernel/execution';
import { roleRestrictions } from '../../src/permissions/restrictions';
import { runSuiteQL } from '../../src/query/run';
import { createRecord } from '../../src/records/createRecord';
import type { FieldValue } from '../../src/records/data';
import { loadRecord } from '../../src/records/loadRecord';
import { saveRecord } from '../../src/records/saveRecord';
import { voidTransaction } from '../../src/records/voidTransaction';
import { runSearch } from '../../src/search/run';
import { finish, type TestAccount, testAccount } from '../records/testAccount';
import { inRole, refusal } from './roles';

const ALL = {
  TRAN_CUSTINVC: 4,
  TRAN_FIND: 4,
  LIST_CUSTJOB: 4,
  LIST_EMPLOYEE: 4,
  LIST_EMPLOYEE_RECORD: 4,
  LIST_ITEM: 4,
  LIST_FIND: 4,
};
const DENIED =
  'INSUFFICIENT_PERMISSION: Permission Violation: The restrictions on your role deny you access to this record.';
const READ_ONLY =
  'INSUFFICIENT_PERMISSION: Permission Violation: The restrictions on your role do not allow you to modify this record.';

let t: TestAccount;
let own: string;
let below: string;
let foreign: string;
let unassigned: string;
let subordinate: string;

/** The caller is employee 2; a subordinate of hers, and Alex, who is employee 1. */
beforeEach(() => {
  t = testAccount();
  subordinate = t.save(
    t.create('employee', { firstname: 'Sub', lastname: 'Ordinate', supervisor: '2', subsidiary: t.us() }),
  );
  own = t.customer({ salesrep: '2' });
  below = t.customer({ salesrep: subordinate });
  foreign = t.customer({ salesrep: '1' });
  unassigned = t.customer();
});

function restricted(style: string, more: Record<string, string> = {}): Caller {
  const caller = inRole(t, ALL);
  const columns = {
    employeerestriction: style,
    employeeviewingallowed: 'F',
    employeeselectionunrestricted: 'F',
    ...more,
  };
  for (const [column, value] of Object.entries(columns)) {
    t.store.run(`UPDATE role SET ${column} = ? WHERE id = ?`, [value, Number(caller.user.role)]);
  }
  return caller;
}

function segment(name: string, style: string, more: { viewing?: string; items?: string } = {}): Caller {
  const caller = inRole(t, ALL);
  t.store.run('INSERT INTO rolerestriction VALUES (?, ?, ?, ?, ?)', [
    Number(caller.user.role),
    name,
    style,
    more.viewing ?? 'F',
    more.items ?? 'F',
  ]);
  return caller;
}

const load = (who: Caller, type: string, id: string): string | null =>
  refusal(() => loadRecord(t.account, who, { type, id, isDynamic: false, defaultValues: {} }));
const change = (who: Caller, type: string, id: string, values: Record<string, FieldValue>): string | null =>
  refusal(() => {
    const record = loadRecord(t.account, who, { type, id, isDynamic: false, defaultValues: {} });
    finish(
      saveRecord(t.account, who, { record: t.set(record, values), enableSourcing: true, ignoreMandatoryFields: false }),
    );
  });
const make = (who: Caller, type: string, values: Record<string, FieldValue>): string | null =>
  refusal(() => {
    const record = createRecord(t.account, who, { type, isDynamic: false, defaultValues: {} });
    finish(
      saveRecord(t.account, who, { record: t.set(record, values), enableSourcing: true, ignoreMandatoryFields: false }),
    );
  });
const ids = (who: Caller, sql: string): string[] => runSuiteQL(t.account, who, sql).rows.map(([id]) => String(id));

describe('the employee restrictions of a role', () => {
  test('own and subordinates only: records of others, and unassigned ones, are denied', () => {
    const who = restricted('OWNONLY');
    expect([own, below, foreign, unassigned].map((id) => load(who, 'customer', id))).toEqual([
      null,
      null,
      DENIED,
      DENIED,
    ]);
    expect(ids(who, 'SELECT id FROM customer ORDER BY id')).toEqual([own, below]);
  });

  test('own, subordinate, and unassigned: unassigned ones are open', () => {
    const who = restricted('UNASSIGNED');
    expect([own, below, foreign, unassigned].map((id) => load(who, 'customer', id))).toEqual([
      null,
      null,
      DENIED,
      null,
    ]);
    expect(ids(who, 'SELECT id FROM customer ORDER BY id')).toEqual([own, below, unassigned]);
  });

  test('none - default to own restricts nothing, and fills the user', () => {
    const who = restricted('DEFAULTTOOWN');
    expect(load(who, 'customer', foreign)).toBeNull();
    const record = createRecord(t.account, who, { type: 'customer', isDynamic: false, defaultValues: {} });
    expect(record.fields.salesrep).toBe('2');
    expect(roleRestrictions(t.account, who.user)).toEqual([]);
  });

  test('none - no default does neither', () => {
    const who = restricted('NONE');
    expect(load(who, 'customer', foreign)).toBeNull();
    const record = createRecord(t.account, who, { type: 'customer', isDynamic: false, defaultValues: {} });
    expect(record.fields.salesrep).toBeNull();
  });

  test('Allow Viewing lets others be seen and not changed', () => {
    const who = restricted('OWNONLY', { employeeviewingallowed: 'T' });
    expect(load(who, 'customer', foreign)).toBeNull();
    expect(change(who, 'customer', foreign, { comments: 'x' })).toBe(READ_ONLY);
    expect(ids(who, 'SELECT id FROM customer')).toHaveLength(4);
  });

  test('transactions follow their sales rep, else their customer’s', () => {
    const item = t.item();
    const made = [own, foreign].map((entity) => t.save(t.invoice(entity, [{ item, amount: 10 }])));
    const given = t.save(t.invoice(foreign, [{ item, amount: 10 }], { salesrep: '2' }));
    const who = restricted('OWNONLY');
    expect([...made, given].map((id) => load(who, 'invoice', id))).toEqual([null, DENIED, null]);
    expect(ids(who, 'SELECT id FROM transaction ORDER BY id')).toEqual([made[0], given]);
    expect(new Set(ids(who, 'SELECT transaction FROM transactionline'))).toEqual(new Set([made[0], given]));
    const column = { name: 'internalid', join: null, summary: null, formula: null, function: null, sort: null };
    const found = runSearch(
      t.account,
      who,
      { type: 'invoice', columns: [column], filter: null },
      { start: 0, end: null },
    );
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set([made[0], given]));
  });

  test('a transaction that is denied cannot be voided', () => {
    const invoice = t.save(t.invoice(foreign, [{ item: t.item(), amount: 10 }]));
    const who = restricted('OWNONLY');
    expect(refusal(() => voidTransaction(t.account, who, { type: 'invoice', id: invoice }))).toBe(DENIED);
  });

  test('employees are those in the user’s hierarchy', () => {
    const who = restricted('OWNONLY');
    expect(['1', '2', subordinate].map((id) => load(who, 'employee', id))).toEqual([DENIED, null, null]);
    expect(ids(who, 'SELECT id FROM employee ORDER BY id')).toEqual(['2', subordinate]);
  });

  test('others cannot be chosen, and nobody only where unassigned records are open', () => {
    const values = { companyname: 'Neu', subsidiary: t.us() };
    expect(make(restricted('OWNONLY'), 'customer', { ...values, salesrep: '1' })).toMatch(
      /^INVALID_KEY_OR_REF.*salesrep/,
    );
    expect(make(restricted('OWNONLY'), 'customer', { ...values, salesrep: null })).toBe(
      'USER_ERROR: Please enter value(s) for: Sales Rep',
    );
    expect(make(restricted('UNASSIGNED'), 'customer', { ...values, salesrep: null })).toBeNull();
    expect(make(restricted('OWNONLY'), 'customer', { ...values, salesrep: subordinate })).toBeNull();
  });

  test('Do Not Restrict Employee Fields lets anyone be chosen', () => {
    const who = restricted('OWNONLY', { employeeselectionunrestricted: 'T' });
    expect(change(who, 'customer', own, { salesrep: '1' })).toBeNull();
    expect(load(who, 'customer', own)).toBe(DENIED);
  });

  test('contacts are not restricted', () => {
    const who = inRole(t, { ...ALL, LIST_CONTACT: 4 });
    t.store.run("UPDATE role SET employeerestriction = 'OWNONLY' WHERE id = ?", [Number(who.user.role)]);
    const contact = t.save(t.create('contact', { lastname: 'Lee', company: foreign }));
    expect(load(who, 'contact', contact)).toBeNull();
    expect(ids(who, 'SELECT id FROM contact')).toEqual([contact]);
    expect(ids(who, 'SELECT id FROM entity ORDER BY id')).toEqual(['2', subordinate, own, below, contact]);
  });
});

describe('the restrictions of a role by class, department and location', () => {
  let sales: string;
  let enterprise: string;
  let finance: string;
  beforeEach(() => {
    const named = (name: string) => t.idOf('department', 'name', name);
    [sales, enterprise, finance] = [named('Sales'), named('Enterprise'), named('Finance')];
    t.store.run('UPDATE employee SET department = ? WHERE id = 2', [Number(sales)]);
  });
  const invoices = (): string[] => {
    const item = t.item();
    return [sales, enterprise, finance, null].map((department) =>
      t.save(t.invoice(unassigned, [{ item, amount: 10 }], { department })),
    );
  };

  test('own and subordinates only: the user’s own and those below it', () => {
    const made = invoices();
    const who = segment('DEPARTMENT', 'OWNONLY');
    expect(made.map((id) => load(who, 'invoice', id))).toEqual([null, null, DENIED, DENIED]);
    expect(ids(who, 'SELECT id FROM transaction ORDER BY id')).toEqual(made.slice(0, 2));
  });

  test('own, subordinate, and unassigned: those without one too', () => {
    const made = invoices();
    const who = segment('DEPARTMENT', 'UNASSIGNED');
    expect(made.map((id) => load(who, 'invoice', id))).toEqual([null, null, DENIED, null]);
    expect(ids(who, 'SELECT id FROM transaction ORDER BY id')).toEqual([made[0], made[1], made[3]]);
  });

  test('Allow Viewing lets others be seen and not changed', () => {
    const made = invoices();
    const who = segment('DEPARTMENT', 'OWNONLY', { viewing: 'T' });
    expect(load(who, 'invoice', made[2] ?? '')).toBeNull();
    expect(change(who, 'invoice', made[2] ?? '', { memo: 'x' })).toBe(READ_ONLY);
  });

  test('others cannot be chosen on body or lines, and the user’s own is the default', () => {
    const who = segment('DEPARTMENT', 'OWNONLY');
    const record = createRecord(t.account, who, {
      type: 'invoice',
      isDynamic: false,
      defaultValues: { entity: unassigned },
    });
    expect(record.fields.department).toBe(sales);
    const save = (department: string) => {
      const line = t.addLine(record, 'item', { item: t.item(), amount: 10, department });
      return refusal(() =>
        finish(saveRecord(t.account, who, { record: line, enableSourcing: true, ignoreMandatoryFields: false })),
      );
    };
    expect(save(finance)).toMatch(/^INVALID_KEY_OR_REF.*department/);
    record.sublists.item = [];
    expect(save(enterprise)).toBeNull();
  });

  test('items are restricted where the restriction says so', () => {
    const item = t.item({ department: finance });
    expect(load(segment('DEPARTMENT', 'OWNONLY'), 'noninventoryitem', item)).toBeNull();
    t.store.run("UPDATE rolerestriction SET itemsrestricted = 'T'");
    const who = inRole(t, ALL);
    expect(load(who, 'noninventoryitem', item)).toBe(DENIED);
    expect(ids(who, 'SELECT id FROM item')).toEqual([]);
  });

  test('customers are not restricted by classification', () => {
    expect(load(segment('DEPARTMENT', 'OWNONLY'), 'customer', foreign)).toBeNull();
  });
});
