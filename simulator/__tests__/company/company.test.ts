import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exchangeRate } from '../../src/accounting/currencies';
import { defaultPeriod, periodOf } from '../../src/accounting/periods';
import { companyData } from '../../src/company/presets';
import { demoCompany } from '../../src/company/presets/demo';
import { isFeatureInEffect, isPreferred, preference, setPreference, systemAccount } from '../../src/company/settings';
import { mayOverridePeriods, permissionLevel } from '../../src/permissions/granted';
import { accountant, administrator, codeOf, testAccount } from '../records/testAccount';

describe('the demo company', () => {
  const t = testAccount('demo');

  test('has a parent in dollars and a German subsidiary in euros below it', () => {
    expect(
      t.store.all('SELECT s.fullname, c.symbol, s.parent FROM subsidiary s JOIN currency c ON c.id = s.currency'),
    ).toEqual([
      { fullname: 'Northwind Analytics', symbol: 'USD', parent: null },
      { fullname: 'Northwind Analytics : Northwind Analytics GmbH', symbol: 'EUR', parent: 1 },
    ]);
  });

  test('has a bank and a clearing account in each of its currencies', () => {
    const rows = t.store.all<{ symbol: string; n: number }>(
      `SELECT c.symbol, COUNT(*) AS n FROM account a JOIN currency c ON c.id = a.currency
       WHERE a.accttype = 'Bank' GROUP BY c.symbol ORDER BY c.symbol`,
    );
    expect(rows).toEqual([
      { symbol: 'EUR', n: 2 },
      { symbol: 'GBP', n: 2 },
      { symbol: 'USD', n: 2 },
    ]);
  });

  test('has more than 40 accounts, each below a parent of its own type', () => {
    expect(t.store.get<{ n: number }>('SELECT COUNT(*) AS n FROM account')?.n).toBeGreaterThan(40);
    expect(
      t.store.all('SELECT a.fullname FROM account a JOIN account p ON p.id = a.parent WHERE p.accttype <> a.accttype'),
    ).toEqual([]);
  });

  test('names the accounts that the system needs', () => {
    for (const purpose of ['accountsReceivable', 'undepositedFunds', 'roundingGainLoss', 'deferredRevenue']) {
      expect(systemAccount(t.account, purpose)).not.toBeNull();
    }
  });

  test('has every day of three years in one posting period; older months are closed', () => {
    for (let day = new Date(Date.UTC(2025, 0, 1)); day.getUTCFullYear() < 2028; day.setUTCDate(day.getUTCDate() + 1)) {
      const iso = day.toISOString().slice(0, 10);
      const periods = t.store.all(
        "SELECT id FROM accountingperiod WHERE isposting = 'T' AND startdate <= ?1 AND enddate >= ?1",
        [iso],
      );
      expect(periods).toHaveLength(1);
      expect(periodOf(t.account, iso)?.isClosed).toBe(iso <= '2026-06-30');
    }
    expect(t.store.get("SELECT COUNT(*) AS n FROM accountingperiod WHERE isquarter = 'T'")).toEqual({ n: 12 });
    expect(defaultPeriod(t.account, '2026-02-01', '2026-07-15').name).toBe('Jul 2026');
  });

  test('has exchange rates both ways, the latest that took effect', () => {
    const id = (symbol: string) => Number(t.idOf('currency', 'symbol', symbol));
    const rate = (base: string, other: string, day: string) =>
      exchangeRate(t.account, id(base), id(other), day)?.toNumber();
    expect(rate('USD', 'EUR', '2026-06-30')).toBe(1.08);
    expect(rate('USD', 'EUR', '2026-07-01')).toBe(1.1);
    expect(rate('EUR', 'GBP', '2027-01-01')).toBe(1.16);
    expect(rate('EUR', 'EUR', '2026-07-01')).toBe(1);
    expect(rate('USD', 'GBP', '2020-01-01')).toBe(1.26);
  });

  test('has its features in effect and its preferences set', () => {
    expect(isFeatureInEffect(t.account, 'subsidiaries')).toBe(true);
    expect(isFeatureInEffect(t.account, 'TAX_OVERHAULING')).toBe(false);
    expect(isPreferred(t.account, 'AssetCogsItemAccts')).toBe(true);
    setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'REVERSALVOIDING', true);
    expect(preference(t.account, 'REVERSALVOIDING')).toBe('T');
  });

  test('administrators have every permission, others what their role says', () => {
    expect(permissionLevel(t.account, '3', 'TRAN_CUSTINVC')).toBe(4);
    expect(permissionLevel(t.account, '1', 'ADMI_PERIODOVERRIDE')).toBe(0);
    expect(mayOverridePeriods(t.account, administrator.user)).toBe(true);
    expect(mayOverridePeriods(t.account, accountant.user)).toBe(false);
  });
});

describe('other companies', () => {
  test('the empty one has one subsidiary, and posts an invoice', () => {
    const t = testAccount('empty');
    expect(t.store.all('SELECT * FROM subsidiary')).toHaveLength(1);
    const customer = t.save(t.create('customer', { companyname: 'Acme' }));
    const incomeaccount = t.store.get<{ id: number }>("SELECT id FROM account WHERE accttype = 'Income'")?.id ?? 0;
    const taxschedule = t.store.get<{ id: number }>('SELECT id FROM taxschedule')?.id ?? 0;
    const item = t.save(
      t.create('noninventoryitem', {
        itemid: 'Plan',
        incomeaccount: String(incomeaccount),
        taxschedule: String(taxschedule),
      }),
    );
    const id = t.save(t.invoice(customer, [{ item, amount: 10 }]));
    expect(t.load('invoice', id).fields).toMatchObject({ total: 10, subsidiary: '1' });
  });

  test('a file of the same shape is loaded', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'company-')), 'company.json');
    writeFileSync(file, JSON.stringify({ ...demoCompany, name: 'Other' }));
    expect(companyData(file).name).toBe('Other');
  });

  test('a name that is neither preset nor file is named', () => {
    expect(codeOf(() => companyData('nowhere'))).toMatch(
      /There is no company "nowhere": name one of demo, single, suitetax, empty/,
    );
  });

  test('data that refers to what it does not contain says what', () => {
    const terms = { ...demoCompany, taxCodes: [{ name: 'X', rate: '1', country: 'US', account: '9999' }] };
    expect(codeOf(() => testAccount(terms))).toMatch(/names a account that it does not contain: "9999"|9999/);
  });
});
