import { money } from '../../accounting/money';
import type { Account } from '../../kernel/account';
import { quoted } from '../../store/schema/table';
import { nextNumber } from '../../store/sequence';
import type { Row, SqlValue } from '../../store/store';
import { mappedValues } from './fieldMaps';
import { isElementStarted, updateDisallowed } from './recognized';

/**
 * Writes the element of a source's line. Dates of the line go to a new element and stay with it (section_1510252610);
 * field maps come over them. The item of a source cannot change (section_4370936348); that it is refused with
 * REV_REC_UPDATE_DISALLWD, and only once revenue has been recognized, is assumed.
 *
 * @returns internal id of the element
 */
export function writeElement(
  account: Account,
  header: Row,
  line: Row,
  known: number | null,
  arrangement: number | null,
): number {
  const { store, clock } = account;
  const amount = money(line.foreignamount).times(-1).toNumber();
  if (known !== null) refuseAnotherItem(account, known, line);
  const columns: Record<string, SqlValue> = {
    source: header.trandisplayname ?? null,
    elementdate: header.trandate ?? null,
    entity: header.entity ?? null,
    subsidiary: header.subsidiary ?? null,
    currency: header.currency ?? null,
    exchangerate: header.exchangerate ?? null,
    item: line.item ?? null,
    quantity: money(line.quantity).times(-1).toNumber(),
    salesamount: amount,
    discountedsalesamount: amount,
    allocationamount: amount,
    class: line.class ?? null,
    department: line.department ?? null,
    location: line.location ?? null,
    deferralaccount: line.expenseaccount ?? null,
    postingdiscountapplied: hasDiscount(account, Number(header.id)) ? 'T' : 'F',
    sourceline: line.id ?? null,
    lastmodifieddate: new Date(clock.now()).toISOString(),
    ...(known === null
      ? {
          revrecstartdate: line.revrecstartdate ?? null,
          revrecenddate: line.revrecenddate ?? null,
          forecaststartdate: line.revrecstartdate ?? null,
          forecastenddate: line.revrecenddate ?? null,
          referenceid: String(header.id),
          recordnumber: String(nextNumber(store, 'revenueelement')),
          revenuearrangement: arrangement,
          revenuerecognitionrule: line.revenuerecognitionrule ?? null,
          revrecforecastrule: line.revrecforecastrule ?? null,
          createrevenueplanson: line.createrevenueplanson ?? null,
          recognitionaccount: line.incomeaccount ?? null,
          sourcetransaction: header.id ?? null,
          sourcekey: line.uniquekey ?? null,
        }
      : {}),
    ...mappedValues(account, { header, line }, known !== null),
  };
  const names = Object.keys(columns);
  if (known !== null) {
    store.run(`UPDATE revenueelement SET ${names.map((name) => `${quoted(name)} = ?`).join(', ')} WHERE id = ?`, [
      ...Object.values(columns),
      known,
    ]);
    return known;
  }
  return store.run(
    `INSERT INTO revenueelement (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    Object.values(columns),
  ).id;
}

/** Discounts post to an account of their own here. */
function hasDiscount({ store }: Account, transaction: number): boolean {
  return (
    store.get(
      `SELECT 1 AS found FROM transactionline WHERE "transaction" = ? AND itemtype = 'Discount' AND foreignamount <> 0`,
      [transaction],
    ) !== null
  );
}

function refuseAnotherItem(account: Account, element: number, line: Row): void {
  const row = account.store.get('SELECT item FROM revenueelement WHERE id = ?', [element]);
  if (row?.item !== line.item && isElementStarted(account, element)) throw updateDisallowed('the item');
}
