import { parseDecimal, ZERO } from '../documents/decimal';
import { placeholders, selectRows, selectRowsIn, textOf } from '../netsuite/suiteQl';
import type { Receivable } from './plan';

/** Transactions by internal id with what they owe now and their A/R account: 10 units for each 500, none for no ids. */
export function readReceivables(recordIds: readonly string[]): ReadonlyMap<string, Receivable> {
  // A record that is only planned (in a preview) has no internal id yet.
  const ids = recordIds.filter((id) => /^\d+$/.test(id)).map(Number);
  const rows = selectRowsIn(ids, (chunk) =>
    selectRows(
      `SELECT t.id, t.recordtype, t.tranid, t.entity, t.currency, t.foreignamountunpaid AS owed, a.account
       FROM transaction t
       JOIN transactionline l ON l.transaction = t.id AND l.mainline = 'T'
       LEFT JOIN transactionaccountingline a ON a.transaction = l.transaction AND a.transactionline = l.id
       WHERE t.id IN (${placeholders(chunk)})`,
      chunk,
    ),
  );
  return new Map(
    rows.map((row) => [
      textOf(row, 'id'),
      {
        recordType: textOf(row, 'recordtype'),
        recordId: textOf(row, 'id'),
        number: textOf(row, 'tranid'),
        customer: textOf(row, 'entity'),
        currency: textOf(row, 'currency'),
        account: textOf(row, 'account'),
        owed: parseDecimal(textOf(row, 'owed')) ?? ZERO,
      },
    ]),
  );
}
