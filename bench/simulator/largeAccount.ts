import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSuiteQL } from '../../simulator/src/query/run';
import { prepare } from '../../simulator/src/query/statement';
import type { Store } from '../../simulator/src/store/store';
import type { Figure } from '../measure';
import { administrator, type Books, invoice, median, openBooks, save, seconds } from './books';

const BY_EXTERNAL_ID = 'SELECT id, tranid, foreigntotal FROM transaction WHERE externalid = ?';
/** Invoices that are saved; the others are copies of their rows. */
const SAVED = 500;
const QUERIES = 500;

/**
 * An account in a file with many invoices, each with one line: SuiteQL by external id, a save, and the way back to a
 * snapshot after 100 saves.
 */
export function largeAccount(invoices: number): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'account.db');
  const books = openBooks(file);
  const { account } = books;
  try {
    for (let number = 1; number <= Math.min(SAVED, invoices); number++) save(account, invoice(books, number, 1));
    multiply(account.store, invoices);
    const name = (what: string): string => `${what}, ${invoices.toLocaleString('en-US')} invoices`;
    const query = (number: number): number => {
      let found = 0;
      const time = seconds(() => {
        found = runSuiteQL(account, administrator, BY_EXTERNAL_ID, [`bench-${number}`]).rows.length;
      });
      if (found !== 1) throw new Error(`bench-${number} was found ${found} times.`);
      return time;
    };
    query(1);
    // Numbers that are far apart from each other, so that each is another page of the file.
    const times = Array.from({ length: QUERIES }, (_, index) => query(1 + ((index * 7_919) % invoices)));
    return [
      { name: name('SuiteQL by external id, rows scanned'), value: scanned(books), atMost: 1 },
      { name: name('SuiteQL by external id, ms'), value: median(times) * 1_000, atMost: null },
      { name: name('a save, ms'), value: savesIn(books, invoices) * 1_000, atMost: null },
      {
        name: name('restore of a snapshot after 100 saves, ms'),
        value: restores(books, invoices) * 1_000,
        atMost: null,
      },
      { name: name('megabytes of the file'), value: statSync(file).size / 1e6, atMost: null },
    ];
  } finally {
    account.store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All rows of the table where SQLite's plan scans it, else those that the index gives. */
function scanned({ account }: Books): number {
  const { store } = account;
  const { sql } = prepare(account, null, BY_EXTERNAL_ID);
  const plan = store.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).map(({ detail }) => detail);
  const count = (where: string, params: readonly string[]): number =>
    store.get<{ n: number }>(`SELECT COUNT(*) AS n FROM "transaction" ${where}`, params)?.n ?? 0;
  const isIndexed = plan.every((detail) => detail.startsWith('SEARCH') && detail.includes('(externalid=?)'));
  return isIndexed ? count('WHERE externalid = ?', ['bench-1']) : count('', []);
}

function savesIn(books: Books, invoices: number): number {
  const times = Array.from({ length: 100 }, (_, index) => {
    const record = invoice(books, invoices + index + 1, 1);
    return seconds(() => save(books.account, record));
  });
  return median(times);
}

function restores(books: Books, invoices: number): number {
  const { store } = books.account;
  const snapshot = store.snapshot();
  const times = Array.from({ length: 5 }, () => {
    for (let number = 0; number < 100; number++) save(books.account, invoice(books, invoices + 1_000 + number, 1));
    return seconds(() => {
      store.restore(snapshot);
      store.get('SELECT MAX(id) AS last FROM "transaction"');
    });
  });
  return median(times);
}

/** Copies the invoices that there are, with ids and numbers of their own, until there are so many. */
function multiply(store: Store, invoices: number): void {
  const many = (): number => store.get<{ n: number }>('SELECT COUNT(*) AS n FROM "transaction"')?.n ?? 0;
  for (let there = many(); there < invoices; there = many()) {
    const some = Math.min(there, invoices - there, 10_000);
    store.transaction(() => {
      copy(store, 'transaction', { id: `id + ${there}`, externalid: `'bench-' || (id + ${there})` }, `id <= ${some}`);
      const keys = { transaction: `"transaction" + ${there}`, uniquekey: `uniquekey + ${there * 10}` };
      copy(store, 'transactionline', keys, `"transaction" <= ${some}`);
      copy(store, 'transactionaccountingline', { transaction: keys.transaction }, `"transaction" <= ${some}`);
      const value = `'bench-' || (recordid + ${there})`;
      copy(
        store,
        'externalid',
        { recordid: `recordid + ${there}`, value },
        `recordgroup = 'transaction' AND recordid <= ${some}`,
      );
    });
  }
}

function copy(store: Store, table: string, changed: Readonly<Record<string, string>>, where: string): void {
  const columns = store.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', [table]).map(({ name }) => name);
  const names = columns.map((name) => `"${name}"`).join(', ');
  const values = columns.map((name) => changed[name] ?? `"${name}"`).join(', ');
  store.script(`INSERT INTO "${table}" (${names}) SELECT ${values} FROM "${table}" WHERE ${where}`);
}
