import type { Store } from '../store/store';
import { money } from './money';

interface WithStore {
  readonly store: Store;
}

/** One line of a transaction's G/L impact page, amounts as decimal texts in base currency. */
export interface GlImpactLine {
  readonly line: number;
  readonly account: { readonly id: number; readonly number: string; readonly name: string; readonly type: string };
  readonly debit: string | null;
  readonly credit: string | null;
  readonly memo: string | null;
  readonly entity: number | null;
  readonly subsidiary: number;
  readonly department: number | null;
  readonly class: number | null;
  readonly location: number | null;
}

/** What a transaction posted, by line (section_N1459773). Empty for one that does not post. */
export function glImpact(account: WithStore, transaction: number): GlImpactLine[] {
  return account.store
    .all<{
      line: number;
      id: number;
      acctnumber: string | null;
      fullname: string;
      accttype: string;
      debit: number | null;
      credit: number | null;
      memo: string | null;
      entity: number | null;
      subsidiary: number;
      department: number | null;
      class: number | null;
      location: number | null;
    }>(
      `SELECT tal.transactionline AS line, a.id, a.acctnumber, a.fullname, a.accttype, tal.debit, tal.credit, tl.memo,
         tl.entity, tl.subsidiary, tl.department, tl.class, tl.location
       FROM transactionaccountingline tal
       JOIN transactionline tl ON tl."transaction" = tal."transaction" AND tl.id = tal.transactionline
       JOIN account a ON a.id = tal.account
       WHERE tal."transaction" = ? AND tal.posting = 'T' ORDER BY tl.linesequencenumber`,
      [transaction],
    )
    .map((row) => ({
      line: row.line,
      account: { id: row.id, number: row.acctnumber ?? '', name: row.fullname, type: row.accttype },
      debit: row.debit === null ? null : money(row.debit).toFixed(2),
      credit: row.credit === null ? null : money(row.credit).toFixed(2),
      memo: row.memo,
      entity: row.entity,
      subsidiary: row.subsidiary,
      department: row.department,
      class: row.class,
      location: row.location,
    }));
}
