import { demoCompany } from '../../src/company/presets/demo';
import type { Caller } from '../../src/kernel/execution';
import { tablePermission } from '../../src/permissions/tables';
import { runSuiteQL } from '../../src/query/run';
import { defineRecordType } from '../../src/records/custom/defineRecordType';
import { lookupFields } from '../../src/search/lookup';
import { runSearch } from '../../src/search/run';
import { tables, views } from '../../src/store/schema';
import { administrator, type TestAccount, testAccount } from '../records/testAccount';
import { inRole, lacks, lacksCustom, type Permissions, refusal } from './roles';

const hidden = (table: string): string =>
  `SSS_SEARCH_ERROR_OCCURRED: Search error occurred: Record '${table}' was not found.`;

let t: TestAccount;
let invoice: string;
beforeAll(() => {
  const features = [
    ...demoCompany.features,
    'REVENUERECOGNITION',
    'ADVANCEDREVENUERECOGNITION',
    'JOBS',
    'MULTILOCINVT',
  ];
  t = testAccount({ ...demoCompany, features });
  invoice = t.save(t.invoice(t.customer(), [{ item: t.item(), amount: 10 }]));
});

describe('SuiteQL shows the tables that the role has the permission for', () => {
  const run = (caller: Caller | null, table: string) =>
    refusal(() => runSuiteQL(t.account, caller, `SELECT COUNT(*) AS n FROM ${table}`));

  /** Tables that SuiteQL shows at all, with the permission that they need. */
  const shown = [...tables.filter(({ internal }) => !internal), ...views].map(({ name }) => name);
  const guarded = shown.map((name) => [name, tablePermission(name)] as const);

  test('every table of SuiteQL needs a permission', () => {
    expect(guarded.filter(([, permission]) => permission === null)).toEqual([]);
  });

  test.each(guarded)('%s needs %s', (table, permission) => {
    const name = table === 'transaction' ? `"${table}"` : table;
    expect(run(inRole(t, {}), name)).toBe(hidden(name.replaceAll('"', '')));
    expect(run(inRole(t, { [String(permission)]: 1 }), name)).toBeNull();
    expect(run(administrator, name)).toBeNull();
  });

  test('a join with a table that the role lacks fails as a whole', () => {
    const sql = 'SELECT a.id FROM account a JOIN subsidiary s ON s.id = 1';
    expect(refusal(() => runSuiteQL(t.account, inRole(t, { LIST_ACCOUNT: 1 }), sql))).toBe(hidden('subsidiary'));
    expect(refusal(() => runSuiteQL(t.account, inRole(t, { LIST_ACCOUNT: 1, LIST_SUBSIDIARY: 1 }), sql))).toBeNull();
  });

  test('a permission that is given or taken counts at once', () => {
    const sql = 'SELECT id FROM term';
    expect(refusal(() => runSuiteQL(t.account, inRole(t, { ADMI_ACCOUNTINGLIST: 1 }), sql))).toBeNull();
    expect(refusal(() => runSuiteQL(t.account, inRole(t, {}), sql))).toBe(hidden('term'));
  });

  test('with the metadata provider STATIC a table without permission has no rows', () => {
    const count = (permissions: Permissions, metaDataProvider: 'STATIC' | 'SUITE_QL') =>
      runSuiteQL(t.account, inRole(t, permissions), 'SELECT COUNT(*) FROM term', [], { metaDataProvider }).rows[0]?.[0];
    expect(count({}, 'STATIC')).toBe(0);
    expect(count({ ADMI_ACCOUNTINGLIST: 1 }, 'STATIC')).toBeGreaterThan(0);
    expect(() => count({}, 'SUITE_QL')).toThrow("Record 'term' was not found.");
  });

  test('of transactions it shows the types that the role may see, and their lines', () => {
    const ids = (permissions: Permissions, table: string) =>
      runSuiteQL(
        t.account,
        inRole(t, permissions),
        `SELECT DISTINCT ${table === 'transaction' ? 'id' : 'transaction'} FROM ${table}`,
      ).rows;
    for (const table of ['transaction', 'transactionline', 'transactionaccountingline']) {
      expect(ids({ TRAN_FIND: 4, TRAN_SALESORD: 4 }, table)).toEqual([]);
      expect(ids({ TRAN_FIND: 4, TRAN_CUSTINVC: 1 }, table)).toEqual([[Number(invoice)]]);
    }
  });

  test('custom records need what their access type asks for', () => {
    const type = 'customrecord_seen';
    const permissions = [{ role: 'customrole_other', level: 'VIEW' }];
    defineRecordType(t.account, { scriptId: type, name: 'Seen', accessType: 'USEPERMISSIONLIST', permissions });
    expect(run(inRole(t, { LIST_CUSTRECORDENTRY: 4 }), type)).toBe(hidden(type));
    expect(run(inRole(t, { [type]: 1 }), type)).toBeNull();
    defineRecordType(t.account, { scriptId: type, name: 'Seen', accessType: 'CUSTRECORDENTRYPERM', permissions });
    expect(run(inRole(t, { [type]: 4 }), type)).toBe(hidden(type));
    expect(run(inRole(t, { LIST_CUSTRECORDENTRY: 1 }), type)).toBeNull();
  });
});

