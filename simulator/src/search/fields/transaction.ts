import type { ColumnKind } from '../../query/compile/scope';
import type { ValueType } from '../../query/compile/value';
import { displayOf, displayOfCodes } from '../../query/tables/references';
import { statusNameSql, typeNameSql } from '../../query/tables/transactionNames';
import { statusKey, TRANSACTION_STATUSES } from '../../records/transaction/statuses';
import { invalidColumn } from '../errors';
import type { Aliases, FieldRule, FieldRules, LinkDirection } from './field';

/** Types whose lines are credits: a search shows them with the sign of the document, the ledger with the other. */
const SALES = "('CustInvc', 'CustCred', 'CashSale', 'CashRfnd', 'SalesOrd', 'RtnAuth', 'Estimate')";
const always = (): true => true;

/** A column of the header. */
function header(column: string, type: ValueType, kind: ColumnKind, target?: string): FieldRule {
  return ({ record }) => ({ sql: `${record}."${column}"`, type, kind, ...named(target) });
}

/** A column of the line; there is none when only the header is joined. */
function line(column: string, type: ValueType, kind: ColumnKind, target?: string): FieldRule {
  return (aliases) => ({ sql: `${lineOf(aliases, column)}."${column}"`, type, kind, ...named(target) });
}

/** A column of the line, or of the header where there is no line. */
function either(column: string, target: string): FieldRule {
  return ({ record, line: alias }) => ({
    sql: `${alias ?? record}."${column}"`,
    type: 'number',
    kind: 'select',
    ...named(target),
  });
}

function named(target: string | undefined) {
  const display = target ? displayOf(target, always) : null;
  return { ...(display ? { display } : {}), ...(target ? { target } : {}) };
}

function lineOf({ line: alias }: Aliases, field: string): string {
  if (alias === null) throw invalidColumn(field);
  return alias;
}

/** An amount of the line, positive for what a sale adds. */
function signed(sql: string, { record, line: alias }: Aliases): string {
  return `(CASE WHEN ${alias}.mainline = 'F' AND ${record}.type IN ${SALES} THEN -(${sql}) ELSE ${sql} END)`;
}

function base(sql: string, record: string): string {
  return `ns_round(${sql} * ifnull(${record}.exchangerate, 1), 2)`;
}

const amount: FieldRule = (aliases) => {
  const { record, line: alias } = aliases;
  if (alias === null) return { sql: base(`${record}.foreigntotal`, record), type: 'number', kind: 'currency' };
  const own = `coalesce(${aliases.ledger()}.amount, ${base(`${alias}.foreignamount`, record)})`;
  return { sql: signed(own, aliases), type: 'number', kind: 'currency' };
};

function ledger(column: string): FieldRule {
  return (aliases) => ({ sql: `${aliases.ledger()}.${column}`, type: 'number', kind: 'currency' });
}

/** What is paid or unpaid of an invoice, used or unused of a credit, a payment or a deposit. */
function settled(paid: string, used: string, isBase: boolean): FieldRule {
  return ({ record }) => {
    const credit =
      `(SELECT settled.${used} FROM transactionline settled ` +
      `WHERE settled."transaction" = ${record}.id AND settled.${used} IS NOT NULL)`;
    const sql = `coalesce(${record}.${paid}, ${credit})`;
    return { sql: isBase ? base(sql, record) : sql, type: 'number', kind: 'currency' };
  };
}

/**
 * The other end of a link, its kind, and its amount: in the currency of the later transaction, or in the base currency at
 * the rate of the transaction that is searched (assumed).
 */
function linked(direction: LinkDirection, what: 'transaction' | 'linktype' | 'foreign' | 'base'): FieldRule {
  return (aliases) => {
    const alias = aliases.links(direction);
    const [own, other] = direction === 'applying' ? ['previous', 'next'] : ['next', 'previous'];
    if (what === 'transaction') {
      return { sql: `${alias}.${other}doc`, type: 'number', kind: 'select', ...named('transaction') };
    }
    if (what === 'linktype') return { sql: `${alias}.linktype`, type: 'text', kind: 'text' };
    const column = what === 'foreign' ? 'foreignamount' : `${own}base`;
    return { sql: `${alias}.${column}`, type: 'number', kind: 'currency' };
  };
}

/** An amount of the header in the base currency. */
function inBase(column: string): FieldRule {
  return ({ record }) => ({ sql: base(`${record}.${column}`, record), type: 'number', kind: 'currency' });
}

const KEYS = new Map(
  Object.values(TRANSACTION_STATUSES).flatMap((names) =>
    Object.values(names).map((name) => [name, statusKey(name)] as const),
  ),
);

