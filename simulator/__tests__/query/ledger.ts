import type { Account } from '../../src/kernel/account';
import { manualClock } from '../../src/kernel/clock';
import { seededRandom } from '../../src/kernel/random';
import { createSchema } from '../../src/store/schema';
import { openStore } from '../../src/store/sqlite';
import type { SqlValue } from '../../src/store/store';

/** 10:30 in Los Angeles. */
export const NOW = Date.UTC(2026, 2, 31, 17, 30);

/** An account whose store holds a few records, written without the record layer. */
export function ledgerAccount(): Account {
  const store = openStore();
  createSchema(store);
  const account: Account = {
    id: 'TSTDRV1',
    store,
    clock: manualClock(NOW),
    random: seededRandom(1),
    address: null,
    spawn: () => undefined,
    log: () => undefined,
  };
  for (const [table, rows] of Object.entries(ROWS)) for (const row of rows) insert(account, table, row);
  store.script(`CREATE TABLE customlist_color (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, scriptid TEXT, isinactive TEXT);
    CREATE TABLE customrecord_crate (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, isinactive TEXT, externalid TEXT,
      created TEXT, lastmodified TEXT, owner INTEGER, recordversion INTEGER,
      custrecord_crate_color INTEGER, custrecord_crate_opened TEXT, custrecord_crate_weight REAL, custrecord_crate_note TEXT,
      custrecord_crate_full TEXT);
    CREATE INDEX customrecord_crate_externalid ON customrecord_crate (externalid);
    ALTER TABLE "transaction" ADD COLUMN custbody_gate TEXT;`);
  insert(account, 'customlist_color', { id: 1, name: 'Red', scriptid: 'val_red', isinactive: 'F' });
  insert(account, 'customlist_color', { id: 2, name: 'Blue', scriptid: 'val_blue', isinactive: 'F' });
  insert(account, 'customrecord_crate', {
    id: 1,
    name: 'Crate 1',
    isinactive: 'F',
    externalid: 'crate-1',
    created: '2026-03-01T08:30:00.000Z',
    custrecord_crate_color: 2,
    custrecord_crate_opened: '2026-02-28',
    custrecord_crate_weight: 12.5,
    custrecord_crate_note: 'é'.repeat(3000),
    custrecord_crate_full: 'T',
    recordversion: 4,
  });
  return account;
}

export function insert(account: Account, table: string, row: Readonly<Record<string, SqlValue>>): void {
  const names = Object.keys(row);
  account.store.run(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    Object.values(row),
  );
}

const invoice = { type: 'CustInvc', recordtype: 'invoice', posting: 'T', voided: 'F', postingperiod: 7 };

