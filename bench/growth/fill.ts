import type { SimulatedAccount } from 'netsuite-simulator';
import type { Store } from '../../simulator/src/store/store';

const TRANSFER = 'customrecord_obc_transfer';

/** A connection of the demo set-up of which the queued rows are. */
export const PAUSED = 'zuora';

/** What the rows that are added stand for. */
export type FilledWith = keyof typeof STATES;

const STATES = {
  /** Documents that were transferred, as the ones that are copied. */
  history: {},
  /** Documents that people hold. */
  held: state('Held', {}),
  /** Documents that are ready, of a connection that posts nothing while it is paused. */
  queued: state('Queued', { custrecord_obc_tr_connection: `'${PAUSED}'` }),
} as const;

function state(reason: string, more: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return {
    custrecord_obc_tr_status: "'Not Transferred'",
    custrecord_obc_tr_reason: `'${reason}'`,
    custrecord_obc_tr_transferred: 'NULL',
    ...more,
  };
}

/**
 * Adds copies of the transfers that there are, under other keys and platform ids and spread over all lanes and customers,
 * by bare inserts, until there are so many.
 */
export function fillTransfers({ account: { store } }: SimulatedAccount, transfers: number, as: FilledWith): void {
  multiply(store, TRANSFER, transfers, (there) => ({
    id: `id + ${there}`,
    externalid: `'filled-' || (id + ${there})`,
    custrecord_obc_tr_platform_id: `'filled-' || (id + ${there})`,
    custrecord_obc_tr_customer: `'filled-' || (id + ${there})`,
    custrecord_obc_tr_lane: `(id + ${there}) % 32`,
    custrecord_obc_tr_record_id: `1000000000 + id + ${there}`,
    ...STATES[as],
  }));
}

/** Adds copies of the invoices that there are, under other external ids, by bare inserts, until there are so many. */
export function fillBooks({ account: { store } }: SimulatedAccount, transactions: number): void {
  for (let there = last(store, 'transaction'); there < transactions; there = last(store, 'transaction')) {
    const some = `<= ${Math.min(there, transactions - there, 20_000)}`;
    store.transaction(() => {
      const externalid = `'filled-' || (id + ${there})`;
      copy(store, 'transaction', { id: `id + ${there}`, externalid, tranid: externalid }, `id ${some}`);
      const transaction = `"transaction" + ${there}`;
      const uniquekey = `uniquekey + ${there * 10}`;
      copy(store, 'transactionline', { transaction, uniquekey }, `"transaction" ${some}`);
      copy(store, 'transactionaccountingline', { transaction }, `"transaction" ${some}`);
      const keys = { recordid: `recordid + ${there}`, value: `'filled-' || (recordid + ${there})` };
      copy(store, 'externalid', keys, `recordgroup = 'transaction' AND recordid ${some}`);
    });
  }
}

function multiply(
  store: Store,
  table: string,
  rows: number,
  changed: (there: number) => Readonly<Record<string, string>>,
): void {
  for (let there = last(store, table); there < rows; there = last(store, table)) {
    const some = Math.min(there, rows - there, 20_000);
    store.transaction(() => copy(store, table, changed(there), `id <= ${some}`));
  }
}

/** The highest internal id: of the tables that are filled every id up to it exists. */
function last(store: Store, table: string): number {
  return store.get<{ id: number }>(`SELECT MAX(id) AS id FROM "${table}"`)?.id ?? 0;
}

function copy(store: Store, table: string, changed: Readonly<Record<string, string>>, where: string): void {
  const columns = store.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', [table]).map(({ name }) => name);
  const names = columns.map((name) => `"${name}"`).join(', ');
  const values = columns.map((name) => changed[name] ?? `"${name}"`).join(', ');
  store.script(`INSERT INTO "${table}" (${names}) SELECT ${values} FROM "${table}" WHERE ${where}`);
}
