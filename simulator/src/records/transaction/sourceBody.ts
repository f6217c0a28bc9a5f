import { exchangeRate } from '../../accounting/currencies';
import { defaultPeriod } from '../../accounting/periods';
import { billedCustomer } from '../../accounting/projects';
import { baseCurrency } from '../../accounting/subsidiaries';
import { dueDate } from '../../accounting/terms';
import { systemAccount } from '../../company/settings';
import type { Account } from '../../kernel/account';
import type { RecordData } from '../data';
import { preferredForm } from '../forms';
import { type FieldChange, type Kept, keyIn, type RecordContext, sourceField, textIn } from '../recordType';
import { dateOfIso, isoDate } from '../values/dates';
import { sourceAddress } from './addresses';
import { customerOf } from './customerOf';

interface CustomerRow extends Record<string, string | number | null> {
  subsidiary: number | null;
  currency: number | null;
  terms: number | null;
  receivablesaccount: number | null;
  taxable: string | null;
  taxitem: number | null;
  salesrep: number | null;
  email: string | null;
  emailtransactions: string | null;
  printtransactions: string | null;
}

/** Preference of a customer for the account of Accounting Preferences: `-10`, Use System Preference. */
const SYSTEM_PREFERENCE = -10;

/** Fills what follows from a changed body field of a sale (section_1524156901). */
export function sourceBody(context: RecordContext, data: RecordData, change: FieldChange, kept: Kept): void {
  switch (change.fieldId) {
    case 'entity':
      sourceCustomer(context, data, kept);
      sourceRate(context, data, kept);
      sourceDue(context, data, kept);
      break;
    case 'trandate':
      if ('postingperiod' in data.fields) sourceField(data, kept, 'postingperiod', null);
      sourceRate(context, data, kept);
      sourceDue(context, data, kept);
      break;
    case 'subsidiary':
    case 'currency':
      sourceRate(context, data, kept);
      break;
    case 'terms':
      sourceDue(context, data, kept);
      break;
    case 'billaddresslist':
      sourceAddress(context, data, 'billaddresslist');
      break;
    case 'shipaddresslist':
      sourceAddress(context, data, 'shipaddresslist');
      break;
    case 'taxitem':
      sourceField(data, kept, 'taxrate', null);
      break;
    case 'discountitem':
      sourceDiscount(context, data, kept);
      break;
  }
  completeBody(context.account, data);
}

function sourceCustomer(context: RecordContext, data: RecordData, kept: Kept): void {
  const { store } = context.account;
  const entity = billedCustomer(context.account, keyIn(data.fields.entity));
  const row = entity === null ? null : store.get<CustomerRow>('SELECT * FROM customer WHERE id = ?', [entity]);
  if (row === null || entity === null) return;
  const set = (fieldId: string, value: string | number | boolean | null): void =>
    sourceField(data, kept, fieldId, typeof value === 'number' ? String(value) : value);
  set('subsidiary', row.subsidiary);
  set('currency', projectCurrency(context.account, data) ?? row.currency);
  set('terms', row.terms);
  set('salesrep', row.salesrep);
  set('email', row.email);
  set('tobeemailed', row.emailtransactions === 'T');
  set('tobeprinted', row.printtransactions === 'T');
  set('istaxable', row.taxable === 'T');
  set('taxitem', row.taxable === 'T' ? row.taxitem : null);
  set('account', receivablesAccount(context.account, row.receivablesaccount));
  for (const [fieldId, flag] of [
    ['billaddresslist', 'defaultbilling'],
    ['shipaddresslist', 'defaultshipping'],
  ] as const) {
    if (kept(fieldId)) continue;
    const address = store.get<{ internalid: number }>(
      `SELECT internalid FROM customeraddressbook WHERE entity = ? AND ${flag} = 'T'`,
      [entity],
    );
    data.fields[fieldId] = address ? String(address.internalid) : null;
    const text = fieldId === 'billaddresslist' ? 'billaddress' : 'shipaddress';
    const subrecord = fieldId === 'billaddresslist' ? 'billingaddress' : 'shippingaddress';
    if (kept(text) || data.subrecords[subrecord]?.id === null) continue;
    sourceAddress(context, data, fieldId);
  }
}

