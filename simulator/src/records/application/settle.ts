import type { Account } from '../../kernel/account';
import { settledLine } from './documents';
import { endOf, SETTLING, takenOf } from './ends';
import { tooMuchLinked } from './linkSums';

/** Types of which what is owed is paid; of the others what is held is used. */
const CHARGES = new Set(['CustInvc', 'CustRfnd']);
/** Status letters before and after nothing is left, by type. */
const LETTERS: Readonly<Record<string, readonly [open: string, closed: string]>> = {
  CustInvc: ['A', 'B'],
  CustCred: ['A', 'B'],
};

/**
 * Brings what a transaction shows of its applications up to date: paid and unpaid, or used and unused, on header, line
 * and ledger line; its status; the day on which it was closed, which is the latest date among it and what it was settled
 * with (assumed). Throws INVALID_LINK_SUM where more is applied than it comes to.
 */
export function settle(account: Account, doc: number): void {
  const { store } = account;
  const row = store.get<{ type: string; status: string | null; undepfunds: string | null }>(
    'SELECT type, status, undepfunds FROM "transaction" WHERE id = ?',
    [doc],
  );
  const line = row === null ? null : settledLine(row.type);
  if (row === null || line === null) return;
  const end = endOf(account, doc, line);
  const taken = takenOf(account, doc, line);
  const open = end.foreign.minus(taken.foreign);
  const openBase = end.base.minus(taken.base);
  if (open.lt(0)) throw tooMuchLinked('original');
  const [used, unused] = CHARGES.has(row.type)
    ? ['foreignamountpaid', 'foreignamountunpaid']
    : ['foreignpaymentamountused', 'foreignpaymentamountunused'];
  store.run(`UPDATE transactionline SET ${used} = ?, ${unused} = ? WHERE "transaction" = ? AND id = ?`, [
    taken.foreign.toNumber(),
    open.toNumber(),
    doc,
    line,
  ]);
  const [ledgerUsed, ledgerUnused] = CHARGES.has(row.type)
    ? ['amountpaid', 'amountunpaid']
    : ['paymentamountused', 'paymentamountunused'];
  store.run(
    `UPDATE transactionaccountingline SET ${ledgerUsed} = ?1, ${ledgerUnused} = ?2, amountlinked = ?1
     WHERE "transaction" = ?3 AND transactionline = ?4`,
    [taken.base.toNumber(), openBase.toNumber(), doc, line],
  );
  const isClosed = open.eq(0);
  store.run('UPDATE "transaction" SET status = ?, closedate = ? WHERE id = ?', [
    statusAfter(account, doc, row, isClosed && end.foreign.gt(0), isClosed),
    isClosed ? closeDate(account, doc, end.date) : null,
    doc,
  ]);
  if (row.type === 'CustInvc') {
    store.run('UPDATE "transaction" SET foreignamountpaid = ?, foreignamountunpaid = ? WHERE id = ?', [
      taken.foreign.toNumber(),
      open.toNumber(),
      doc,
    ]);
  }
}

/** Invoices that wait for approval or were rejected keep their letter. */
function statusAfter(
  account: Account,
  doc: number,
  row: { readonly type: string; readonly status: string | null; readonly undepfunds: string | null },
  isUsedUp: boolean,
  isClosed: boolean,
): string | null {
  if (row.status === 'V' || (row.type === 'CustInvc' && (row.status === 'D' || row.status === 'E'))) return row.status;
  if (row.type === 'CustDep') return isUsedUp ? 'C' : fundsStatus(account, doc, row.type, row.undepfunds === 'T');
  if (row.type === 'CustPymt') return fundsStatus(account, doc, row.type, row.undepfunds === 'T');
  const letters = LETTERS[row.type];
  return letters ? letters[isClosed ? 1 : 0] : row.status;
}

/**
 * Status of a payment or a customer deposit: not deposited as long as it is in undeposited funds, deposited when it went
 * to an account directly or with a bank deposit (section_N1296669).
 */
export function fundsStatus(
  { store }: Pick<Account, 'store'>,
  doc: number,
  type: string,
  isUndeposited: boolean,
): string {
  const isDeposited =
    !isUndeposited ||
    store.get("SELECT 1 AS found FROM transactionlink WHERE previousdoc = ? AND linktype = 'Deposit' LIMIT 1", [
      doc,
    ]) !== null;
  if (type === 'CustDep') return isDeposited ? 'B' : 'A';
  return isDeposited ? 'C' : 'B';
}

function closeDate({ store }: Account, doc: number, date: string): string {
  const row = store.get<{ latest: string | null }>(
    `SELECT MAX(t.trandate) AS latest FROM transactionlink l
     JOIN "transaction" t ON t.id = CASE WHEN l.previousdoc = ?1 THEN l.nextdoc ELSE l.previousdoc END
     WHERE (l.previousdoc = ?1 OR l.nextdoc = ?1) AND l.linktype IN ${SETTLING}`,
    [doc],
  );
  return [date, row?.latest ?? date].sort().at(-1) ?? date;
}
