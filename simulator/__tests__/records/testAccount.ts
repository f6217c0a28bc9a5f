import type { CompanyData } from '../../src/company/companyData';
import { loadCompany } from '../../src/company/load';
import { companyData } from '../../src/company/presets';
import type { Account } from '../../src/kernel/account';
import { manualClock } from '../../src/kernel/clock';
import type { Caller } from '../../src/kernel/execution';
import type { Operation } from '../../src/kernel/operation';
import { seededRandom } from '../../src/kernel/random';
import { copyRecord } from '../../src/records/copyRecord';
import { createRecord } from '../../src/records/createRecord';
import type { FieldValue, RecordData } from '../../src/records/data';
import { deleteRecord } from '../../src/records/deleteRecord';
import { loadRecord } from '../../src/records/loadRecord';
import { saveRecord } from '../../src/records/saveRecord';
import { submitFields } from '../../src/records/submitFields';
import { createSchema } from '../../src/store/schema';
import { openStore } from '../../src/store/sqlite';

export const NOW = '2026-07-15T17:00:00Z';

export const administrator: Caller = {
  user: {
    id: '1',
    name: 'Alex Admin',
    email: 'alex.admin@northwind-analytics.example',
    role: '3',
    roleScriptId: 'administrator',
    subsidiary: null,
  },
  context: 'RESTLET',
  execution: null,
};

export const accountant: Caller = {
  ...administrator,
  user: { ...administrator.user, id: '2', role: '1', roleScriptId: 'accountant' },
};

/** Runs an operation that starts no script. */
export function finish<R>(operation: Operation<R>): R {
  const step = operation.next();
  if (!step.done) throw new Error('The operation wanted to wait');
  return step.value;
}

type Values = Record<string, FieldValue>;

/** An account without executions, with short forms of what scripts do. */
export function testAccount(company: string | CompanyData = 'demo') {
  const store = openStore();
  createSchema(store);
  const clock = manualClock(Date.parse(NOW));
  const account: Account = {
    id: '1234567',
    store,
    clock,
    random: seededRandom(1),
    address: null,
    spawn: () => undefined,
    log: () => undefined,
  };
  loadCompany({ store, now: clock.now }, companyData(company));

  const idOf = (table: string, column: string, value: string): string => {
    const row = store.get<{ id: number }>(`SELECT id FROM "${table}" WHERE "${column}" = ?`, [value]);
    if (row === null) throw new Error(`No ${table} ${value}`);
    return String(row.id);
  };
  const set = (record: RecordData, values: Values): RecordData => {
    for (const [fieldId, value] of Object.entries(values)) {
      record.fields[fieldId] = value;
      if (!record.changedFields.includes(fieldId)) record.changedFields.push(fieldId);
    }
    return record;
  };
  const addLine = (record: RecordData, sublistId: string, fields: Values): RecordData => {
    const lines = record.sublists[sublistId] ?? [];
    lines.push({ fields, texts: {}, subrecords: {} });
    record.sublists[sublistId] = lines;
    if (!record.changedSublists.includes(sublistId)) record.changedSublists.push(sublistId);
    return record;
  };
  const create = (type: string, values: Values = {}, defaultValues: Values = {}): RecordData =>
    set(createRecord(account, administrator, { type, isDynamic: false, defaultValues }), values);
  const load = (type: string, id: string): RecordData =>
    loadRecord(account, administrator, { type, id, isDynamic: false, defaultValues: {} });
  const copy = (type: string, id: string): RecordData =>
    copyRecord(account, administrator, { type, id, isDynamic: false, defaultValues: {} });
  const save = (record: RecordData, caller: Caller = administrator): string =>
    finish(saveRecord(account, caller, { record, enableSourcing: true, ignoreMandatoryFields: false }));
  const submit = (type: string, id: string, values: Values): string =>
    finish(
      submitFields(account, administrator, { type, id, values, enableSourcing: true, ignoreMandatoryFields: false }),
    );
  const remove = (type: string, id: string): string => finish(deleteRecord(account, administrator, { type, id }));

  const usd = (): string => idOf('currency', 'symbol', 'USD');
  const eur = (): string => idOf('currency', 'symbol', 'EUR');
  const gbp = (): string => idOf('currency', 'symbol', 'GBP');
  const accountNumbered = (number: string): string => idOf('account', 'acctnumber', number);
  const us = (): string => idOf('subsidiary', 'name', 'Northwind Analytics');
  const de = (): string => idOf('subsidiary', 'name', 'Northwind Analytics GmbH');
  const schedule = (name: string): string => idOf('taxschedule', 'name', name);

  let made = 0;
  const customer = (values: Values = {}): string => {
    made += 1;
    const record = create('customer', { companyname: `Customer ${made}`, subsidiary: us(), ...values });
    return save(record);
  };
  const item = (values: Values = {}, type = 'noninventoryitem'): string => {
    made += 1;
    return save(
      create(
        type,
        {
          itemid: `Item ${made}`,
          incomeaccount: accountNumbered('4010'),
          taxschedule: schedule('Not Taxable'),
          subsidiary: [us()],
          includechildren: true,
          ...values,
        },
        type.startsWith('inventory') || type.startsWith('discount') ? {} : { subtype: 'Sale' },
      ),
    );
  };
  /** An invoice that is not saved yet; a line is item and what is set on it. */
  const invoice = (entity: string, lines: readonly Values[], values: Values = {}): RecordData => {
    const record = create('invoice', { entity, ...values });
    for (const line of lines) addLine(record, 'item', line);
    return record;
  };
  return {
    account,
    store,
    clock,
    idOf,
    set,
    addLine,
    create,
    load,
    copy,
    save,
    submit,
    remove,
    usd,
    eur,
    gbp,
    us,
    de,
    accountNumbered,
    schedule,
    customer,
    item,
    invoice,
  };
}

export type TestAccount = ReturnType<typeof testAccount>;

/** What a call throws: the code of NetSuite's error. */
export function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return 'no error';
}
