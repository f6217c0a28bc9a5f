import { fileURLToPath } from 'node:url';
import { createAccount, type SimulatedAccount } from '../../src/index';
import { GERMAN_TOTAL, germanTrialBalance } from './month/germanLedger';
import type { AccountTotal, Aged } from './month/ledger';
import { US_TOTAL, usTrialBalance } from './month/usLedger';

const US = 1;
const GMBH = 2;
const JULY = '2026-07-31';

let account: SimulatedAccount;

beforeAll(async () => {
  account = await createAccount({ company: 'demo', now: '2026-07-31T17:00:00Z' });
  await account.install(fileURLToPath(new URL('./month/project', import.meta.url)));
  const report = await account.run({ script: 'customscript_month', deployment: 'customdeploy_month' });
  expect(report.stages.flatMap((stage) => stage.errors)).toEqual([]);
  expect(report.status).toBe('COMPLETE');
});
afterAll(() => account.close());

const totals = (subsidiary: number, through?: string): AccountTotal[] =>
  account
    .trialBalance({ subsidiary, ...(through === undefined ? {} : { through }) })
    .lines.map((line) => [line.account.number, line.debit, line.credit]);

/** Debit less credit in cents, which needs no rounding. */
const cents = (text: string): number => Number(text.replace('.', ''));

const aged = async (asOf: string): Promise<Aged[]> => {
  const names = new Map((await account.suiteql('SELECT id, companyname FROM customer')).map((row) => [row.id, row]));
  return account.receivablesAging({ asOf }).map(({ customer, buckets, total }) => {
    expect(buckets.over90).toBe('0.00');
    const { over90: _none, ...intervals } = buckets;
    return { customer: String(names.get(customer)?.companyname), ...intervals, total };
  });
};

describe('a month of two subsidiaries, posted by a script', () => {
  test('is made of these documents, those that the system adds included', async () => {
    const rows = await account.suiteql(
      'SELECT recordtype, COUNT(*) AS number, SUM(CASE WHEN voided = ? THEN 1 ELSE 0 END) AS voided FROM transaction GROUP BY recordtype ORDER BY recordtype',
      ['T'],
    );
    expect(rows.map((row) => [row.recordtype, row.number, row.voided])).toEqual([
      ['cashrefund', 1, 0],
      ['cashsale', 1, 0],
      ['creditmemo', 3, 0],
      ['customerdeposit', 3, 0],
      // US 6, which was voided, 4, 12, 14; GmbH 3, 5, 7, 11
      ['customerpayment', 8, 1],
      ['customerrefund', 2, 0],
      ['deposit', 4, 0],
      // US 17; GmbH 15 and the one that gives 16 back
      ['depositapplication', 3, 0],
      // US 12, 14, 17; GmbH 5, 7 and the rounding of 7
      ['fxreval', 6, 0],
      // US 3, 5, 10, which was voided, 11, 13, 16; GmbH 2, 4, 6, 8, 14
      ['invoice', 11, 1],
      // US 1, 22, 23; GmbH 1, 20, 21 and its reversal, 22, 23, which was voided
      ['journalentry', 9, 1],
      ['returnauthorization', 1, 0],
      ['salesorder', 2, 0],
    ]);
  });

  test('has the trial balance of the American company in dollars', () => {
    expect(totals(US, JULY)).toEqual(usTrialBalance);
    const { debit, credit } = account.trialBalance({ subsidiary: US, through: JULY });
    expect([debit, credit]).toEqual([US_TOTAL, US_TOTAL]);
  });

  test('has the trial balance of the German company in euros', () => {
    expect(totals(GMBH, JULY)).toEqual(germanTrialBalance);
    const { debit, credit } = account.trialBalance({ subsidiary: GMBH, through: JULY });
    expect([debit, credit]).toEqual([GERMAN_TOTAL, GERMAN_TOTAL]);
  });

  test.each([
    ['American', usTrialBalance],
    ['German', germanTrialBalance],
  ])('comes to zero in the figures of the %s company that were worked out by hand', (_name, lines) => {
    expect(lines.reduce((sum, [, debit, credit]) => sum + cents(debit) - cents(credit), 0)).toBe(0);
  });

  test('takes the rent of July back in August, and changes nothing else after July', () => {
    expect(totals(US)).toEqual(usTrialBalance);
    expect(totals(GMBH)).toEqual(
      germanTrialBalance.map(([number, debit, credit]) => {
        if (number === '2300') return [number, '500.00', credit];
        return number === '6100' ? [number, debit, '500.00'] : [number, debit, credit];
      }),
    );
  });

  test('reads the same through SuiteQL as through the trial balance', async () => {
    const rows = await account.suiteql(
      `SELECT tl.subsidiary, a.acctnumber, SUM(tal.debit) AS debit, SUM(tal.credit) AS credit
       FROM transactionaccountingline tal
       INNER JOIN transactionline tl ON tl.transaction = tal.transaction AND tl.id = tal.transactionline
       INNER JOIN transaction t ON t.id = tal.transaction
       INNER JOIN accountingperiod p ON p.id = t.postingperiod
       INNER JOIN account a ON a.id = tal.account
       WHERE tal.posting = 'T' AND p.periodname = 'Jul 2026'
       GROUP BY tl.subsidiary, a.acctnumber ORDER BY tl.subsidiary, a.acctnumber`,
    );
    const read = (subsidiary: number) =>
      rows
        .filter((row) => row.subsidiary === subsidiary)
        .map((row) => [row.acctnumber, Number(row.debit ?? 0).toFixed(2), Number(row.credit ?? 0).toFixed(2)]);
    expect(read(US)).toEqual(usTrialBalance);
    expect(read(GMBH)).toEqual(germanTrialBalance);
  });
});

