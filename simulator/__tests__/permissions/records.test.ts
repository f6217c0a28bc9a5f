import { recordPermission } from '../../src/permissions/recordTypes';
import { requireRecordPermission } from '../../src/permissions/require';
import { copyRecord } from '../../src/records/copyRecord';
import { createRecord } from '../../src/records/createRecord';
import { deleteRecord } from '../../src/records/deleteRecord';
import { loadRecord } from '../../src/records/loadRecord';
import { saveRecord } from '../../src/records/saveRecord';
import { submitFields } from '../../src/records/submitFields';
import { transformRecord } from '../../src/records/transformRecord';
import { standardTypes } from '../../src/records/types';
import { finish, type TestAccount, testAccount } from '../records/testAccount';
import { inRole, lacks, lacksLevel, refusal } from './roles';

const ACTIONS = ['view', 'create', 'edit', 'delete'] as const;
const LEVELS = ['NONE', 'VIEW', 'CREATE', 'EDIT', 'FULL'] as const;

/** The permission of each record type, with its name in NetSuite's sentence. */
const PERMISSIONS: readonly (readonly [type: string, key: string, name: string])[] = [
  ['account', 'LIST_ACCOUNT', 'Lists -> Accounts'],
  ['accountingperiod', 'ADMI_ACCTPERIODS', 'Manage Accounting Periods'],
  ['cashrefund', 'TRAN_CASHRFND', 'Transactions -> Cash Sale Refund'],
  ['cashsale', 'TRAN_CASHSALE', 'Transactions -> Cash Sale'],
  ['classification', 'LIST_CLASS', 'Lists -> Classes'],
  ['contact', 'LIST_CONTACT', 'Lists -> Contacts'],
  ['creditmemo', 'TRAN_CUSTCRED', 'Transactions -> Credit Memo'],
  ['currency', 'LIST_CURRENCY', 'Lists -> Currency'],
  ['customer', 'LIST_CUSTJOB', 'Lists -> Customers'],
  ['customerdeposit', 'TRAN_CUSTDEP', 'Transactions -> Customer Deposit'],
  ['customerpayment', 'TRAN_CUSTPYMT', 'Transactions -> Customer Payment'],
  ['customerrefund', 'TRAN_CUSTRFND', 'Transactions -> Customer Refund'],
  ['department', 'LIST_DEPARTMENT', 'Lists -> Departments'],
  ['deposit', 'TRAN_DEPOSIT', 'Transactions -> Deposit'],
  ['depositapplication', 'TRAN_DEPAPPL', 'Transactions -> Deposit Application'],
  ['discountitem', 'LIST_ITEM', 'Lists -> Items'],
  ['employee', 'LIST_EMPLOYEE', 'Lists -> Employees'],
  ['folder', 'LIST_FILECABINET', 'Lists -> Documents and Files'],
  ['inventoryitem', 'LIST_ITEM', 'Lists -> Items'],
  ['invoice', 'TRAN_CUSTINVC', 'Transactions -> Invoice'],
  ['itemfulfillment', 'TRAN_ITEMSHIP', 'Transactions -> Item Fulfillment'],
  ['itemreceipt', 'TRAN_ITEMRCPT', 'Transactions -> Item Receipt'],
  ['job', 'LIST_JOB', 'Lists -> Jobs'],
  ['journalentry', 'TRAN_JOURNAL', 'Transactions -> Make Journal Entry'],
  ['location', 'LIST_LOCATION', 'Lists -> Locations'],
  ['noninventorysaleitem', 'LIST_ITEM', 'Lists -> Items'],
  ['returnauthorization', 'TRAN_RTNAUTH', 'Transactions -> Return Authorization'],
  ['revenuearrangement', 'TRAN_REVARRNG', 'Transactions -> Revenue Arrangement'],
  ['salesorder', 'TRAN_SALESORD', 'Transactions -> Sales Order'],
  ['salestaxitem', 'LIST_TAXITEM', 'Lists -> Tax Records'],
  ['servicesaleitem', 'LIST_ITEM', 'Lists -> Items'],
  ['subsidiary', 'LIST_SUBSIDIARY', 'Lists -> Subsidiaries'],
  ['taxschedule', 'LIST_TAXSCHEDULE', 'Lists -> Tax Schedules'],
  ['term', 'ADMI_ACCOUNTINGLIST', 'Accounting Lists'],
];

