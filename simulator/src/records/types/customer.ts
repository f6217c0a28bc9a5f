import { customerBalance } from '../../accounting/receivables';
import { baseCurrency, rootSubsidiary } from '../../accounting/subsidiaries';
import { isFeatureInEffect } from '../../company/settings';
import { NetSuiteError } from '../../kernel/errors';
import { keyIn, lineOf, type RecordType, sourceField, textIn } from '../recordType';
import { invalidKey, missingValues } from '../validation';
import { isoDate } from '../values/dates';
import { completeAddressBook, deleteAddresses, readAddressBook, writeAddressBook } from './customerAddresses';
import { addressBook, customerCurrencies, customerFields } from './customerFields';
import { customerName, isPerson, nameCustomer, requireName } from './customerName';

/** Customers, companies and people (Records Browser: customer). */
export const customer: RecordType = {
  id: 'customer',
  label: 'Customer',
  group: 'entity',
  table: 'customer',
  externalIdSpace: 'entity',
  customFields: { body: 'entitycustomfield' },
  fields: customerFields,
  sublists: [addressBook, customerCurrencies],

  readDetails: (context, data, id) => {
    const { account } = context;
    data.sublists.addressbook = readAddressBook(context, id);
    data.sublists.currency = account.store
      .all<{ currency: number }>('SELECT currency FROM customercurrencybalance WHERE customer = ? ORDER BY currency', [
        id,
      ])
      .map((row) =>
        lineOf({ currency: String(row.currency), balance: customerBalance(account, id, row.currency, null) }),
      );
    data.fields.stage = 'CUSTOMER';
    const currency = keyIn(data.fields.currency);
    data.fields.balance = customerBalance(account, id, currency, null);
    const today = isoDate(new Date(account.clock.now()));
    data.fields.overduebalance = customerBalance(account, id, currency, today);
    const billing = data.sublists.addressbook.find((line) => line.fields.defaultbilling === true);
    data.fields.defaultaddress = billing?.fields.addressbookaddress_text ?? null;
  },

  prepareCopy: (_context, data) => {
    for (const id of ['entityid', 'datecreated', 'lastmodifieddate']) data.fields[id] = null;
    data.fields.autoname = true;
    for (const line of data.sublists.addressbook ?? []) {
      for (const id of ['id', 'internalid', 'addressid']) line.fields[id] = null;
    }
  },

  source: ({ account }, data, { fieldId, sublistId }, kept) => {
    if (sublistId || fieldId !== 'subsidiary') return;
    const subsidiary = keyIn(data.fields.subsidiary);
    if (subsidiary === null) return;
    const currency = baseCurrency(account, subsidiary);
    if (data.fields.currency === null || data.isDynamic) sourceField(data, kept, 'currency', String(currency));
  },

  complete: ({ account }, data, stored) => {
    const oneWorld = isFeatureInEffect(account, 'SUBSIDIARIES');
    if (!oneWorld) data.fields.subsidiary = String(rootSubsidiary(account));
    const subsidiary = keyIn(data.fields.subsidiary);
    if (subsidiary !== null) data.fields.currency ??= String(baseCurrency(account, subsidiary));
    completeAddressBook(data);
    data.fields.isperson = isPerson(data) ? 'T' : 'F';
    data.fields.altname = customerName(data) || null;
    if (stored) return;
    data.fields.stage = 'CUSTOMER';
  },

  validate: (context, data, stored) => {
    requireName(data);
    if (keyIn(data.fields.subsidiary) === null) throw missingValues(['Primary Subsidiary']);
    if (stored && stored.fields.subsidiary !== data.fields.subsidiary && hasTransactions(context, Number(stored.id))) {
      throw new NetSuiteError('USER_ERROR', 'You cannot change the subsidiary of a customer that has transactions.');
    }
    const parent = keyIn(data.fields.parent);
    if (parent !== null && isWithin(context, parent, Number(data.id ?? 0))) throw invalidKey('parent', String(parent));
    nameCustomer(context, data, stored);
  },

  rowExtras: (_context, data) => ({
    altname: customerName(data) || null,
    entitytitle: titleOf(data.fields.entityid, customerName(data)),
    fullname: titleOf(data.fields.entityid, customerName(data)),
    searchstage: 'Customer',
  }),

  writeDetails: (context, data, stored, id) => {
    if (!stored || data.changedSublists.includes('addressbook')) writeAddressBook(context, data, id);
    const { store } = context.account;
    if (!stored) store.run('UPDATE customer SET entitynumber = id WHERE id = ?', [id]);
    const currencies = new Set((data.sublists.currency ?? []).map((line) => keyIn(line.fields.currency)));
    currencies.add(keyIn(data.fields.currency));
    if (!stored || data.changedSublists.includes('currency')) {
      store.run('DELETE FROM customercurrencybalance WHERE customer = ?', [id]);
    }
    for (const currency of currencies) {
      if (currency === null) continue;
      store.run('INSERT OR IGNORE INTO customercurrencybalance (customer, currency) VALUES (?, ?)', [id, currency]);
    }
    store.run('DELETE FROM customersubsidiaryrelationship WHERE entity = ? AND isprimarysub = ?', [id, 'T']);
    store.run(
      `INSERT INTO customersubsidiaryrelationship (entity, subsidiary, isprimarysub, name)
       SELECT ?, id, 'T', name FROM subsidiary WHERE id = ?`,
      [id, keyIn(data.fields.subsidiary)],
    );
  },

  remove: (context, _data, id) => {
    deleteAddresses(context, id, []);
    context.account.store.run('DELETE FROM customercurrencybalance WHERE customer = ?', [id]);
    context.account.store.run('DELETE FROM customersubsidiaryrelationship WHERE entity = ?', [id]);
    context.account.store.run('DELETE FROM companycontactrelationship WHERE company = ?', [id]);
  },
};

/** With a generated id the title is `CUST00001 Acme`; where the id is the name itself it is not repeated. */
function titleOf(entityId: unknown, name: string): string {
  const id = textIn(entityId as string | null);
  return id === name || name === '' ? id : `${id} ${name}`;
}

type Context = Parameters<NonNullable<RecordType['remove']>>[0];

function hasTransactions({ account }: Context, id: number): boolean {
  return account.store.get('SELECT 1 AS found FROM "transaction" WHERE entity = ? LIMIT 1', [id]) !== null;
}

/** True where `customer` is `ancestor` itself or below it: a customer cannot be its own parent. */
function isWithin({ account }: Context, customerId: number, ancestor: number): boolean {
  let current: number | null = customerId;
  for (let depth = 0; current !== null && depth < 20; depth++) {
    if (current === ancestor) return true;
    const row: { parent: number | null } | null = account.store.get('SELECT parent FROM customer WHERE id = ?', [
      current,
    ]);
    current = row?.parent ?? null;
  }
  return false;
}
