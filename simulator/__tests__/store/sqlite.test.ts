import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSchema, hiddenColumns, tables } from '../../src/store/schema';
import { openStore } from '../../src/store/sqlite';

function notes() {
  const store = openStore();
  store.script('CREATE TABLE note (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT)');
  const write = (text: string) => store.run('INSERT INTO note (text) VALUES (?)', [text]);
  const texts = () => store.all<{ text: string }>('SELECT text FROM note ORDER BY id').map((row) => row.text);
  return { store, write, texts };
}

describe('store', () => {
  test('gives the id of an inserted row and the number of changed rows', () => {
    const { store, write } = notes();
    expect(write('a').id).toBe(1);
    expect(write('b').id).toBe(2);
    expect(store.run('UPDATE note SET text = ?', ['c']).changes).toBe(2);
    expect(store.get('SELECT * FROM note WHERE id = ?', [3])).toBeNull();
  });

  test('undoes a transaction that throws and keeps the one around it', () => {
    const { store, write, texts } = notes();
    store.transaction(() => {
      write('outer');
      expect(() =>
        store.transaction(() => {
          write('inner');
          throw new Error('no');
        }),
      ).toThrow('no');
      write('outer again');
    });
    expect(texts()).toEqual(['outer', 'outer again']);
  });

  test('undoes everything when the outer transaction throws', () => {
    const { store, write, texts } = notes();
    expect(() =>
      store.transaction(() => {
        store.transaction(() => write('inner'));
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(texts()).toEqual([]);
  });

  test('goes back to a snapshot as often as asked, tables included', () => {
    const { store, write, texts } = notes();
    write('before');
    const snapshot = store.snapshot();
    for (let round = 0; round < 3; round++) {
      write('after');
      store.script('ALTER TABLE note ADD COLUMN extra TEXT');
      store.run('UPDATE note SET extra = ?', ['x']);
      store.restore(snapshot);
      expect(texts()).toEqual(['before']);
      expect(store.get('SELECT * FROM note')).toEqual({ id: 1, text: 'before' });
    }
  });

  test('going back to an earlier snapshot drops the later ones', () => {
    const { store, write, texts } = notes();
    const first = store.snapshot();
    write('one');
    const second = store.snapshot();
    write('two');
    store.restore(second);
    expect(texts()).toEqual(['one']);
    store.restore(first);
    expect(texts()).toEqual([]);
    expect(() => store.restore(second)).toThrow('The snapshot is gone');
  });

  test('refuses a snapshot inside a transaction', () => {
    const { store } = notes();
    expect(() => store.transaction(() => store.snapshot())).toThrow('inside a transaction');
  });

  test('keeps a file over a restart, also what was written after a snapshot', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'store-')), 'account.db');
    const first = openStore(file);
    createSchema(first);
    first.run('INSERT INTO currency (name, symbol) VALUES (?, ?)', ['Euro', 'EUR']);
    first.snapshot();
    first.run('INSERT INTO currency (name, symbol) VALUES (?, ?)', ['Pound', 'GBP']);
    first.close();
    const second = openStore(file);
    createSchema(second);
    expect(second.all('SELECT symbol FROM currency ORDER BY id')).toEqual([{ symbol: 'EUR' }, { symbol: 'GBP' }]);
    expect(second.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
    second.close();
  });

  test('opens a file that a killed process left locked, and no file that a living one holds', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'store-')), 'account.db');
    openStore(file).close();
    mkdirSync(`${file}.lock`);
    writeFileSync(`${file}.pid`, '999999999');
    const reopened = openStore(file);
    reopened.script('CREATE TABLE t (a)');
    reopened.close();
    expect(existsSync(`${file}.pid`)).toBe(false);
    writeFileSync(`${file}.pid`, String(process.ppid));
    expect(() => openStore(file)).toThrow('in use by process');
  });

  test('takes functions for its SQL, by their number of parameters', () => {
    const { store } = notes();
    store.defineFunction('joined', (a, b) => `${a}-${b}`);
    expect(store.get("SELECT joined('a', 2) AS text")).toEqual({ text: 'a-2' });
  });

  test('hides from SuiteQL what the account keeps for itself', () => {
    const store = openStore();
    createSchema(store);
    expect(hiddenColumns.get('transaction')?.has('recordversion')).toBe(true);
    expect(hiddenColumns.get('transaction')?.has('createdfrom')).toBe(true);
    for (const table of tables) expect(store.all(`SELECT * FROM "${table.name}"`)).toEqual([]);
  });
});