describe('what customers owe after the month', () => {
  /*
   * Open, in base currency, and due:
   *   Acme    invoice 3   1,603.50 - 603.50 = 1,000.00            due 08-02 (Net 30 from 07-03)
   *           invoice 5   500.00 - 100.00 = 400.00                due 07-05; the payment that bounced is open again
   *           credit 8    80.00 - 50.00 = 30.00 that are owed to them, of 07-13
   *   Lumiere invoice 11  EUR 400.00 x 1.10 = 440.00              due 07-17 (Net 15 from 07-02)
   *   Thames  invoice 16  GBP 750.00 x 1.25 = 937.50              due 07-24 (Net 15 from 07-09)
   *           invoice 13  paid; the rest of the deposit, GBP 150.00, is a liability and no part of A/R
   *   Spree   invoice 2   1,190.00 - 500.00 = 690.00              due 07-03
   *           invoice 14  476.00 - 300.00 = 176.00                due 08-23 (Net 30 from 07-24)
   *   London  invoice 8   GBP 250.00 x 1.15 = 287.50              due 09-08 (Net 60 from 07-10)
   *   Denver  nothing
   */
  test('by age on the last day of July', async () => {
    expect(await aged(JULY)).toEqual([
      // 26 days: 400.00; 18 days: -30.00
      { customer: 'Acme', current: '1000.00', '1-30': '370.00', '31-60': '0.00', '61-90': '0.00', total: '1370.00' },
      // 14 days
      { customer: 'Lumiere', current: '0.00', '1-30': '440.00', '31-60': '0.00', '61-90': '0.00', total: '440.00' },
      // 7 days
      { customer: 'Thames', current: '0.00', '1-30': '937.50', '31-60': '0.00', '61-90': '0.00', total: '937.50' },
      // 28 days: 690.00
      { customer: 'Spree', current: '176.00', '1-30': '690.00', '31-60': '0.00', '61-90': '0.00', total: '866.00' },
      { customer: 'London', current: '287.50', '1-30': '0.00', '31-60': '0.00', '61-90': '0.00', total: '287.50' },
    ]);
  });

  test('by age on the last day of September, with nothing paid in between', async () => {
    expect(await aged('2026-09-30')).toEqual([
      // 59 days: 1,000.00; 87 days: 400.00; 79 days: -30.00
      { customer: 'Acme', current: '0.00', '1-30': '0.00', '31-60': '1000.00', '61-90': '370.00', total: '1370.00' },
      // 75 days
      { customer: 'Lumiere', current: '0.00', '1-30': '0.00', '31-60': '0.00', '61-90': '440.00', total: '440.00' },
      // 68 days
      { customer: 'Thames', current: '0.00', '1-30': '0.00', '31-60': '0.00', '61-90': '937.50', total: '937.50' },
      // 38 days: 176.00; 89 days: 690.00
      { customer: 'Spree', current: '0.00', '1-30': '0.00', '31-60': '176.00', '61-90': '690.00', total: '866.00' },
      // 22 days
      { customer: 'London', current: '0.00', '1-30': '287.50', '31-60': '0.00', '61-90': '0.00', total: '287.50' },
    ]);
  });

  test('adds up to Accounts Receivable: 1,370.00 + 440.00 + 937.50, and 866.00 + 287.50', () => {
    const sums = [US, GMBH].map((subsidiary) =>
      account.receivablesAging({ asOf: JULY, subsidiary }).reduce((sum, line) => sum + cents(line.total), 0),
    );
    const ledger = [US, GMBH].map((subsidiary) => {
      const { lines } = account.trialBalance({ subsidiary });
      return cents(lines.find((line) => line.account.number === '1100')?.amount ?? '');
    });
    expect(sums).toEqual([274_750, 115_350]);
    expect(ledger).toEqual(sums);
  });

  test('in their own currencies, invoice by invoice', async () => {
    const rows = await account.suiteql(
      `SELECT BUILTIN.DF(t.currency) AS currency, t.foreigntotal AS total, t.foreignamountunpaid AS open, t.status
       FROM transaction t WHERE t.type = 'CustInvc' AND t.voided = 'F' ORDER BY t.id`,
    );
    expect(rows.map((row) => [row.currency, row.total, row.open, row.status])).toEqual([
      ['US Dollar', 1603.5, 1000, 'A'],
      ['US Dollar', 500, 400, 'A'],
      ['Euro', 1000, 400, 'A'],
      ['British Pound', 999.99, 0, 'B'],
      ['British Pound', 1000, 750, 'A'],
      ['Euro', 1190, 690, 'A'],
      ['US Dollar', 2200, 0, 'B'],
      ['British Pound', 1033.35, 0, 'B'],
      ['British Pound', 1000, 250, 'A'],
      ['Euro', 476, 176, 'A'],
    ]);
  });
});

