import type { Caller } from '../../src/kernel/execution';
import { runSuiteQL } from '../../src/query/run';
import { createRecord } from '../../src/records/createRecord';
import { deleteRecord } from '../../src/records/deleteRecord';
import { loadRecord } from '../../src/records/loadRecord';
import { saveRecord } from '../../src/records/saveRecord';
import { runSearch } from '../../src/search/run';
import { finish, type TestAccount, testAccount } from '../records/testAccount';
import { inRole, type RoleSetup, refusal } from './roles';

const ALL = { TRAN_CUSTINVC: 4, TRAN_FIND: 4, LIST_CUSTJOB: 4, LIST_ITEM: 1 };
const DENIED =
  'INSUFFICIENT_PERMISSION: Permission Violation: The subsidiary restrictions on your role deny you access to this record.';
const READ_ONLY =
  'INSUFFICIENT_PERMISSION: Permission Violation: The restrictions on your role do not allow you to modify this record.';

describe('the subsidiary restrictions of a role', () => {
  let t: TestAccount;
  let german: string;
  let american: string;
  let germanCustomer: string;
  beforeEach(() => {
    t = testAccount();
    const sold = t.item({ subsidiary: [t.us()], includechildren: true });
    const inUs = t.customer();
    germanCustomer = t.customer({ subsidiary: t.de() });
    american = t.save(t.invoice(inUs, [{ item: sold, amount: 10 }]));
    const taxcode = String(
      t.store.get<{ id: number }>("SELECT id FROM salestaxitem WHERE country = 'DE' ORDER BY id LIMIT 1")?.id ?? '',
    );
    german = t.save(t.invoice(germanCustomer, [{ item: sold, amount: 10, ...(taxcode ? { taxcode } : {}) }]));
  });

  const caller = (setup: RoleSetup): Caller => inRole(t, ALL, setup);
  const load = (who: Caller, type: string, id: string) =>
    refusal(() => loadRecord(t.account, who, { type, id, isDynamic: false, defaultValues: {} }));
  const edit = (who: Caller, id: string) => {
    const record = t.set(t.load('invoice', id), { memo: 'x' });
    return refusal(() =>
      finish(saveRecord(t.account, who, { record, enableSourcing: true, ignoreMandatoryFields: false })),
    );
  };
  const remove = (who: Caller, id: string) =>
    refusal(() => finish(deleteRecord(t.account, who, { type: 'invoice', id })));

  test('All: records of every subsidiary', () => {
    const who = caller({ subsidiaryOption: 'ALL' });
    expect([load(who, 'invoice', german), load(who, 'invoice', american), edit(who, german)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('Selected: those of the subsidiaries that are chosen', () => {
    const who = caller({ subsidiaryOption: 'SELECTED', subsidiaries: [t.us()] });
    expect([load(who, 'invoice', american), edit(who, american)]).toEqual([null, null]);
    expect([load(who, 'invoice', german), edit(who, german), remove(who, german)]).toEqual([DENIED, DENIED, DENIED]);
  });

  test('User Subsidiary: those of the user’s subsidiary', () => {
    const who = caller({ subsidiaryOption: 'OWN', own: t.de() });
    expect([load(who, 'invoice', german), load(who, 'invoice', american)]).toEqual([null, DENIED]);
  });

  test('Active: those of subsidiaries that are not inactive', () => {
    t.store.run("UPDATE subsidiary SET isinactive = 'T' WHERE id = ?", [t.de()]);
    const who = caller({ subsidiaryOption: 'ALLACTIVE' });
    expect([load(who, 'invoice', german), load(who, 'invoice', american)]).toEqual([DENIED, null]);
  });

  test('entities belong to their primary and secondary subsidiaries', () => {
    const who = caller({ subsidiaryOption: 'SELECTED', subsidiaries: [t.us()] });
    expect(load(who, 'customer', germanCustomer)).toBe(DENIED);
    t.store.run('INSERT INTO customersubsidiaryrelationship (entity, subsidiary, isprimarysub) VALUES (?, ?, ?)', [
      germanCustomer,
      t.us(),
      'F',
    ]);
    expect(load(who, 'customer', germanCustomer)).toBeNull();
  });

  test('a new record in another subsidiary is refused', () => {
    const who = caller({ subsidiaryOption: 'SELECTED', subsidiaries: [t.us()] });
    const record = createRecord(t.account, who, { type: 'customer', isDynamic: false, defaultValues: {} });
    t.set(record, { companyname: 'Neu', subsidiary: t.de() });
    const request = { record, enableSourcing: true, ignoreMandatoryFields: false };
    expect(refusal(() => finish(saveRecord(t.account, who, request)))).toBe(DENIED);
  });

  test('Allow Cross-Subsidiary Record Viewing lets others be seen and not changed', () => {
    const who = caller({ subsidiaryOption: 'SELECTED', subsidiaries: [t.us()], mayViewOthers: true });
    expect([load(who, 'invoice', german), edit(who, german), remove(who, german)]).toEqual([
      null,
      READ_ONLY,
      READ_ONLY,
    ]);
    expect(idsBySuiteQL(who)).toEqual([american, german]);
  });

  test('SuiteQL and searches give the records of the role’s subsidiaries', () => {
    const who = caller({ subsidiaryOption: 'SELECTED', subsidiaries: [t.us()] });
    expect(idsBySuiteQL(who)).toEqual([american]);
    const rows = (sql: string) => runSuiteQL(t.account, who, sql).rows.map(([id]) => String(id));
    expect(rows('SELECT DISTINCT transaction FROM transactionline ORDER BY 1')).toEqual([american]);
    expect(rows('SELECT id FROM customer')).not.toContain(germanCustomer);
    const definition = { type: 'invoice', columns: [column('mainline')], filter: null };
    const found = runSearch(t.account, who, definition, { start: 0, end: null }).map(({ id }) => id);
    expect([...new Set(found)]).toEqual([american]);
  });

  test('an account without OneWorld has no restrictions', () => {
    t.store.run("UPDATE companyfeature SET isenabled = 'F' WHERE id = 'SUBSIDIARIES'");
    expect(load(caller({ subsidiaryOption: 'SELECTED', subsidiaries: [] }), 'invoice', german)).toBeNull();
  });

  function idsBySuiteQL(who: Caller): string[] {
    return runSuiteQL(t.account, who, 'SELECT id FROM transaction ORDER BY id').rows.map(([id]) => String(id));
  }

  function column(name: string) {
    return { name, join: null, summary: null, formula: null, function: null, sort: null };
  }
});
