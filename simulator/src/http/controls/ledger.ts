import Big from 'big.js';
import type { Account } from '../../kernel/account';
import type { Row } from '../../store/store';

/** A line of a transaction's G/L impact, amounts in the subsidiary's base currency. */
export interface LedgerLine {
  readonly line: number;
  readonly account: number;
  readonly number: string | null;
  readonly name: string;
  readonly debit: number | null;
  readonly credit: number | null;
  readonly posting: boolean;
  readonly memo: string | null;
  readonly subsidiary: string | null;
  readonly entity: string | null;
}

interface LineRow extends Row {
  readonly transactionline: number;
  readonly account: number;
  readonly acctnumber: string | null;
  readonly fullname: string;
  readonly debit: number | null;
  readonly credit: number | null;
  readonly posting: string;
  readonly memo: string | null;
  readonly subsidiary: string | null;
  readonly entity: string | null;
}

/** What a transaction posts in the primary accounting book. */
export function glImpact(account: Account, transaction: number): LedgerLine[] {
  return account.store
    .all<LineRow>(
      `SELECT tal.transactionline, tal.account, a.acctnumber, a.fullname, tal.debit, tal.credit, tal.posting, tl.memo,
         s.name AS subsidiary, e.entitytitle AS entity
       FROM transactionaccountingline tal
       JOIN account a ON a.id = tal.account
       JOIN accountingbook b ON b.id = tal.accountingbook AND b.isprimary = 'T'
       LEFT JOIN transactionline tl ON tl."transaction" = tal."transaction" AND tl.id = tal.transactionline
       LEFT JOIN subsidiary s ON s.id = tl.subsidiary
       LEFT JOIN entity e ON e.id = tl.entity
       WHERE tal."transaction" = ? ORDER BY tal.transactionline`,
      [transaction],
    )
    .map(({ transactionline, acctnumber, fullname, posting, ...rest }) => ({
      ...rest,
      line: transactionline,
      number: acctnumber,
      name: fullname,
      posting: posting === 'T',
    }));
}

/** The balance of an account in one subsidiary, in the subsidiary's base currency. */
export interface Balance {
  readonly subsidiary: string;
  readonly currency: string;
  readonly account: number;
  readonly number: string | null;
  readonly name: string;
  readonly type: string;
  /** Decimal text with two decimals or more; one of both is zero. */
  readonly debit: string;
  readonly credit: string;
}

interface BalanceRow extends Row {
  readonly subsidiary: string | null;
  readonly currency: string | null;
  readonly account: number;
  readonly number: string | null;
  readonly name: string;
  readonly type: string;
  readonly amounts: string;
}

/**
 * Trial balance of all postings, by subsidiary and account. Amounts are added as decimals, not in SQL, whose numbers
 * are binary.
 */
export function trialBalance(account: Account): Balance[] {
  return account.store
    .all<BalanceRow>(
      `SELECT s.name AS subsidiary, c.symbol AS currency, a.id AS account, a.acctnumber AS number, a.fullname AS name,
         a.accttype AS type, GROUP_CONCAT(COALESCE(tal.debit, 0) || ' ' || COALESCE(tal.credit, 0)) AS amounts
       FROM transactionaccountingline tal
       JOIN account a ON a.id = tal.account
       JOIN accountingbook b ON b.id = tal.accountingbook AND b.isprimary = 'T'
       LEFT JOIN transactionline tl ON tl."transaction" = tal."transaction" AND tl.id = tal.transactionline
       LEFT JOIN subsidiary s ON s.id = tl.subsidiary
       LEFT JOIN currency c ON c.id = s.currency
       WHERE tal.posting = 'T' GROUP BY s.id, a.id ORDER BY s.id, a.acctnumber, a.id`,
    )
    .map(({ amounts, subsidiary, currency, ...rest }) => {
      const net = amounts
        .split(',')
        .map((pair) => pair.split(' '))
        .reduce((sum, [debit, credit]) => sum.plus(debit ?? 0).minus(credit ?? 0), new Big(0));
      const isDebit = net.gte(0);
      return {
        ...rest,
        subsidiary: subsidiary ?? '',
        currency: currency ?? '',
        debit: isDebit ? net.toFixed(2) : '0.00',
        credit: isDebit ? '0.00' : net.abs().toFixed(2),
      };
    });
}