const ROWS: Readonly<Record<string, readonly Readonly<Record<string, SqlValue>>[]>> = {
  currency: [
    { id: 1, name: 'US Dollar', symbol: 'USD', isbasecurrency: 'T', exchangerate: 1 },
    { id: 2, name: 'Euro', symbol: 'EUR', isbasecurrency: 'F', exchangerate: 1.1 },
  ],
  subsidiary: [
    { id: 1, name: 'Parent', fullname: 'Parent', currency: 1 },
    { id: 2, name: 'Europe', fullname: 'Parent : Europe', parent: 1, currency: 2 },
  ],
  accountingperiod: [{ id: 7, periodname: 'Mar 2026', startdate: '2026-03-01', enddate: '2026-03-31' }],
  account: [
    {
      id: 10,
      acctnumber: '1100',
      accttype: 'AcctRec',
      fullname: 'Receivables',
      accountsearchdisplayname: '1100 Receivables',
    },
    { id: 40, acctnumber: '4000', accttype: 'Income', fullname: 'Sales', accountsearchdisplayname: '4000 Sales' },
  ],
  accounttype: [{ id: 'AcctRec', longname: 'Accounts Receivable' }],
  item: [
    { id: 5, itemid: 'SUP', fullname: 'Support', itemtype: 'Service', incomeaccount: 40, isinactive: 'F' },
    { id: 6, itemid: 'LIC', fullname: 'License', itemtype: 'NonInvtPart', incomeaccount: 40, isinactive: 'T' },
  ],
  customer: [
    customer(101, 'C101', 'Acme, Inc. & Søns', 'billing@acme.test', 1, null),
    customer(102, 'C102', 'O\'Neil "Quotes"', null, 2, 101),
    customer(103, 'C103', 'Zeta', 'z@zeta.test', 1, null),
  ],
  transaction: [
    {
      ...invoice,
      id: 1001,
      tranid: 'INV1',
      trandisplayname: 'Invoice #INV1',
      externalid: 'ext-1',
      trandate: '2026-03-05',
      duedate: '2026-04-04',
      entity: 101,
      currency: 1,
      exchangerate: 1,
      foreigntotal: 100.1,
      status: 'A',
      memo: 'First',
      createddate: '2026-03-05T18:00:00.000Z',
      lastmodifieddate: '2026-03-05T18:00:00.250Z',
    },
    {
      ...invoice,
      id: 1002,
      tranid: 'INV2',
      trandisplayname: 'Invoice #INV2',
      externalid: 'ext-2',
      trandate: '2026-03-20',
      entity: 102,
      currency: 2,
      exchangerate: 1.1,
      foreigntotal: 200.2,
      status: 'B',
      createddate: '2026-03-21T06:30:00.000Z',
      lastmodifieddate: '2026-03-21T06:30:00.000Z',
    },
    {
      id: 1003,
      type: 'CustCred',
      recordtype: 'creditmemo',
      tranid: 'CM1',
      trandisplayname: 'Credit Memo #CM1',
      trandate: '2026-03-31',
      entity: 101,
      currency: 1,
      exchangerate: 1,
      foreigntotal: -0.3,
      status: 'A',
      postingperiod: 7,
      posting: 'T',
      voided: 'F',
      memo: 'A 50% discount_x',
      subsidiary: 1,
      lastmodifieddate: '2026-03-31T17:00:00.000Z',
    },
  ],
  transactionline: [
    line(1001, 0, 'T', null, null, 100.1, 1),
    line(1001, 1, 'F', 5, -1, -60.1, 1),
    line(1001, 2, 'F', 6, -2, -40, 1),
    line(1002, 0, 'T', null, null, 200.2, 2),
    line(1002, 1, 'F', 5, -3, -200.2, 2),
  ],
  transactionaccountingline: [
    {
      transaction: 1001,
      transactionline: 0,
      accountingbook: 1,
      account: 10,
      amount: 100.1,
      debit: 100.1,
      posting: 'T',
    },
    {
      transaction: 1001,
      transactionline: 1,
      accountingbook: 1,
      account: 40,
      amount: -60.1,
      credit: 60.1,
      posting: 'T',
    },
    { transaction: 1001, transactionline: 2, accountingbook: 1, account: 40, amount: -40, credit: 40, posting: 'T' },
  ],
  customfield: [
    field('custrecord_crate_color', 'SELECT', 'customlist_color'),
    field('custrecord_crate_opened', 'DATE', null),
    field('custrecord_crate_weight', 'FLOAT', null),
    field('custrecord_crate_note', 'CLOBTEXT', null),
    field('custrecord_crate_full', 'CHECKBOX', null),
    field('custbody_gate', 'TEXT', null),
  ],
};

function customer(
  id: number,
  entityid: string,
  name: string,
  email: string | null,
  currency: number,
  parent: number | null,
) {
  return {
    id,
    entityid,
    entitytitle: `${entityid} ${name}`,
    companyname: name,
    altname: name,
    email,
    currency,
    parent,
    isperson: 'F',
    isinactive: id === 103 ? 'T' : 'F',
    externalid: `cust-${id}`,
  };
}

function line(
  transaction: number,
  id: number,
  mainline: string,
  item: number | null,
  quantity: number | null,
  amount: number,
  subsidiary: number,
) {
  return {
    transaction,
    id,
    uniquekey: transaction * 10 + id,
    linesequencenumber: id,
    mainline,
    taxline: 'F',
    item,
    quantity,
    foreignamount: amount,
    netamount: amount,
    subsidiary,
  };
}

function field(scriptid: string, valuetype: string, source: string | null) {
  return { scriptid, valuetype, fieldtype: valuetype, source };
}
