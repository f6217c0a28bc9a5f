import { loadCompany } from '../../simulator/src/company/load';
import { companyData } from '../../simulator/src/company/presets';
import type { Account } from '../../simulator/src/kernel/account';
import { manualClock } from '../../simulator/src/kernel/clock';
import type { Caller } from '../../simulator/src/kernel/execution';
import type { Operation } from '../../simulator/src/kernel/operation';
import { seededRandom } from '../../simulator/src/kernel/random';
import { createRecord } from '../../simulator/src/records/createRecord';
import type { FieldValue, RecordData } from '../../simulator/src/records/data';
import { saveRecord } from '../../simulator/src/records/saveRecord';
import { createSchema } from '../../simulator/src/store/schema';
import { openStore } from '../../simulator/src/store/sqlite';

const NOW = '2026-07-15T17:00:00Z';

export const administrator: Caller = {
  user: {
    id: '1',
    name: 'Admin',
    email: 'admin@example.org',
    role: '3',
    roleScriptId: 'administrator',
    subsidiary: null,
  },
  context: 'RESTLET',
  execution: null,
};

/** An account without scripts, with a customer and an item. */
export interface Books {
  readonly account: Account;
  readonly customer: string;
  readonly item: string;
}

/** Opens new books of the demo company, in memory or in a file. */
export function openBooks(file?: string): Books {
  const store = openStore(file);
  createSchema(store);
  const clock = manualClock(Date.parse(NOW));
  loadCompany({ store, now: clock.now }, companyData('demo'));
  const account: Account = {
    id: '1234567',
    store,
    clock,
    random: seededRandom(1),
    address: null,
    spawn: () => undefined,
    log: () => undefined,
  };
  const customer = save(account, filled(account, 'customer', { companyname: 'Bench', subsidiary: '1' }));
  const income = store.get<{ id: number }>("SELECT id FROM account WHERE acctnumber = '4010'")?.id;
  const values = { itemid: 'Bench', incomeaccount: String(income), taxschedule: '2', subsidiary: ['1'] };
  return { account, customer, item: save(account, filled(account, 'serviceitem', values)) };
}

/** An invoice as a script leaves it before its save; its external id is `bench-<number>`. */
export function invoice({ account, customer, item }: Books, number: number, lines: number): RecordData {
  const record = filled(account, 'invoice', { externalid: `bench-${number}`, memo: 'Bench' }, { entity: customer });
  record.sublists.item = Array.from({ length: lines }, (_, line) => ({
    fields: { item, quantity: 1, rate: 10 + line, amount: 10 + line, description: `Line ${line}` },
    texts: {},
    subrecords: {},
  }));
  record.changedSublists.push('item');
  return record;
}

type Values = Readonly<Record<string, FieldValue>>;

function filled(account: Account, type: string, values: Values, defaultValues: Values = {}): RecordData {
  const record = createRecord(account, administrator, { type, isDynamic: false, defaultValues });
  Object.assign(record.fields, values);
  record.changedFields.push(...Object.keys(values));
  return record;
}

export function save(account: Account, record: RecordData): string {
  return finished(saveRecord(account, administrator, { record, enableSourcing: true, ignoreMandatoryFields: false }));
}

function finished<R>(operation: Operation<R>): R {
  const step = operation.next();
  if (!step.done) throw new Error('A script would run.');
  return step.value;
}

/** Seconds that work takes, by the machine's clock. */
export function seconds(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** The one in the middle. */
export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
