import { createSchema } from '../../simulator/src/store/schema';
import { openStore } from '../../simulator/src/store/sqlite';
import type { Row, SqlValue, Store } from '../../simulator/src/store/store';
import type { Figure } from '../measure';
import { invoice, median, openBooks, save, seconds } from './books';

const LINES = 3;
/** Invoices that are saved before the others are inserted. */
const TURN = 100;
/** Invoices that are not counted, while the machine learns the way. */
const WARM_UP = 1_000;

/** Tables that a save of an invoice writes, with the column that names the invoice. */
const TABLES = {
  transaction: 'id',
  transactionline: '"transaction"',
  transactionaccountingline: '"transaction"',
  externalid: 'recordid',
} as const;

/**
 * Saves of invoices with three lines beside bare inserts of the rows that they wrote, into the same schema with the same
 * indexes, one SQLite transaction for each invoice. The two take turns of 100 invoices, so that what else the machine does
 * meets both, and the turn in the middle counts.
 */
export function recordSaves(count = 3_000): Figure[] {
  const books = openBooks();
  const { store } = books.account;
  const bare = openStore();
  createSchema(bare);
  const saves: number[] = [];
  const inserts: number[] = [];
  for (let first = 0; first < count + WARM_UP; first += TURN) {
    const last = store.get<{ id: number }>('SELECT MAX(id) AS id FROM "transaction"')?.id ?? 0;
    const records = Array.from({ length: TURN }, (_, index) => invoice(books, first + index, LINES));
    const saving = seconds(() => {
      for (const record of records) save(books.account, record);
    });
    const rows = rowsAfter(store, last);
    const inserting = seconds(() => insert(bare, rows));
    if (first < WARM_UP) continue;
    saves.push(TURN / saving);
    inserts.push(TURN / inserting);
  }
  store.close();
  bare.close();
  return [
    { name: 'invoices saved a second', value: median(saves), atMost: null },
    { name: 'their rows inserted bare, invoices a second', value: median(inserts), atMost: null },
    { name: 'time of saves over time of bare inserts', value: median(inserts) / median(saves), atMost: 3 },
  ];
}

type Written = readonly { readonly table: string; readonly row: Row }[];

/** What was written for each invoice. */
function rowsAfter(store: Store, last: number): Written[] {
  const ids = store.all<{ id: number }>('SELECT id FROM "transaction" WHERE id > ? ORDER BY id', [last]);
  return ids.map(({ id }) =>
    Object.entries(TABLES).flatMap(([table, key]) =>
      store.all(`SELECT * FROM "${table}" WHERE ${key} = ?`, [id]).map((row) => ({ table, row })),
    ),
  );
}

function insert(store: Store, written: readonly Written[]): void {
  for (const rows of written) {
    store.transaction(() => {
      for (const { table, row } of rows) {
        const names = Object.keys(row);
        const values: SqlValue[] = Object.values(row);
        const places = names.map(() => '?').join(', ');
        store.run(`INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${places})`, values);
      }
    });
  }
}
