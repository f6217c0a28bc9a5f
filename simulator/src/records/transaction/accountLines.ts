import type Big from 'big.js';
import { type LedgerEntry, writeLedger } from '../../accounting/ledger';
import { rounded, sum } from '../../accounting/money';
import { quoted } from '../../store/schema/table';
import { nextNumber } from '../../store/sequence';
import type { SqlValue } from '../../store/store';
import type { LineData } from '../data';
import { keyIn, type RecordContext } from '../recordType';

/** A line that posts to an account of its own, as in journals and bank deposits. Amounts are debit less credit. */
export interface AccountLine {
  /** The sublist that the line stands in; null for the main line. */
  readonly sublist: string | null;
  readonly account: number;
  readonly foreign: Big;
  readonly base: Big;
  readonly entity: number | null;
  readonly memo: string | null;
  readonly class: number | null;
  readonly department: number | null;
  readonly location: number | null;
  /** Transaction that the line comes from, such as the payment that is deposited. */
  readonly createdFrom?: number;
  /** The line of the record, whose id and unique key are kept. */
  readonly line?: LineData;
}

/** What the lines of one transaction have in common. */
export interface AccountLinesHeader {
  readonly transaction: number;
  readonly subsidiary: number;
  readonly exchangeRate: Big;
  readonly isPosting: boolean;
}

/**
 * Replaces the lines of a transaction and what they post. The first line has id 0 and is marked as its main line. Ids
 * and unique keys of lines that were there are kept and set as `line` and `lineuniquekey`.
 */
export function writeAccountLines(
  { account }: RecordContext,
  lines: readonly AccountLine[],
  { transaction, subsidiary, exchangeRate, isPosting }: AccountLinesHeader,
): void {
  const { store, clock } = account;
  const now = new Date(clock.now()).toISOString();
  const before = new Map(
    store
      .all<{ id: number; uniquekey: number }>('SELECT id, uniquekey FROM transactionline WHERE "transaction" = ?', [
        transaction,
      ])
      .map((row) => [row.uniquekey, row.id]),
  );
  store.run('DELETE FROM transactionline WHERE "transaction" = ?', [transaction]);
  const mainKey = [...before].find(([, id]) => id === 0)?.[0] ?? null;
  const taken = new Set(lines.map(({ line }) => before.get(keyIn(line?.fields.lineuniquekey) ?? -1)));
  let lastId = Math.max(-1, ...before.values());
  const entries: LedgerEntry[] = [];
  lines.forEach((line, index) => {
    const known = line.line ? keyIn(line.line.fields.lineuniquekey) : index === 0 ? mainKey : null;
    const knownId = known === null ? undefined : before.get(known);
    const isFirst = index === 0 && !taken.has(0);
    const id = knownId ?? (isFirst ? 0 : ++lastId);
    if (id > lastId) lastId = id;
    const uniqueKey = knownId === undefined ? nextNumber(store, 'transactionline') : (known ?? 0);
    const columns: Record<string, SqlValue> = {
      transaction,
      id,
      uniquekey: uniqueKey,
      linesequencenumber: index,
      mainline: index === 0 ? 'T' : 'F',
      taxline: 'F',
      iscogs: 'F',
      isclosed: 'F',
      isbillable: 'F',
      isrevrectransaction: 'F',
      donotdisplayline: 'F',
      itemsublist: line.sublist,
      expenseaccount: line.account,
      foreignamount: line.foreign.toNumber(),
      netamount: line.base.toNumber(),
      debitforeignamount: line.foreign.gt(0) ? line.foreign.toNumber() : null,
      creditforeignamount: line.foreign.lt(0) ? line.foreign.times(-1).toNumber() : null,
      entity: line.entity,
      memo: line.memo,
      class: line.class,
      department: line.department,
      location: line.location,
      subsidiary,
      createdfrom: line.createdFrom ?? null,
      linelastmodifieddate: now,
    };
    const names = Object.keys(columns);
    store.run(
      `INSERT INTO transactionline (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      Object.values(columns),
    );
    if (line.line) {
      line.line.fields.line = String(id);
      line.line.fields.lineuniquekey = String(uniqueKey);
    }
    entries.push({ line: id, account: line.account, amount: line.base, unpaid: null });
  });
  writeLedger(account, transaction, entries, exchangeRate, now, isPosting);
}

/**
 * Amounts in base currency, each rounded by itself; where they do not come to zero the first line takes the difference
 * (article_0207021124). Their amounts in the transaction's currency have to be in balance.
 */
export function balancedInBase(amounts: readonly Big[], exchangeRate: Big, decimals: number): Big[] {
  const base = amounts.map((amount) => rounded(amount.times(exchangeRate), decimals));
  const difference = sum(base);
  return base.map((amount, index) => (index === 0 ? amount.minus(difference) : amount));
}
