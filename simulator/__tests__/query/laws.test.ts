import fc from 'fast-check';
import type { Account } from '../../src/kernel/account';
import { tokenize } from '../../src/query/language/tokens';
import { runSuiteQL } from '../../src/query/run';
import { prepare } from '../../src/query/statement';
import { ledgerAccount } from './ledger';

let account: Account;
beforeAll(() => {
  account = ledgerAccount();
});
afterAll(() => account.store.close());

const piece = fc.oneof(
  fc.constantFrom(
    'SELECT',
    'from',
    'Transaction',
    '||',
    '<>',
    '!=',
    '<=',
    '(',
    ')',
    ',',
    '.',
    '*',
    '?',
    '+',
    '-',
    '/',
    '=',
  ),
  fc.string({ unit: 'grapheme' }).map((text) => `'${text.replaceAll("'", "''")}'`),
  fc.string({ unit: 'grapheme' }).map((text) => `"${text.replaceAll('"', '""')}"`),
  fc.nat().map(String),
  fc.tuple(fc.nat(), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`),
);
const blank = fc.constantFrom(' ', '\n', '\t ', ' -- note\n', ' /* note */ ');

test('cutting a text into tokens and joining them again gives the same tokens', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, blank)), (parts) => {
      const tokens = tokenize(parts.map(([text, space]) => text + space).join(''));
      expect(tokens.slice(0, -1).map(({ text }) => text)).toEqual(parts.map(([text]) => text));
      const again = tokenize(tokens.map(({ text }) => text).join(' '));
      expect(again.map(({ kind, value }) => [kind, value])).toEqual(tokens.map(({ kind, value }) => [kind, value]));
    }),
  );
});

test('a token lies where it says', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, blank)), (parts) => {
      const sql = parts.map(([text, space]) => text + space).join('');
      for (const token of tokenize(sql)) expect(sql.slice(token.start, token.end)).toBe(token.text);
    }),
  );
});

test('no text at all makes the compiler do anything but compile or refuse', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((parts) => `SELECT ${parts.join(' ')}`),
      ),
      (sql) => {
        try {
          prepare(account, null, sql);
        } catch (error) {
          expect(['SSS_SEARCH_ERROR_OCCURRED', 'INVALID_SEARCH_TYPE', 'SIMULATOR_NOT_SUPPORTED']).toContain(
            (error as Error).name,
          );
        }
      },
    ),
  );
});

test('a literal comes back as it was written, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
      fc.pre(!text.includes('\0'));
      const { rows } = runSuiteQL(account, null, `SELECT '${text.replaceAll("'", "''")}' FROM DUAL`);
      expect(rows).toEqual([[text]]);
    }),
  );
});

test('parameters never change what a statement does', () => {
  const sql = 'SELECT id FROM customer WHERE companyname = ? OR entityid = ? ORDER BY id';
  const compiled = prepare(account, null, sql).sql;
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom("' OR 1=1 --", "'; DROP TABLE customer; --", '" OR ""="', '?', '%', "x' UNION SELECT 1 --"),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(hostile, (value) => {
      expect(runSuiteQL(account, null, sql, [value, 'C103']).rows).toEqual([[103]]);
      expect(prepare(account, null, sql).sql).toBe(compiled);
      expect(runSuiteQL(account, null, 'SELECT COUNT(*) FROM customer').rows).toEqual([[3]]);
    }),
  );
});

test('adding amounts of cents is exact', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      (a, b) => {
        const text = (cents: number) =>
          `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
        const { rows } = runSuiteQL(account, null, `SELECT ${text(a)} + ${text(b)}, ${text(a)} - ${text(b)} FROM DUAL`);
        expect(rows).toEqual([[(a + b) / 100, (a - b) / 100]]);
      },
    ),
  );
});

test('a sum of amounts of cents is exact', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), { minLength: 1, maxLength: 50 }),
      (cents) => {
        account.store.run('DELETE FROM pricing');
        for (const [index, amount] of cents.entries()) {
          account.store.run('INSERT INTO pricing (internalid, unitprice) VALUES (?, ?)', [index + 1, amount / 100]);
        }
        const total = cents.reduce((sum, amount) => sum + amount, 0) / 100;
        expect(runSuiteQL(account, null, 'SELECT SUM(unitprice) FROM pricing').rows).toEqual([[total]]);
        expect(
          runSuiteQL(account, null, 'SELECT COUNT(*) FROM pricing HAVING SUM(unitprice) = ?', [total]).rows,
        ).toEqual([[cents.length]]);
      },
    ),
  );
});

test('a date minus a number of days and back is the same date', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
      const sql = `SELECT TO_CHAR((DATE '2026-03-08' - ?) + ?, 'YYYY-MM-DD'), (DATE '2026-03-08' - ?) - DATE '2026-03-08' FROM DUAL`;
      expect(runSuiteQL(account, null, sql, [days, days, days]).rows).toEqual([['2026-03-08', 0 - days]]);
    }),
  );
});
