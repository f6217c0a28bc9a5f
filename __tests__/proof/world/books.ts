import type { SimulatedAccount } from 'netsuite-simulator';
import { type Fact, type Picture, pictureOf } from './picture';

type Row = Readonly<Record<string, string | number | null>>;

/**
 * The canonical picture of an account: transfers with their records, customers, items and transactions with their lines
 * and G/L impact, what is applied to what, and the balance of each account.
 * @param more facts about the world outside, such as what a stand-in of a platform was sent
 */
export async function observeBooks(account: SimulatedAccount, more: readonly Fact[] = []): Promise<Picture> {
  const names = await namesOf(account);
  return pictureOf([
    ...(await transferFacts(account, names)),
    ...(await entityFacts(account, names)),
    ...(await itemFacts(account, names)),
    ...(await transactionFacts(account, names)),
    ...balanceFacts(account),
    ...more,
  ]);
}

/** How records are named in facts. */
interface Names {
  transaction(id: unknown): string;
  customer(id: unknown): string;
  item(id: unknown): string;
  transfer(id: unknown): string;
}

async function namesOf(account: SimulatedAccount): Promise<Names> {
  const lookup = async (sql: string) => {
    const names = new Map((await account.suiteql(sql)).map((row) => [String(row.id), text(row.name)]));
    return (id: unknown): string => (id === null || id === '' ? '' : (names.get(String(id)) ?? `unknown ${id}`));
  };
  return {
    transaction: await lookup('SELECT id, COALESCE(externalid, type || tranid) AS name FROM transaction'),
    customer: await lookup('SELECT id, COALESCE(externalid, entityid) AS name FROM customer'),
    item: await lookup('SELECT id, COALESCE(externalid, itemid) AS name FROM item'),
    transfer: await lookup(
      `SELECT id, custrecord_obc_tr_connection || ' ' || custrecord_obc_tr_kind || ' ' || custrecord_obc_tr_platform_id
         || ' ' || COALESCE(custrecord_obc_tr_version, '') AS name FROM customrecord_obc_transfer`,
    ),
  };
}

async function transferFacts(account: SimulatedAccount, names: Names): Promise<Fact[]> {
  const rows = await account.suiteql(
    `SELECT id, custrecord_obc_tr_direction AS direction, custrecord_obc_tr_status AS status,
       custrecord_obc_tr_reason AS reason, custrecord_obc_tr_error_code AS code, custrecord_obc_tr_hash AS hash,
       custrecord_obc_tr_record_type AS record_type, custrecord_obc_tr_record_id AS record_id,
       custrecord_obc_tr_recovery AS recovery
     FROM customrecord_obc_transfer`,
  );
  return rows.map((row) => ({
    subject: `transfer ${text(row.direction)} ${names.transfer(row.id)} ${text(row.hash).slice(0, 8)}`,
    detail: words(row.status, row.reason, row.code, row.record_type, recordName(row, names), recoveryName(row, names)),
  }));
}

/** A recovery point names transactions by internal ids: `creditmemo 12 reverses invoice 7`. */
function recoveryName(row: Row, names: Names): string {
  const said = text(row.recovery);
  return /^\d*$/.test(said) ? '' : said.replace(/\d+/g, (id) => names.transaction(id));
}

function recordName(row: Row, names: Names): string {
  const type = text(row.record_type);
  if (type === '') return '';
  if (type === 'customer') return names.customer(row.record_id);
  return type.endsWith('item') ? names.item(row.record_id) : names.transaction(row.record_id);
}

async function entityFacts(account: SimulatedAccount, names: Names): Promise<Fact[]> {
  const rows = await account.suiteql(
    `SELECT id, entityid, companyname, email, phone, isinactive, currency, custentity_obc_transfer AS stamp FROM customer`,
  );
  return rows.map((row) => ({
    subject: `customer ${names.customer(row.id)}`,
    detail: words(
      row.entityid,
      row.companyname,
      row.email,
      row.phone,
      row.isinactive,
      row.currency,
      names.transfer(row.stamp),
    ),
  }));
}

async function itemFacts(account: SimulatedAccount, names: Names): Promise<Fact[]> {
  const rows = await account.suiteql(
    'SELECT id, itemid, itemtype, displayname, isinactive, custitem_obc_transfer AS stamp FROM item',
  );
  return rows.map((row) => ({
    subject: `item ${names.item(row.id)}`,
    detail: words(row.itemid, row.itemtype, row.displayname, row.isinactive, names.transfer(row.stamp)),
  }));
}

async function transactionFacts(account: SimulatedAccount, names: Names): Promise<Fact[]> {
  const rows = await account.suiteql(
    `SELECT id, type, tranid, trandate, entity, currency, foreigntotal, status, postingperiod, voided,
       custbody_obc_transfer AS stamp
     FROM transaction`,
  );
  const lines = grouped(
    await account.suiteql(
      `SELECT transaction, linesequencenumber, item, quantity, foreignamount, memo FROM transactionline
       ORDER BY transaction, linesequencenumber`,
    ),
    (row) => words(row.linesequencenumber, names.item(row.item), row.quantity, row.foreignamount, row.memo),
  );
  const ledger = grouped(
    await account.suiteql(
      `SELECT l.transaction, a.acctnumber, l.debit, l.credit FROM transactionaccountingline l
       INNER JOIN account a ON a.id = l.account ORDER BY l.transaction, l.transactionline`,
    ),
    (row) => words(row.acctnumber, row.debit, row.credit),
  );
  const applied = grouped(
    await account.suiteql(
      'SELECT nextdoc AS transaction, previousdoc, linktype, foreignamount FROM nexttransactionlink ORDER BY 1, 2',
    ),
    (row) => words(row.linktype, names.transaction(row.previousdoc), row.foreignamount),
  );
  return rows.flatMap((row) => {
    const id = text(row.id);
    const subject = `transaction ${names.transaction(id)}`;
    const head = words(
      row.type,
      row.tranid,
      row.trandate,
      names.customer(row.entity),
      row.currency,
      row.foreigntotal,
      row.status,
      row.postingperiod,
      row.voided,
      names.transfer(row.stamp),
    );
    return [
      { subject, detail: head },
      { subject: `lines of ${subject}`, detail: (lines.get(id) ?? []).join('; ') },
      { subject: `ledger of ${subject}`, detail: (ledger.get(id) ?? []).sort().join('; ') },
      { subject: `applications of ${subject}`, detail: (applied.get(id) ?? []).sort().join('; ') },
    ];
  });
}

function balanceFacts(account: SimulatedAccount): Fact[] {
  return account.trialBalance().lines.map(({ account: { number, name }, subsidiary, debit, credit }) => ({
    subject: `balance of ${number} ${name} in subsidiary ${subsidiary}`,
    detail: words(debit, credit),
  }));
}

/** Descriptions of rows by the transaction that they belong to. */
function grouped(rows: readonly Row[], describe: (row: Row) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const key = text(row.transaction);
    groups.set(key, [...(groups.get(key) ?? []), describe(row)]);
  }
  return groups;
}

function words(...values: readonly unknown[]): string {
  return values.map(text).join(' | ');
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}
