import { placeholders, selectRows, selectRowsIn, textOf } from '../../netsuite/suiteQl';
import { linkNames } from './linkNames';
import type { LinkedTransaction } from './standing';

/** Statuses of orders and returns of which nothing is left to do: cancelled, billed or refunded, closed. */
const ENDED = "'C', 'G', 'H'";

/**
 * What is open of customers and items, in words by internal id; what has nothing open is not there. Of a customer what
 * it owes or has to its credit, and its orders; of an item the orders that still name it. 10 units for each of both
 * where there are any.
 */
export function readOpenWork(
  customers: readonly string[],
  items: readonly string[],
): { readonly customers: ReadonlyMap<string, string>; readonly items: ReadonlyMap<string, string> } {
  return {
    customers: openOf(
      customers,
      (ids) => `SELECT t.entity AS owner, t.id, t.type FROM transaction t
        WHERE t.entity IN (${ids}) AND t.voided = 'F' AND (
          EXISTS (SELECT 1 FROM transactionline tl WHERE tl.transaction = t.id
            AND (tl.foreignamountunpaid > 0 OR tl.foreignpaymentamountunused > 0))
          OR (t.type IN ('SalesOrd', 'RtnAuth') AND t.status NOT IN (${ENDED})))
        ORDER BY t.id`,
    ),
    items: openOf(
      items,
      (ids) => `SELECT DISTINCT tl.item AS owner, t.id, t.type
        FROM transactionline tl INNER JOIN transaction t ON t.id = tl.transaction
        WHERE tl.item IN (${ids}) AND tl.isclosed = 'F' AND t.type IN ('SalesOrd', 'RtnAuth')
          AND t.status NOT IN (${ENDED})
        ORDER BY t.id`,
    ),
  };
}

/** More are not named. */
const MOST_NAMES = 5;

function openOf(ids: readonly string[], sql: (ids: string) => string): ReadonlyMap<string, string> {
  const open = new Map<string, LinkedTransaction[]>();
  for (const row of selectRowsIn(ids.map(Number), (chunk) => selectRows(sql(placeholders(chunk)), chunk))) {
    const owner = textOf(row, 'owner');
    const known = open.get(owner) ?? [];
    open.set(owner, [...known, { type: textOf(row, 'type'), recordId: textOf(row, 'id') }]);
  }
  return new Map(
    Array.from(open, ([owner, transactions]) => {
      const more = transactions.length - MOST_NAMES;
      return [owner, `${linkNames(transactions.slice(0, MOST_NAMES))}${more > 0 ? ` and ${more} more` : ''}`];
    }),
  );
}
