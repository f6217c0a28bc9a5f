import { numberOf, selectRows, textOf } from '../../netsuite/suiteQl';
import { STAMP_FIELDS } from '../../posting/recordGroups';
import { transferField as field, TRANSFER_TYPE } from '../store/columns';
import type { NoticedCustomer } from './customers';
import { isBeingPostedSql } from './recordTransfers';

/**
 * A time as text. Times are compared as texts, both made in the same way, so that no time zone comes between them; `=` and
 * `>` of texts in this form are those of the times.
 */
function timeText(column: string): string {
  return `TO_CHAR(${column}, 'YYYY-MM-DD HH24:MI:SS')`;
}

/** True for a transfer `t` by which a customer came from the connection; needs the connection's key. */
const IS_LINK = `t.${field('connection')} = ? AND t.${field('direction')} = 'Inbound' AND t.${field('kind')} = 'customer'
  AND t.${field('status')} = 'Transferred' AND t.${field('record_type')} = 'customer'`;

/** Before all times; an empty text would be no text at all (Oracle's SQL). */
const BEGINNING = '0';

/** When a customer was last changed, as text; a text before all times where there is none. 10 units. */
export function newestChange(): string {
  const [row] = selectRows(`SELECT MAX(${timeText('c.lastmodifieddate')}) AS newest FROM customer c`);
  return (row === undefined ? '' : textOf(row, 'newest')) || BEGINNING;
}

/**
 * The customers of a connection that were changed since, by internal id: 10 units. One that is being posted just now is
 * left out: what the platform knows of it is noted when that is done.
 * @param since text of {@link timeText}
 * @param after internal id after which to begin
 */
export function changedCustomers(
  connection: string,
  since: string,
  after: number,
  most: number,
): readonly NoticedCustomer[] {
  return selectRows(
    `SELECT c.id, c.${STAMP_FIELDS.customer} AS stamp FROM customer c
     WHERE c.id > ? AND ${timeText('c.lastmodifieddate')} >= ?
       AND EXISTS (SELECT 1 FROM ${TRANSFER_TYPE} t WHERE ${IS_LINK} AND t.${field('record_id')} = c.id)
       AND NOT EXISTS (SELECT 1 FROM ${TRANSFER_TYPE} s WHERE s.id = c.${STAMP_FIELDS.customer} AND ${isBeingPostedSql('s')})
     ORDER BY c.id FETCH FIRST ${most} ROWS ONLY`,
    [after, since, connection],
  ).map((row) => ({ id: textOf(row, 'id'), stamp: numberOf(row, 'stamp') }));
}

/** The customers of a connection that were deleted since: 10 units. NetSuite keeps deleted records in a list (`deletedrecord`). */
export function deletedCustomers(
  connection: string,
  since: string,
): readonly { readonly id: string; readonly number: string }[] {
  const rows = selectRows(
    `SELECT d.recordid, MAX(d.name) AS name_of FROM deletedrecord d
     INNER JOIN ${TRANSFER_TYPE} t ON t.${field('record_id')} = d.recordid
     WHERE UPPER(d.type) = 'CUSTOMER' AND ${timeText('d.deleteddate')} >= ? AND ${IS_LINK}
     GROUP BY d.recordid ORDER BY d.recordid`,
    [since, connection],
  );
  return rows.map((row) => ({
    id: textOf(row, 'recordid'),
    number: textOf(row, 'name_of') || textOf(row, 'recordid'),
  }));
}