test('the exchange gain of the month, one currency revaluation for each application at another rate', async () => {
  const rows = await account.suiteql(
    `SELECT t.id, tl.subsidiary, c.companyname AS customer, t.memo, TO_CHAR(t.trandate, 'YYYY-MM-DD') AS day, a.acctnumber,
       tal.debit, tal.credit
     FROM transaction t
     INNER JOIN transactionaccountingline tal ON tal.transaction = t.id
     INNER JOIN transactionline tl ON tl.transaction = tal.transaction AND tl.id = tal.transactionline
     INNER JOIN account a ON a.id = tal.account
     INNER JOIN customer c ON c.id = tl.entity
     WHERE t.type = 'FxReval' AND a.acctnumber <> '1100' ORDER BY t.id`,
  );
  expect(
    rows.map((row) => [row.subsidiary, row.customer, row.memo, row.day, row.acctnumber, row.debit, row.credit]),
  ).toEqual([
    // EUR 600.00 x (1.12 - 1.10)
    [US, 'Lumiere', 'Realized Gain/Loss', '2026-07-20', '7100', null, 12],
    // GBP 999.99 x (1.23 - 1.25) = -19.9998
    [US, 'Thames', 'Realized Gain/Loss', '2026-07-24', '7100', 20, null],
    // GBP 250.00 x (1.24 - 1.25)
    [US, 'Thames', 'Realized Gain/Loss', '2026-07-22', '7100', 2.5, null],
    // USD 2,200.00 x (0.95 - 0.90909091) = 89.999998
    [GMBH, 'Denver', 'Realized Gain/Loss', '2026-07-21', '7100', null, 90],
    // GBP 1,033.35 x (1.16 - 1.15) = 10.3335, and 1,198.69 - 1,188.35 - 10.33
    [GMBH, 'London', 'Realized Gain/Loss', '2026-07-22', '7100', null, 10.33],
    [GMBH, 'London', 'Rounding Gain/Loss', '2026-07-22', '7120', null, 0.01],
  ]);
});
