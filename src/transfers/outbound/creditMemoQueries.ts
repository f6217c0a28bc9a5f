import { placeholders, type SqlRow, selectRows, textOf } from '../../netsuite/suiteQl';
import { transferField as field, TRANSFER_TYPE } from '../store/columns';
import { type CancelledMemo, IS_MEMO_LINK } from './creditMemos';

/** Times are compared as texts: see `sweepQueries`. */
function timeText(column: string): string {
  return `TO_CHAR(${column}, 'YYYY-MM-DD HH24:MI:SS')`;
}

/**
 * A credit memo that does not count any more though it is there: it is shown as voided, whether its amounts were made zero
 * or a journal reverses it. (NetSuite documents voiding by journal for other types, section_4483109897.)
 */
const IS_VOIDED = "c.type = 'CustCred' AND c.voided = 'T'";

/** Before all times; an empty text would be no text at all (Oracle's SQL). */
const BEGINNING = '0';

/** Those among credit memos (internal ids) that are voided: 10 units. */
export function voidedAmong(ids: readonly string[]): readonly string[] {
  const rows = selectRows(
    `SELECT c.id FROM transaction c WHERE ${IS_VOIDED} AND c.id IN (${placeholders(ids)})`,
    ids.map(Number),
  );
  return rows.map((row) => textOf(row, 'id'));
}

/** When a credit memo was last changed or deleted, as text; a text before all times where none was. 20 units. */
export function newestMemoChange(): string {
  const [changed] = selectRows(
    `SELECT MAX(${timeText('c.lastmodifieddate')}) AS newest FROM transaction c WHERE c.type = 'CustCred'`,
  );
  const [deleted] = selectRows(
    `SELECT MAX(${timeText('d.deleteddate')}) AS newest FROM deletedrecord d WHERE ${IS_DELETED_MEMO}`,
  );
  const [newest = ''] = [changed, deleted]
    .map((row) => (row === undefined ? '' : textOf(row, 'newest')))
    .sort()
    .reverse();
  return newest || BEGINNING;
}

/** The name of a record's type in the list of deleted records is written in more than one way. */
const IS_DELETED_MEMO = "UPPER(d.type) IN ('CREDIT MEMO', 'CREDITMEMO', 'CUSTCRED')";

/** When credit memos were changed, as texts of {@link timeText}. */
export interface ChangedWithin {
  /** Then or later. */
  readonly since: string;
  /** And later than that. */
  readonly later: string;
}

/** The credit memos of a connection that are voided and were changed since, by internal id: 10 units. */
export function voidedMemos(
  connection: string,
  within: ChangedWithin,
  after: number,
  most: number,
): readonly CancelledMemo[] {
  return selectRows(
    `SELECT c.id, c.tranid AS number_of FROM transaction c
     WHERE ${IS_VOIDED} AND c.id > ? AND ${timeText('c.lastmodifieddate')} >= ? AND ${timeText('c.lastmodifieddate')} > ?
       AND EXISTS (SELECT 1 FROM ${TRANSFER_TYPE} t WHERE t.${field('record_id')} = c.id AND t.${field('connection')} = ?
         AND ${IS_MEMO_LINK})
     ORDER BY c.id FETCH FIRST ${most} ROWS ONLY`,
    [after, within.since, within.later, connection],
  ).map((row) => cancelledMemo(row, 'voided'));
}

/** The credit memos of a connection that were deleted since, by internal id: 10 units. */
export function deletedMemos(
  connection: string,
  within: ChangedWithin,
  after: number,
  most: number,
): readonly CancelledMemo[] {
  return selectRows(
    `SELECT d.recordid AS id, MAX(d.name) AS number_of FROM deletedrecord d
     INNER JOIN ${TRANSFER_TYPE} t ON t.${field('record_id')} = d.recordid
     WHERE ${IS_DELETED_MEMO} AND d.recordid > ? AND ${timeText('d.deleteddate')} >= ?
       AND ${timeText('d.deleteddate')} > ? AND t.${field('connection')} = ?
       AND ${IS_MEMO_LINK}
     GROUP BY d.recordid ORDER BY d.recordid FETCH FIRST ${most} ROWS ONLY`,
    [after, within.since, within.later, connection],
  ).map((row) => cancelledMemo(row, 'deleted'));
}

function cancelledMemo(row: SqlRow, how: CancelledMemo['how']): CancelledMemo {
  return { id: textOf(row, 'id'), number: textOf(row, 'number_of'), how };
}
