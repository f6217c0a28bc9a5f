import type Big from 'big.js';
import { money } from '../../accounting/money';
import type { Account } from '../../kernel/account';
import type { SqlValue } from '../../store/store';

/** The line on which a transaction of a type is settled: where its customer owes, or is owed, until it is applied. */
const SETTLED_LINES: Readonly<Record<string, number>> = {
  CustInvc: 0,
  CustCred: 0,
  DepAppl: 0,
  CustPymt: 1,
  CustRfnd: 1,
  CustDep: 1,
};

/** `transactionline.id` on which a transaction of the type is settled; null for a type that is not applied to others. */
export function settledLine(type: string): number | null {
  return SETTLED_LINES[type] ?? null;
}

/** What transactions can be applied to each other: of one customer, currency, subsidiary and receivables account. */
export interface Scope {
  /** The customer; with consolidated payments all of the hierarchy. */
  readonly customers: readonly number[];
  readonly currency: number;
  readonly subsidiary: number;
  /** A/R account; deposits are on no such account and are found whatever it is. */
  readonly receivables: number | null;
}

/** A transaction that can be applied, or be applied to. Amounts are positive, in its currency. */
export interface OpenDocument {
  readonly id: number;
  readonly type: string;
  /** `transactionline.id` of the settled line. */
  readonly line: number;
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly dueDate: string | null;
  readonly createdFrom: string | null;
  readonly currency: string;
  readonly total: Big;
  /** What is left of it. */
  readonly open: Big;
}

interface Row extends Record<string, SqlValue> {
  id: number;
  type: string;
  line: number;
  number: string | null;
  date: string;
  duedate: string | null;
  createdfrom: string | null;
  currency: string;
  total: number;
  open: number | null;
}

const SETTLED_LINE_SQL = `CASE t.type ${Object.entries(SETTLED_LINES)
  .map(([type, line]) => `WHEN '${type}' THEN ${line}`)
  .join(' ')} END`;

/**
 * Transactions of the given types in scope that are open, oldest first, and those in `always` whether open or not.
 *
 * @param types codes of `transaction.type`
 * @param except the transaction that looks for them
 */
export function openDocuments(
  { store }: Pick<Account, 'store'>,
  types: readonly string[],
  scope: Scope,
  always: readonly number[],
  except: number | null,
): OpenDocument[] {
  const list = (values: readonly unknown[]): string => values.map(() => '?').join(', ') || 'NULL';
  const rows = store.all<Row>(
    `SELECT t.id, t.type, tl.id AS line, COALESCE(t.tranid, t.transactionnumber) AS number, t.trandate AS date, t.duedate,
       origin.trandisplayname AS createdfrom, c.symbol AS currency, ABS(CASE t.type WHEN 'CustPymt' THEN t.foreigntotal ELSE tl.foreignamount END) AS total,
       COALESCE(tl.foreignamountunpaid, tl.foreignpaymentamountunused) AS open
     FROM "transaction" t
     JOIN transactionline tl ON tl."transaction" = t.id AND tl.id = ${SETTLED_LINE_SQL}
     JOIN transactionaccountingline tal ON tal."transaction" = t.id AND tal.transactionline = tl.id
     JOIN currency c ON c.id = t.currency
     LEFT JOIN "transaction" origin ON origin.id = t.createdfrom
     WHERE t.entity IN (${list(scope.customers)}) AND t.type IN (${list(types)}) AND t.currency = ? AND tl.subsidiary = ?
       AND (t.type = 'CustDep' OR tal.account = ?) AND t.posting = 'T' AND t.voided = 'F' AND t.id <> ?
       AND (COALESCE(tl.foreignamountunpaid, tl.foreignpaymentamountunused) > 0 OR t.id IN (${list(always)}))
     ORDER BY t.trandate, t.id`,
    [...scope.customers, ...types, scope.currency, scope.subsidiary, scope.receivables, except ?? -1, ...always],
  );
  return rows.map(({ duedate, createdfrom, ...row }) => ({
    ...row,
    number: row.number ?? '',
    dueDate: duedate,
    createdFrom: createdfrom,
    total: money(row.total),
    open: money(row.open),
  }));
}
