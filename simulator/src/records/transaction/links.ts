import type { Account } from '../../kernel/account';
import type { SqlValue } from '../../store/store';

/**
 * Kinds of link between transactions, as `linktype` of NextTransactionLink shows them (public SuiteQL): an order or a
 * return and what bills it, ships or receives it; a sale and its return; what is paid and what pays it; a payment and
 * its bank deposit (the last name is assumed).
 */
export type LinkType = 'OrdBill' | 'ShipRcpt' | 'SaleRet' | 'Payment' | 'DepAppl' | 'Deposit';

/** A line of one transaction that continues a line of another. Line 0 is the main line. */
export interface TransactionLink {
  readonly previousDoc: number;
  readonly previousLine: number;
  readonly nextDoc: number;
  readonly nextLine: number;
  readonly linkType: LinkType;
  /** In the currency of the later transaction; null where the link carries no amount. */
  readonly foreignAmount: number | null;
}

const COLUMNS = `previousdoc AS previousDoc, previousline AS previousLine, nextdoc AS nextDoc, nextline AS nextLine,
  linktype AS linkType, foreignamount AS foreignAmount`;

/** Links of a kind that lead to a transaction, in the order of its lines. */
export function linksTo({ store }: Pick<Account, 'store'>, nextDoc: number, linkType: LinkType): TransactionLink[] {
  return store.all<Row>(
    `SELECT ${COLUMNS} FROM transactionlink WHERE nextdoc = ? AND linktype = ? ORDER BY nextline, id`,
    [nextDoc, linkType],
  );
}

/** Links of a kind that start from a transaction, oldest first. */
export function linksFrom(
  { store }: Pick<Account, 'store'>,
  previousDoc: number,
  linkType: LinkType,
): TransactionLink[] {
  return store.all<Row>(`SELECT ${COLUMNS} FROM transactionlink WHERE previousdoc = ? AND linktype = ? ORDER BY id`, [
    previousDoc,
    linkType,
  ]);
}

type Row = TransactionLink & Record<string, SqlValue>;

/** Replaces the links of a kind that lead to a transaction. Amounts are rounded to the currency already. */
export function replaceLinks(
  { store, clock }: Pick<Account, 'store' | 'clock'>,
  nextDoc: number,
  linkType: LinkType,
  links: readonly Omit<TransactionLink, 'nextDoc' | 'linkType'>[],
): void {
  store.run('DELETE FROM transactionlink WHERE nextdoc = ? AND linktype = ?', [nextDoc, linkType]);
  const now = new Date(clock.now()).toISOString();
  for (const link of links) {
    store.run(
      `INSERT INTO transactionlink (previousdoc, previoustype, previousline, nextdoc, nexttype, nextline, linktype,
         foreignamount, lastmodifieddate)
       VALUES (?1, (SELECT type FROM "transaction" WHERE id = ?1), ?2, ?3,
         (SELECT type FROM "transaction" WHERE id = ?3), ?4, ?5, ?6, ?7)`,
      [link.previousDoc, link.previousLine, nextDoc, link.nextLine, linkType, link.foreignAmount, now],
    );
  }
}

/** Removes every link that leads to a transaction, as its deletion and its direct void do. */
export function releaseLinks({ store }: Pick<Account, 'store'>, nextDoc: number): void {
  store.run('DELETE FROM transactionlink WHERE nextdoc = ?', [nextDoc]);
}

/** True where a later transaction was made from this one: it cannot be deleted (section_N563543, TRANS_IN_USE). */
export function isContinued({ store }: Pick<Account, 'store'>, id: number): boolean {
  return store.get('SELECT 1 AS linked FROM transactionlink WHERE previousdoc = ? LIMIT 1', [id]) !== null;
}
