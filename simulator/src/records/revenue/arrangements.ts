import type Big from 'big.js';
import { money, sum } from '../../accounting/money';
import type { Account } from '../../kernel/account';
import { nextNumber } from '../../store/sequence';
import type { Row, SqlValue } from '../../store/store';

/** What a new arrangement takes from its source, or from the arrangements that it merges. */
export interface ArrangementHead {
  readonly entity: SqlValue;
  readonly subsidiary: SqlValue;
  readonly currency: SqlValue;
  readonly exchangerate: SqlValue;
  /** `YYYY-MM-DD`. */
  readonly trandate: string;
  /** The transaction that it is made for; null for a merged one. */
  readonly createdfrom: number | null;
}

/** Revenue arrangements are approved where no approval routing is set up; the letter is assumed. */
const APPROVED = 'B';

/** Makes an arrangement, a transaction that does not post (section_4333740355). Its elements come next. */
export function createArrangement({ store, clock }: Account, head: ArrangementHead): number {
  const number = `REVARRNG${nextNumber(store, 'transactionnumber:RevArrng')}`;
  const now = new Date(clock.now()).toISOString();
  return store.run(
    `INSERT INTO "transaction" (type, recordtype, abbrevtype, tranid, transactionnumber, trandisplayname, trandate,
       entity, subsidiary, currency, exchangerate, createdfrom, status, posting, voided, void, isreversal, foreigntotal,
       total, createddate, lastmodifieddate, recordversion)
     VALUES ('RevArrng', 'revenuearrangement', 'REVARR', ?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'F', 'F', 'F', 'F', 0,
       0, ?10, ?10, 1)`,
    [
      number,
      `Revenue Arrangement #${number}`,
      head.trandate,
      head.entity,
      head.subsidiary,
      head.currency,
      head.exchangerate,
      head.createdfrom,
      APPROVED,
      now,
    ],
  ).id;
}

/**
 * Brings total and lines of an arrangement in line with its elements. One that lost all of them is deleted, unless a
 * merge took them: the original arrangements are kept (section_1498517429).
 */
export function refreshArrangement(account: Account, arrangement: number): void {
  const { store, clock } = account;
  const elements = store.all('SELECT * FROM revenueelement WHERE revenuearrangement = ? ORDER BY id', [arrangement]);
  store.run('DELETE FROM transactionline WHERE "transaction" = ?', [arrangement]);
  const isMerged = store.get('SELECT 1 AS found FROM revenueelement WHERE mergedfrom = ?', [arrangement]) !== null;
  if (elements.length === 0 && !isMerged) {
    store.run('DELETE FROM "transaction" WHERE id = ?', [arrangement]);
    return;
  }
  const now = new Date(clock.now()).toISOString();
  const total = sum(elements.map((element) => money(element.allocationamount)));
  store.run(
    `UPDATE "transaction" SET foreigntotal = ?1, total = ?1, lastmodifieddate = ?2,
       recordversion = COALESCE(recordversion, 0) + 1 WHERE id = ?3`,
    [total.toNumber(), now, arrangement],
  );
  writeLine(account, arrangement, 0, null, total, now);
  elements.forEach((element, index) => {
    writeLine(account, arrangement, index + 1, element, money(element.allocationamount).times(-1), now);
  });
}

function writeLine(
  { store }: Account,
  arrangement: number,
  id: number,
  element: Row | null,
  amount: Big,
  now: string,
): void {
  store.run(
    `INSERT INTO transactionline ("transaction", id, uniquekey, linesequencenumber, mainline, taxline, iscogs, isclosed,
       isbillable, donotdisplayline, isrevrectransaction, transactionlinetype, item, quantity, foreignamount, netamount,
       entity, subsidiary, revenueelement, revrecstartdate, revrecenddate, linelastmodifieddate)
     SELECT ?1, ?2, ?3, ?2, ?4, 'F', 'F', 'F', 'F', 'F', 'F', ?5, ?6, ?7, ?8, ROUND(?8 * COALESCE(exchangerate, 1), 2),
       entity, subsidiary, ?9, ?10, ?11, ?12 FROM "transaction" WHERE id = ?1`,
    [
      arrangement,
      id,
      nextNumber(store, 'transactionline'),
      element === null ? 'T' : 'F',
      element === null ? null : 'ITEM',
      element?.item ?? null,
      element === null ? null : money(element.quantity).times(-1).toNumber(),
      amount.toNumber(),
      element?.id ?? null,
      element?.revrecstartdate ?? null,
      element?.revrecenddate ?? null,
      now,
    ],
  );
}

/** The arrangement that was made for a source and still has elements of it; null where there is none. */
export function arrangementOf({ store }: Account, source: number): number | null {
  const row = store.get<{ id: number }>(
    `SELECT t.id FROM "transaction" t WHERE t.type = 'RevArrng' AND t.createdfrom = ?1 AND EXISTS
       (SELECT 1 FROM revenueelement e WHERE e.revenuearrangement = t.id AND e.sourcetransaction = ?1) LIMIT 1`,
    [source],
  );
  return row?.id ?? null;
}
