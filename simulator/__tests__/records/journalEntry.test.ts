import fc from 'fast-check';
import { setPreference } from '../../src/company/settings';
import type { FieldValue, RecordData } from '../../src/records/data';
import { makeDueReversals, nextReversal } from '../../src/records/deferredReversals';
import { orders } from './orders';
import { accountant, codeOf, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
let o: ReturnType<typeof orders>;
beforeEach(() => {
  t = testAccount();
  o = orders(t);
});

type Line = readonly [account: string, debit: number | null, credit: number | null, more?: Record<string, FieldValue>];
const journal = (lines: readonly Line[], values: Record<string, FieldValue> = {}): RecordData => {
  const record = t.create('journalentry', { subsidiary: t.us(), ...values });
  for (const [account, debit, credit, more] of lines) {
    t.addLine(record, 'line', { account: t.accountNumbered(account), debit, credit, ...more });
  }
  return record;
};
const ACCRUAL: readonly Line[] = [
  ['6100', 500, null],
  ['2300', null, 500],
];
const row = (id: string, columns: string) => t.store.get(`SELECT ${columns} FROM "transaction" WHERE id = ?`, [id]);
const period = (name: string): string => t.idOf('accountingperiod', 'periodname', name);
const day = (year: number, month: number, date: number): Date => new Date(year, month - 1, date);

describe('journal entries', () => {
  test('post their lines as entered, in the subsidiary’s currency (section_163165275262)', () => {
    const customer = t.customer();
    const id = t.save(
      journal([
        ['6500', 100, null, { memo: 'Written off', entity: customer }],
        ['1100', null, 100, { entity: customer }],
      ]),
    );
    expect(o.impact(id)).toEqual({ '1100': -100, '6500': 100 });
    expect(t.load('journalentry', id).fields).toMatchObject({
      tranid: 'JE00001',
      currency: t.usd(),
      exchangerate: 1,
      status: 'Approved',
      approved: true,
      debittotal: 100,
      credittotal: 100,
    });
    expect(o.line(t.load('journalentry', id), 0, 'line').fields).toMatchObject({
      account: t.accountNumbered('6500'),
      debit: 100,
      credit: null,
      memo: 'Written off',
      entity: customer,
    });
    expect(row(id, 'type, status, posting, foreigntotal')).toEqual({
      type: 'Journal',
      status: 'B',
      posting: 'T',
      foreigntotal: 100,
    });
    expect(
      t.store.all(
        `SELECT id, foreignamount, debitforeignamount, creditforeignamount, entity FROM transactionline
         WHERE "transaction" = ? ORDER BY linesequencenumber`,
        [id],
      ),
    ).toEqual([
      { id: 0, foreignamount: 100, debitforeignamount: 100, creditforeignamount: null, entity: Number(customer) },
      { id: 1, foreignamount: -100, debitforeignamount: null, creditforeignamount: 100, entity: Number(customer) },
    ]);
  });

  test('have to balance (TRANS_UNBALNCD)', () => {
    const unbalanced = journal([
      ['6100', 500, null],
      ['2300', null, 499.99],
    ]);
    expect(codeOf(() => t.save(unbalanced))).toBe('TRANS_UNBALNCD: Transaction was not in balance. Total = 0.01');
  });

  test('have at least two lines, each with one side', () => {
    expect(codeOf(() => t.save(journal([['6100', 0, null]])))).toMatch(
      /^USER_ERROR: You must enter at least two lines/,
    );
    expect(
      codeOf(() =>
        t.save(
          journal([
            ['6100', 1, 1],
            ['2300', 0, null],
          ]),
        ),
      ),
    ).toMatch(/^USER_ERROR: Please enter a debit or a credit/);
  });

  test('need a subsidiary (section_163165275262)', () => {
    expect(codeOf(() => t.save(journal(ACCRUAL, { subsidiary: null })))).toMatch(
      /^USER_ERROR: Please enter value\(s\) for: Subsidiary/,
    );
  });

  test('in a foreign currency post at the day’s rate', () => {
    const id = t.save(journal(ACCRUAL, { currency: t.eur() }));
    expect(o.impact(id)).toEqual({ '2300': -550, '6100': 550 });
  });

  test('give what rounding leaves to their first line (article_0207021124)', () => {
    const id = t.save(
      journal(
        [
          ['6000', 9.99, null],
          ['6100', 9.99, null],
          ['6200', 9.99, null],
          ['6300', 9.99, null],
          ['2300', null, 39.96],
        ],
        { currency: t.eur(), exchangerate: 0.69 },
      ),
    );
    expect(o.impact(id)).toEqual({ '2300': -27.57, '6000': 6.9, '6100': 6.89, '6200': 6.89, '6300': 6.89 });
  });

  test('refuse accounts that do not post, or are kept in another currency', () => {
    const to = (account: string) =>
      codeOf(() =>
        t.save(
          journal([
            [account, 1, null],
            ['2300', null, 1],
          ]),
        ),
      );
    expect(to('9000')).toMatch(/^INVALID_KEY_OR_REF/);
    expect(to('1010')).toMatch(/^INVALID_KEY_OR_REF/);
    expect(to('1000')).toBe('no error');
  });

  test('refuse customers of other subsidiaries', () => {
    const entity = t.customer({ subsidiary: t.de() });
    const record = journal([
      ['1100', 1, null, { entity }],
      ['4010', null, 1],
    ]);
    expect(codeOf(() => t.save(record))).toMatch(/^INVALID_KEY_OR_REF/);
  });

  test('are kept out of closed periods; of locked ones where they touch the locked accounts', () => {
    expect(codeOf(() => t.save(journal(ACCRUAL, { postingperiod: period('Jun 2026') })))).toMatch(/^CLOSED_TRAN_PRD/);
    t.store.run("UPDATE accountingperiod SET arlocked = 'T' WHERE periodname = 'Jul 2026'");
    expect(codeOf(() => t.save(journal(ACCRUAL), accountant))).toBe('no error');
    const receivable = journal([
      ['6500', 1, null],
      ['1100', null, 1],
    ]);
    expect(codeOf(() => t.save(receivable, accountant))).toMatch(/^TRAN_PERIOD_CLOSED/);
  });

  test('keep the ids of their lines when they are edited', () => {
    const id = t.save(journal(ACCRUAL));
    const record = t.load('journalentry', id);
    record.sublists.line?.reverse();
    for (const line of record.sublists.line ?? []) line.changed = [];
    record.changedSublists.push('line');
    t.addLine(record, 'line', { account: t.accountNumbered('6100'), debit: 1 });
    t.addLine(record, 'line', { account: t.accountNumbered('2300'), credit: 1 });
    t.save(record);
    expect(t.load('journalentry', id).sublists.line?.map(({ fields }) => [fields.line, fields.debit])).toEqual([
      ['1', null],
      ['0', 500],
      ['2', 1],
      ['3', null],
    ]);
  });

  test('always leave the ledger in balance', () => {
    const cents = fc.integer({ min: 1, max: 999_999 });
    fc.assert(
      fc.property(
        fc.array(cents, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 99_999 }),
        (debits, rate) => {
          const total = debits.reduce((sum, debit) => sum + debit, 0);
          const id = t.save(
            journal([...debits.map((debit): Line => ['6100', debit / 100, null]), ['2300', null, total / 100]], {
              currency: t.eur(),
              exchangerate: rate / 10_000,
            }),
          );
          const posted = t.store.get<{ sum: number }>(
            'SELECT ROUND(SUM(amount), 6) AS sum FROM transactionaccountingline WHERE "transaction" = ?',
            [id],
          );
          return posted?.sum === 0;
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('approval of journal entries (bridgehead_N1469586)', () => {
  beforeEach(() => setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'JOURNALAPPROVALS', true));

  test('what is not approved does not post', () => {
    const id = t.save(journal(ACCRUAL));
    expect(o.impact(id)).toEqual({});
    expect(row(id, 'status, posting')).toEqual({ status: 'A', posting: 'F' });
    expect(t.load('journalentry', id).fields.status).toBe('Pending Approval');
    t.save(t.set(t.load('journalentry', id), { approved: true }));
    expect(o.impact(id)).toEqual({ '2300': -500, '6100': 500 });
    expect(row(id, 'status, posting')).toEqual({ status: 'B', posting: 'T' });
  });

  test('takes the permission Journal Approval', () => {
    expect(codeOf(() => t.save(journal(ACCRUAL, { approved: true }), accountant))).toMatch(/^INSUFFICIENT_PERMISSION/);
    expect(codeOf(() => t.save(journal(ACCRUAL), accountant))).toBe('no error');
  });

  test('approves the reversal with the original', () => {
    const id = t.save(journal(ACCRUAL, { reversaldate: day(2026, 8, 1) }));
    const reversal = String(row(id, 'reversal')?.reversal);
    expect(row(reversal, 'posting')).toEqual({ posting: 'F' });
    t.save(t.set(t.load('journalentry', id), { approved: true }));
    expect(row(reversal, 'posting')).toEqual({ posting: 'T' });
  });
});

describe('reversal of journal entries (section_N1471552)', () => {
  const accrual = () => t.save(journal(ACCRUAL, { currency: t.eur(), reversaldate: day(2026, 10, 1) }));
  const reversalOf = (id: string) => String(row(id, 'reversal')?.reversal);

  test('is an opposite entry on the reversal date, at the same rate', () => {
    const id = accrual();
    const reversal = t.load('journalentry', reversalOf(id));
    expect(reversal.fields).toMatchObject({
      trandate: day(2026, 10, 1),
      postingperiod: period('Oct 2026'),
      exchangerate: 1.1,
      isreversal: true,
      reversal: id,
      tranid: 'JE00002',
    });
    expect(o.impact(String(reversal.id))).toEqual({ '2300': 550, '6100': -550 });
    expect(row(String(reversal.id), 'isreversal, reversal')).toEqual({ isreversal: 'T', reversal: Number(id) });
  });

  test('follows the original, and cannot be changed or deleted by itself', () => {
    const id = accrual();
    const reversal = reversalOf(id);
    expect(codeOf(() => t.save(t.load('journalentry', reversal)))).toMatch(/^USER_ERROR/);
    expect(codeOf(() => t.remove('journalentry', reversal))).toMatch(/^USER_ERROR/);
    const record = o.setLine(t.load('journalentry', id), 0, { debit: 200 }, 'line');
    t.save(o.setLine(record, 1, { credit: 200 }, 'line'));
    expect(reversalOf(id)).toBe(reversal);
    expect(o.impact(reversal)).toEqual({ '2300': 220, '6100': -220 });
    t.save(t.set(t.load('journalentry', id), { reversaldate: null }));
    expect(row(reversal, 'id')).toBeNull();
    expect(row(id, 'reversal')).toEqual({ reversal: null });
  });

  test('goes with its original', () => {
    const id = accrual();
    t.remove('journalentry', id);
    expect(t.store.all('SELECT id FROM "transaction" WHERE type = \'Journal\'')).toEqual([]);
    expect(t.store.all('SELECT id FROM transactionline')).toEqual([]);
  });

  describe('that is deferred', () => {
    const deferred = (values = {}) =>
      t.save(journal(ACCRUAL, { reversaldefer: true, reversaldate: day(2026, 8, 1), ...values }));
    const passTo = (moment: string) => {
      t.clock.set(Date.parse(moment));
      return makeDueReversals(t.account);
    };

    test('needs its date', () => {
      expect(codeOf(() => deferred({ reversaldate: null }))).toBe(
        'USER_ERROR: Please enter value(s) for: Reversal Date',
      );
    });

    test('is made on its date, and not before', () => {
      const id = deferred();
      expect(row(id, 'reversal, reversaldate')).toEqual({ reversal: null, reversaldate: '2026-08-01' });
      expect(t.load('journalentry', id).fields.reversaldefer).toBe(true);
      // The last minute of July in California.
      expect(passTo('2026-08-01T06:59:00Z')).toEqual([]);
      expect(nextReversal(t.account, t.clock.now())).toBe(Date.parse('2026-08-01T07:00:00Z'));
      expect(passTo('2026-08-01T07:00:00Z')).toEqual([Number(id)]);
      expect(nextReversal(t.account, t.clock.now())).toBeNull();
      const reversal = t.load('journalentry', reversalOf(id));
      expect(reversal.fields).toMatchObject({ trandate: day(2026, 8, 1), isreversal: true, reversal: id });
      expect(o.impact(String(reversal.id))).toEqual({ '2300': 500, '6100': -500 });
      expect(passTo('2026-08-02T07:00:00Z')).toEqual([]);
    });

    test('follows the original from then on', () => {
      const id = deferred();
      passTo('2026-08-01T07:00:00Z');
      const reversal = reversalOf(id);
      expect(codeOf(() => t.save(t.load('journalentry', reversal)))).toMatch(/^USER_ERROR/);
      const record = o.setLine(t.load('journalentry', id), 0, { debit: 200 }, 'line');
      t.save(o.setLine(record, 1, { credit: 200 }, 'line'));
      expect(o.impact(reversal)).toEqual({ '2300': 200, '6100': -200 });
    });

    test('can be moved, made at once or taken back before', () => {
      const id = deferred();
      t.save(t.set(t.load('journalentry', id), { reversaldate: day(2026, 9, 1) }));
      expect(passTo('2026-08-01T07:00:00Z')).toEqual([]);
      t.save(t.set(t.load('journalentry', id), { reversaldefer: false }));
      expect(row(reversalOf(id), 'trandate')).toEqual({ trandate: '2026-09-01' });
      t.save(t.set(t.load('journalentry', id), { reversaldate: null }));
      expect(row(id, 'reversal')).toEqual({ reversal: null });
    });

    test('to a day that has come is made with the journal', () => {
      const id = deferred({ reversaldate: day(2026, 7, 15) });
      expect(row(reversalOf(id), 'trandate')).toEqual({ trandate: '2026-07-15' });
    });

    test('does not post as long as the original does not', () => {
      setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'JOURNALAPPROVALS', true);
      const id = deferred({ approved: false });
      passTo('2026-08-01T07:00:00Z');
      expect(row(reversalOf(id), 'posting')).toEqual({ posting: 'F' });
      t.save(t.set(t.load('journalentry', id), { approved: true }));
      expect(row(reversalOf(id), 'posting')).toEqual({ posting: 'T' });
    });

    test('of a journal that is deleted never comes', () => {
      t.remove('journalentry', deferred());
      expect(passTo('2026-08-01T07:00:00Z')).toEqual([]);
    });
  });
});