describe('searches', () => {
  const columns = [{ name: 'internalid', join: null, summary: null, formula: null, function: null, sort: null }];
  const search = (permissions: Permissions, type: string) =>
    runSearch(t.account, inRole(t, permissions), { type, columns, filter: null }, { start: 0, end: null });
  const thrown = (permissions: Permissions, type: string) => refusal(() => search(permissions, type));

  test.each([
    ['account', 'LIST_ACCOUNT', 'Lists -> Accounts'],
    ['customer', 'LIST_CUSTJOB', 'Lists -> Customers'],
    ['item', 'LIST_ITEM', 'Lists -> Items'],
    ['serviceitem', 'LIST_ITEM', 'Lists -> Items'],
    ['entity', 'LIST_FIND', 'Lists -> Perform Search'],
    ['currency', 'LIST_CURRENCY', 'Lists -> Currency'],
    ['role', 'ADMI_MANAGEROLES', 'Bulk Manage Roles'],
    ['suitelet', 'ADMI_CUSTOMSCRIPT', 'SuiteScript'],
  ])('of %s need View of %s', (type, permission, name) => {
    expect(thrown({}, type)).toBe(lacks(name));
    expect(thrown({ [permission]: 1 }, type)).toBeNull();
  });

  test('of transactions give those that the role may see, and no error', () => {
    expect(search({}, 'transaction')).toEqual([]);
    expect(search({ TRAN_SALESORD: 4 }, 'invoice')).toEqual([]);
    expect(search({ TRAN_CUSTINVC: 1 }, 'transaction').map(({ id }) => id)).toContain(invoice);
  });

  test('lookupFields gives nothing of a transaction that the role may not see', () => {
    const look = (permissions: Permissions) =>
      lookupFields(t.account, inRole(t, permissions), 'invoice', invoice, ['tranid']);
    expect(look({})).toEqual({});
    expect(look({ TRAN_CUSTINVC: 1 })).toHaveProperty('tranid');
  });

  test('of custom records are restricted by Custom Record Entries, not by the permission list of the type', () => {
    const type = 'customrecord_searched';
    const permissions = [{ role: 'customrole_other', level: 'VIEW' }];
    defineRecordType(t.account, { scriptId: type, name: 'Searched', accessType: 'USEPERMISSIONLIST', permissions });
    expect(thrown({}, type)).toBeNull();
    defineRecordType(t.account, { scriptId: type, name: 'Searched', accessType: 'CUSTRECORDENTRYPERM' });
    expect(thrown({}, type)).toBe(lacksCustom('Searched'));
    expect(thrown({ LIST_CUSTRECORDENTRY: 1 }, type)).toBeNull();
  });
});
