import type { Store } from '../store/store';
import type { ClassificationData, CompanyData, SubsidiaryData } from './companyData';
import { loadChartOfAccounts } from './loadAccounts';
import { loadPeople } from './loadPeople';
import { loadPeriods } from './loadPeriods';
import { loadRevenueRules } from './loadRevenueRules';
import { loadSystemLists, loadTaxScheduleCodes } from './loadSystemLists';
import { named } from './named';
import { type PreferencePage, setFeature, setPreference } from './settings';

/** Internal ids of what the company's data names, while it is loaded. */
export interface CompanyIds {
  readonly currencies: ReadonlyMap<string, number>;
  readonly subsidiaries: ReadonlyMap<string, number>;
  readonly accounts: ReadonlyMap<string, number>;
}

/**
 * Sets up the company in an empty account, in one transaction.
 *
 * @throws Error naming the entry that refers to something that the data does not contain.
 */
export function loadCompany(account: { readonly store: Store; now(): number }, company: CompanyData): void {
  const { store } = account;
  const now = new Date(account.now()).toISOString();
  store.transaction(() => {
    loadSystemLists(store);
    for (const feature of company.features) setFeature(account, feature, true);
    for (const [id, value] of Object.entries(company.preferences)) setPreference(account, pageOf(id), id, value);
    setPreference(account, 'COMPANY_INFORMATION', 'COMPANYNAME', company.name);
    const currencies = loadCurrencies(store, company, now);
    const subsidiaries = loadSubsidiaries(store, company.subsidiaries, currencies, now);
    const accounts = loadChartOfAccounts(account, company.accounts, currencies, subsidiaries, now);
    const ids: CompanyIds = { currencies, subsidiaries, accounts };
    loadExchangeRates(store, company, currencies, now);
    for (const term of company.terms) {
      store.run("INSERT INTO term (name, daysuntilnetdue, datedriven, isinactive) VALUES (?, ?, 'F', 'F')", [
        term.name,
        term.daysUntilDue,
      ]);
    }
    loadPeriods(store, company.periods, now);
    loadTaxes(store, company, ids, now);
    loadTaxScheduleCodes(store, company);
    for (const table of ['department', 'classification', 'location'] as const) {
      const list = { department: company.departments, classification: company.classes, location: company.locations };
      loadClassification(store, table, list[table], subsidiaries, now);
    }
    loadPeople(store, company.employees, subsidiaries, now);
    for (const numbering of company.numbering) {
      store.run(
        `INSERT INTO numbering (recordtype, prefix, suffix, mindigits, nextnumber, allowoverride, allowupdate, enabled)
          VALUES (?, ?, '', ?, ?, ?, ?, 'T')`,
        [
          numbering.recordType,
          numbering.prefix,
          numbering.minimumDigits,
          numbering.initial,
          numbering.allowOverride ? 'T' : 'F',
          numbering.allowUpdate ? 'T' : 'F',
        ],
      );
    }
    loadRevenueRules(store, company.revenueRules ?? []);
    for (const form of company.forms ?? []) {
      store.run('INSERT INTO customform (name, recordtype, ispreferred, mandatory, hidden) VALUES (?, ?, ?, ?, ?)', [
        form.name,
        form.recordType,
        form.isPreferred ? 'T' : 'F',
        (form.mandatory ?? []).join(' '),
        (form.hidden ?? []).join(' '),
      ]);
    }
    store.run("INSERT INTO accountingbook (name, isprimary, isinactive) VALUES ('Primary Accounting Book', 'T', 'F')");
  });
}

const COMPANY_PREFERENCES = new Set(['DATEFORMAT', 'TIMEFORMAT', 'TIMEZONE', 'NUMBERFORMAT']);

function pageOf(id: string): PreferencePage {
  return COMPANY_PREFERENCES.has(id) ? 'COMPANY_PREFERENCES' : 'ACCOUNTING_PREFERENCES';
}

function loadCurrencies(store: Store, company: CompanyData, now: string): Map<string, number> {
  const base = company.subsidiaries[0]?.currency;
  const ids = new Map<string, number>();
  for (const currency of company.currencies) {
    const { id } = store.run(
      `INSERT INTO currency (name, symbol, displaysymbol, exchangerate, isbasecurrency, isinactive, currencyprecision,
        lastmodifieddate) VALUES (?, ?, ?, 1, ?, 'F', ?, ?)`,
      [
        currency.name,
        currency.symbol,
        currency.displaySymbol,
        currency.symbol === base ? 'T' : 'F',
        currency.precision,
        now,
      ],
    );
    ids.set(currency.symbol, id);
  }
  return ids;
}

