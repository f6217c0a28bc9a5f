import fc from 'fast-check';
import { insertRow } from '../../src/store/insert';
import { createSchema } from '../../src/store/schema';
import { nextNumber, nextNumbers } from '../../src/store/sequence';
import { openStore } from '../../src/store/sqlite';

function setUp() {
  const store = openStore();
  createSchema(store);
  const rate = (id: number) =>
    store.get<{ exchangerate: number }>('SELECT exchangerate FROM currency WHERE id = ?', [id])?.exchangerate ?? null;
  const insert = (exchangerate: number) => insertRow(store, 'currency', { name: 'X', exchangerate });
  return { store, rate, insert };
}

describe('rows of set-up tables are kept', () => {
  test('until their table is written, in any way', () => {
    const { store, rate, insert } = setUp();
    expect(rate(1)).toBeNull();
    insert(1);
    expect(rate(1)).toBe(1);
    store.run('UPDATE currency SET exchangerate = ? WHERE id = ?', [2, 1]);
    expect(rate(1)).toBe(2);
    expect(store.get('UPDATE "currency" SET exchangerate = 3 WHERE id = 1 RETURNING exchangerate')).toEqual({
      exchangerate: 3,
    });
    expect(rate(1)).toBe(3);
    store.all('UPDATE currency SET exchangerate = 4 RETURNING id');
    expect(rate(1)).toBe(4);
    store.run('INSERT OR REPLACE INTO currency (id, exchangerate) VALUES (1, 5)');
    expect(rate(1)).toBe(5);
    store.script('UPDATE currency SET exchangerate = 6');
    expect(rate(1)).toBe(6);
    store.run('DELETE FROM currency');
    expect(rate(1)).toBeNull();
  });

  test('also where a statement reads several tables', () => {
    const { store, insert } = setUp();
    insert(1);
    store.run("INSERT INTO subsidiary (id, name, currency) VALUES (1, 'Root', 1)");
    const base = () =>
      store.get('SELECT c.exchangerate AS rate FROM subsidiary s JOIN currency c ON c.id = s.currency WHERE s.id = 1')
        ?.rate;
    expect(base()).toBe(1);
    store.run('UPDATE currency SET exchangerate = 7');
    expect(base()).toBe(7);
    insert(9);
    store.run('UPDATE subsidiary SET currency = 2');
    expect(base()).toBe(9);
  });

  test('not past a transaction that throws, nor past a snapshot', () => {
    const { store, rate, insert } = setUp();
    insert(1);
    const snapshot = store.snapshot();
    expect(() =>
      store.transaction(() => {
        store.run('UPDATE currency SET exchangerate = 2');
        expect(rate(1)).toBe(2);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(rate(1)).toBe(1);
    store.run('UPDATE currency SET exchangerate = 3');
    expect(rate(1)).toBe(3);
    store.restore(snapshot);
    expect(rate(1)).toBe(1);
  });

  test('parameters of different kinds are different', () => {
    const { store } = setUp();
    insertRow(store, 'companypreference', { page: 'P', id: '1', value: 'text' });
    const typed = (id: string | number) =>
      store.get("SELECT typeof(?) AS type FROM companypreference WHERE page = 'P'", [id]);
    expect(typed('1')).toEqual({ type: 'text' });
    expect(typed(1)).toEqual({ type: 'integer' });
    const both = (one: string, other: string) =>
      store.get('SELECT ? AS a, ? AS b FROM companypreference', [one, other]);
    expect(both('a', 's1:b')).toEqual({ a: 'a', b: 's1:b' });
    expect(both('as1:b', '')).toEqual({ a: 'as1:b', b: '' });
  });

  test('a row that was read cannot be changed', () => {
    const { store, insert } = setUp();
    insert(1);
    const row = store.get('SELECT * FROM currency WHERE id = 1') as Record<string, unknown>;
    expect(() => {
      row.name = 'changed';
    }).toThrow(TypeError);
  });

  test('law: whatever is written and undone, reads see what is stored', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), id: fc.integer({ min: 1, max: 3 }), value: fc.nat(9) }),
      fc.record({ kind: fc.constant('undo' as const), id: fc.integer({ min: 1, max: 3 }), value: fc.nat(9) }),
      fc.record({ kind: fc.constant('delete' as const), id: fc.integer({ min: 1, max: 3 }), value: fc.nat(9) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const { store, rate } = setUp();
        const model = new Map<number, number>();
        const put = (id: number, value: number) =>
          store.run('INSERT OR REPLACE INTO currency (id, exchangerate) VALUES (?, ?)', [id, value]);
        for (const { kind, id, value } of steps) {
          if (kind === 'set') {
            put(id, value);
            model.set(id, value);
          } else if (kind === 'delete') {
            store.run('DELETE FROM currency WHERE id = ?', [id]);
            model.delete(id);
          } else {
            try {
              store.transaction(() => {
                put(id, value);
                rate(id);
                throw new Error('undone');
              });
            } catch {
              // Undone.
            }
          }
          for (const each of [1, 2, 3]) expect(rate(each)).toBe(model.get(each) ?? null);
        }
        store.close();
      }),
      { numRuns: 30 },
    );
  });
});

test('numbers of a sequence are taken one by one or several at once', () => {
  const { store } = setUp();
  expect([nextNumber(store, 'line'), nextNumbers(store, 'line', 3), nextNumber(store, 'line')]).toEqual([1, 2, 5]);
});

test('the File Cabinet has the same number again after going back, and never one that it had in another state', () => {
  const { store } = setUp();
  const write = (name: string) => insertRow(store, 'file', { name });
  write('a.js');
  const before = store.fileChanges();
  const snapshot = store.snapshot();
  write('b.js');
  const changed = store.fileChanges();
  store.restore(snapshot);
  expect(store.fileChanges()).toBe(before);
  write('c.js');
  expect([before, changed]).not.toContain(store.fileChanges());
});