describe('a permission lets a role do what its level says', () => {
  let t: TestAccount;
  beforeAll(() => {
    t = testAccount();
  });

  const cases = PERMISSIONS.flatMap(([type, key, name]) =>
    ACTIONS.flatMap((action, needed) =>
      LEVELS.map((levelName, level) => ({ type, key, name, action, levelName, level, needed: needed + 1 })),
    ),
  );
  test.each(cases)('$type: $action with $levelName', ({ type, key, name, action, level, needed }) => {
    const { user } = inRole(t, level === 0 ? {} : { [key]: level });
    const expected = level >= needed ? null : level === 0 ? lacks(name) : lacksLevel(name);
    expect(refusal(() => requireRecordPermission(t.account, user, type, action))).toBe(expected);
  });

  test('every record type of the account has a permission', () => {
    expect([...standardTypes.keys()].filter((type) => recordPermission(type) === null)).toEqual([]);
  });

  test('a type whose permission is not known is named, and open to the Administrator', () => {
    const { user } = inRole(t, {});
    expect(refusal(() => requireRecordPermission(t.account, user, 'workorder', 'view'))).toMatch(
      /^SIMULATOR_NOT_SUPPORTED.*workorder/,
    );
    expect(refusal(() => requireRecordPermission(t.account, { ...user, role: '3' }, 'workorder', 'delete'))).toBeNull();
  });
});

describe('operations on records ask for the level that they need', () => {
  let t: TestAccount;
  let customer: string;
  let invoice: string;
  let item: string;
  beforeAll(() => {
    t = testAccount();
    customer = t.customer();
    item = t.item();
    invoice = t.save(t.invoice(customer, [{ item, amount: 10 }]));
  });

  const read = { isDynamic: false, defaultValues: {} };
  const options = { enableSourcing: true, ignoreMandatoryFields: false };
  const INVOICE = 'Transactions -> Invoice';

  test('create', () => {
    const create = (level: number) =>
      refusal(() => createRecord(t.account, inRole(t, { TRAN_CUSTINVC: level }), { ...read, type: 'invoice' }));
    expect([1, 2].map(create)).toEqual([lacksLevel(INVOICE), null]);
  });

  test('load', () => {
    const load = (permissions: Record<string, number>) =>
      refusal(() => loadRecord(t.account, inRole(t, permissions), { ...read, type: 'invoice', id: invoice }));
    expect(load({})).toBe(lacks(INVOICE));
    expect(load({ TRAN_CUSTINVC: 1 })).toBeNull();
  });

  test('copy', () => {
    const copy = (level: number) =>
      refusal(() =>
        copyRecord(t.account, inRole(t, { TRAN_CUSTINVC: level }), { ...read, type: 'invoice', id: invoice }),
      );
    expect([1, 2].map(copy)).toEqual([lacksLevel(INVOICE), null]);
  });

  test('saving a new record needs Create, saving a stored one Edit', () => {
    const saved = (record: ReturnType<TestAccount['load']>, level: number) =>
      refusal(() => finish(saveRecord(t.account, inRole(t, { TRAN_CUSTINVC: level }), { record, ...options })));
    const made = t.invoice(customer, [{ item, amount: 10 }]);
    expect([1, 2].map((level) => saved(made, level))).toEqual([lacksLevel(INVOICE), null]);
    expect([2, 3].map((level) => saved(t.set(t.load('invoice', invoice), { memo: 'x' }), level))).toEqual([
      lacksLevel(INVOICE),
      null,
    ]);
  });

  test('submitFields needs Edit', () => {
    const submit = (level: number) =>
      refusal(() =>
        finish(
          submitFields(t.account, inRole(t, { TRAN_CUSTINVC: level }), {
            ...options,
            type: 'invoice',
            id: invoice,
            values: { memo: 'y' },
          }),
        ),
      );
    expect([2, 3].map(submit)).toEqual([lacksLevel(INVOICE), null]);
  });

  test('delete needs Full', () => {
    const id = t.save(t.invoice(customer, [{ item, amount: 5 }]));
    const remove = (level: number) =>
      refusal(() => finish(deleteRecord(t.account, inRole(t, { TRAN_CUSTINVC: level }), { type: 'invoice', id })));
    expect([3, 4].map(remove)).toEqual([lacksLevel(INVOICE), null]);
  });

  test('transform needs View of the source and Create of the result', () => {
    const transform = (permissions: Record<string, number>) =>
      refusal(() =>
        transformRecord(t.account, inRole(t, permissions), {
          ...read,
          fromType: 'customer',
          fromId: customer,
          toType: 'invoice',
        }),
      );
    expect(transform({ TRAN_CUSTINVC: 2 })).toBe(lacks('Lists -> Customers'));
    expect(transform({ LIST_CUSTJOB: 1, TRAN_CUSTINVC: 1 })).toBe(lacksLevel(INVOICE));
    expect(transform({ LIST_CUSTJOB: 1, TRAN_CUSTINVC: 2 })).toBeNull();
  });

  test('a refused save changes nothing', () => {
    const before = t.load('invoice', invoice);
    const record = t.set(t.load('invoice', invoice), { memo: 'changed' });
    refusal(() => finish(saveRecord(t.account, inRole(t, { TRAN_CUSTINVC: 2 }), { record, ...options })));
    expect(t.load('invoice', invoice)).toEqual(before);
  });
});