/** A project has a currency of its own; null where the entity is none. */
export function projectCurrency({ store }: Account, data: RecordData): number | null {
  const row = store.get<{ currency: number | null }>('SELECT currency FROM job WHERE id = ?', [customerOf(data)]);
  return row?.currency ?? null;
}

/** The customer's A/R account, else the company's. */
export function receivablesAccount(account: Account, preferred: number | null): number | null {
  if (preferred !== null && preferred !== SYSTEM_PREFERENCE) return preferred;
  return (
    systemAccount(account, 'accountsReceivable') ??
    account.store.get<{ id: number }>(
      "SELECT id FROM account WHERE accttype = 'AcctRec' AND COALESCE(isinactive, 'F') = 'F' ORDER BY id LIMIT 1",
    )?.id ??
    null
  );
}

/** The exchange rate of the transaction's day between its currency and the subsidiary's. */
export function sourceRate({ account }: RecordContext, data: RecordData, kept: Kept): void {
  const subsidiary = keyIn(data.fields.subsidiary);
  const currency = keyIn(data.fields.currency);
  if (kept('exchangerate') || subsidiary === null || currency === null) return;
  const rate = exchangeRate(account, baseCurrency(account, subsidiary), currency, transactionDay(account, data));
  data.fields.exchangerate = rate?.toNumber() ?? null;
}

/** The due date by the terms and the transaction's day. */
export function sourceDue({ account }: RecordContext, data: RecordData, kept: Kept): void {
  if (kept('duedate') || !('duedate' in data.fields)) return;
  const term = keyIn(data.fields.terms);
  const due = term === null ? null : dueDate(account, term, transactionDay(account, data));
  data.fields.duedate = due === null ? null : dateOfIso(due);
}

function sourceDiscount({ account }: RecordContext, data: RecordData, kept: Kept): void {
  const item = keyIn(data.fields.discountitem);
  if (item === null) {
    data.fields.discountrate = null;
    return;
  }
  const row = account.store.get<{ rate: string | number | null }>('SELECT rate FROM item WHERE id = ?', [item]);
  sourceField(data, kept, 'discountrate', row?.rate ?? null);
}

function today(account: Account): string {
  return isoDate(new Date(account.clock.now()));
}

/** The transaction's day, today where it has none; `YYYY-MM-DD`. */
export function transactionDay(account: Account, data: RecordData): string {
  const date = data.fields.trandate;
  return isoDate(date instanceof Date ? date : new Date(account.clock.now()));
}

/** Fills what a transaction cannot be without, where it is empty. */
export function completeBody(account: Account, data: RecordData): void {
  if (data.id === null && 'customform' in data.fields) {
    data.fields.customform ??= preferredForm(account, data.type)?.id.toString() ?? null;
  }
  data.fields.trandate ??= dateOfIso(transactionDay(account, data));
  const subsidiary = keyIn(data.fields.subsidiary);
  const currency = keyIn(data.fields.currency);
  if (subsidiary !== null) {
    const base = baseCurrency(account, subsidiary);
    if (currency !== null) {
      const rate = exchangeRate(account, base, currency, transactionDay(account, data));
      data.fields.exchangerate ??= rate?.toNumber() ?? null;
      if (currency === base) data.fields.exchangerate = 1;
      data.fields.isbasecurrency = currency === base;
    }
  }
  if (currency !== null) {
    const row = account.store.get<{ name: string; symbol: string }>('SELECT name, symbol FROM currency WHERE id = ?', [
      currency,
    ]);
    data.fields.currencyname = textIn(row?.name);
    data.fields.currencysymbol = textIn(row?.symbol);
  }
  // Orders do not post and have no period.
  if ('postingperiod' in data.fields) {
    data.fields.postingperiod ??= String(defaultPeriod(account, transactionDay(account, data), today(account)).id);
  }
}