/** The status as `paidInFull`, called `Paid In Full`. Filters take `CustInvc:B`; see `compile/status`. */
const status: FieldRule = ({ record }) => {
  const name = statusNameSql(`${record}.type`, `${record}.status`);
  const keys = [...KEYS].map(([text, key]) => `WHEN '${text}' THEN '${key}'`).join(' ');
  return {
    sql: `(CASE ${name} ${keys} ELSE ${record}.status END)`,
    type: 'text',
    kind: 'select',
    display: () => `ifnull(${name}, ${record}.status)`,
  };
};

const type: FieldRule = ({ record }) => ({
  sql: `${record}.type`,
  type: 'text',
  kind: 'select',
  display: typeNameSql,
});

/** Search fields of transactions (netsuite-records: transaction, search filters) whose name or place is not SuiteQL's. */
export const TRANSACTION_FIELDS: FieldRules = {
  type,
  status,
  statusref: status,
  entity: header('entity', 'number', 'select', 'entity'),
  mainname: header('entity', 'number', 'select', 'entity'),
  name: ({ record, line: alias }) => ({
    sql: alias === null ? `${record}.entity` : `ifnull(${alias}.entity, ${record}.entity)`,
    type: 'number',
    kind: 'select',
    ...named('entity'),
  }),
  number: header('tranid', 'text', 'text'),
  datecreated: header('createddate', 'timestamp', 'datetime'),
  memomain: header('memo', 'text', 'text'),
  memo: ({ record, line: alias }) => ({ sql: `${alias ?? record}.memo`, type: 'text', kind: 'text' }),
  subsidiary: either('subsidiary', 'subsidiary'),
  department: either('department', 'department'),
  class: either('class', 'classification'),
  location: either('location', 'location'),
  applyingtransaction: linked('applying', 'transaction'),
  applyinglinktype: linked('applying', 'linktype'),
  applyingforeignamount: linked('applying', 'foreign'),
  applyinglinkamount: linked('applying', 'base'),
  appliedtotransaction: linked('appliedTo', 'transaction'),
  appliedtolinktype: linked('appliedTo', 'linktype'),
  appliedtoforeignamount: linked('appliedTo', 'foreign'),
  appliedtolinkamount: linked('appliedTo', 'base'),
  createdfrom: either('createdfrom', 'transaction'),
  approvalstatus: ({ record }) => ({
    sql: `${record}.approvalstatus`,
    type: 'number',
    kind: 'select',
    display: displayOfCodes({ '1': 'Pending Approval', '2': 'Approved', '3': 'Rejected' }),
  }),
  account: (aliases) => ({
    sql: aliases.line === null ? `${aliases.record}.account` : `${aliases.ledger()}.account`,
    type: 'number',
    kind: 'select',
    ...named('account'),
  }),
  accountmain: header('account', 'number', 'select', 'account'),
  item: line('item', 'number', 'select', 'item'),
  quantity: (aliases) => ({
    sql: signed(`${lineOf(aliases, 'quantity')}.quantity`, aliases),
    type: 'number',
    kind: 'number',
  }),
  rate: line('rate', 'number', 'number'),
  line: line('id', 'number', 'integer'),
  lineuniquekey: line('uniquekey', 'number', 'integer'),
  linesequencenumber: line('linesequencenumber', 'number', 'integer'),
  mainline: (aliases) => ({
    sql: `${lineOf(aliases, 'mainline')}.mainline`,
    type: 'text',
    kind: 'checkbox',
    shown: (sql) => `CASE ${sql} WHEN 'T' THEN '*' END`,
  }),
  taxline: line('taxline', 'text', 'checkbox'),
  cogs: line('iscogs', 'text', 'checkbox'),
  closed: line('isclosed', 'text', 'checkbox'),
  shipping: (aliases) => ({
    sql: `iif(${lineOf(aliases, 'shipping')}.transactionlinetype = 'SHIPPING', 'T', 'F')`,
    type: 'text',
    kind: 'checkbox',
  }),
  taxcode: line('taxcode', 'number', 'select', 'salestaxitem'),
  amount,
  fxamount: (aliases) => ({
    sql: aliases.line === null ? `${aliases.record}.foreigntotal` : signed(`${aliases.line}.foreignamount`, aliases),
    type: 'number',
    kind: 'currency',
  }),
  debitamount: ledger('debit'),
  creditamount: ledger('credit'),
  total: inBase('foreigntotal'),
  totalamount: inBase('foreigntotal'),
  amountpaid: settled('foreignamountpaid', 'foreignpaymentamountused', true),
  amountremaining: settled('foreignamountunpaid', 'foreignpaymentamountunused', true),
  fxamountpaid: settled('foreignamountpaid', 'foreignpaymentamountused', false),
  fxamountremaining: settled('foreignamountunpaid', 'foreignpaymentamountunused', false),
};