function loadExchangeRates(
  store: Store,
  company: CompanyData,
  currencies: ReadonlyMap<string, number>,
  now: string,
): void {
  const base = company.subsidiaries[0]?.currency;
  const rates = [...company.exchangeRates].sort((one, other) => one.effectiveDate.localeCompare(other.effectiveDate));
  for (const rate of rates) {
    store.run(
      `INSERT INTO currencyrate (basecurrency, transactioncurrency, exchangerate, effectivedate, lastmodifieddate)
        VALUES (?, ?, ?, ?, ?)`,
      [
        named(currencies, 'currency', rate.base),
        named(currencies, 'currency', rate.transaction),
        Number(rate.rate),
        rate.effectiveDate,
        now,
      ],
    );
    // The currency record shows the latest rate to the root's currency.
    if (rate.base === base) {
      store.run('UPDATE currency SET exchangerate = ? WHERE symbol = ?', [Number(rate.rate), rate.transaction]);
    }
  }
}

function loadSubsidiaries(
  store: Store,
  list: readonly SubsidiaryData[],
  currencies: ReadonlyMap<string, number>,
  now: string,
): Map<string, number> {
  const ids = new Map<string, number>();
  const fullNames = new Map<string, string>();
  for (const subsidiary of list) {
    const parent = subsidiary.parent === undefined ? null : named(ids, 'subsidiary', subsidiary.parent);
    const fullName =
      subsidiary.parent === undefined
        ? subsidiary.name
        : `${fullNames.get(subsidiary.parent) ?? subsidiary.parent} : ${subsidiary.name}`;
    const { id } = store.run(
      `INSERT INTO subsidiary (name, fullname, legalname, parent, currency, country, iselimination, isinactive,
        lastmodifieddate) VALUES (?, ?, ?, ?, ?, ?, ?, 'F', ?)`,
      [
        subsidiary.name,
        fullName,
        subsidiary.name,
        parent,
        named(currencies, 'currency', subsidiary.currency),
        subsidiary.country,
        subsidiary.isElimination ? 'T' : 'F',
        now,
      ],
    );
    ids.set(subsidiary.name, id);
    fullNames.set(subsidiary.name, fullName);
  }
  return ids;
}

function loadTaxes(store: Store, company: CompanyData, ids: CompanyIds, now: string): void {
  const types = new Map<string, number>();
  for (const type of company.taxTypes ?? []) {
    const account = named(ids.accounts, 'account', type.payablesAccount);
    const { id } = store.run("INSERT INTO taxtype (name, isinactive, country, payablesaccount) VALUES (?, 'F', ?, ?)", [
      type.name,
      type.country,
      account,
    ]);
    types.set(type.name, id);
  }
  for (const code of company.taxCodes) {
    store.run(
      `INSERT INTO salestaxitem (itemid, fullname, rate, taxaccount, isinactive, country, taxtype, lastmodifieddate)
        VALUES (?, ?, ?, ?, 'F', ?, ?, ?)`,
      [
        code.name,
        code.name,
        Number(code.rate),
        named(ids.accounts, 'account', code.account),
        code.country,
        code.taxType === undefined ? null : named(types, 'tax type', code.taxType),
        now,
      ],
    );
  }
  for (const schedule of company.taxSchedules) {
    store.run("INSERT INTO taxschedule (name, description, isinactive) VALUES (?, ?, 'F')", [schedule, schedule]);
  }
}

function loadClassification(
  store: Store,
  table: 'department' | 'classification' | 'location',
  list: readonly ClassificationData[],
  subsidiaries: ReadonlyMap<string, number>,
  now: string,
): void {
  const ids = new Map<string, number>();
  const fullNames = new Map<string, string>();
  for (const entry of list) {
    const parent = entry.parent === undefined ? null : named(ids, table, entry.parent);
    const fullName =
      entry.parent === undefined ? entry.name : `${fullNames.get(entry.parent) ?? entry.parent} : ${entry.name}`;
    const valid = (entry.subsidiaries ?? [...subsidiaries.keys()]).map((name) =>
      named(subsidiaries, 'subsidiary', name),
    );
    const { id } = store.run(
      `INSERT INTO ${table} (name, fullname, parent, subsidiary, includechildren, isinactive, lastmodifieddate)
        VALUES (?, ?, ?, ?, 'F', 'F', ?)`,
      [entry.name, fullName, parent, valid.join(', '), now],
    );
    ids.set(entry.name, id);
    fullNames.set(entry.name, fullName);
  }
}
