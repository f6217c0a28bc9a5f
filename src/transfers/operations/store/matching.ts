import { numberOf, placeholders, type SqlParameter, selectRows } from '../../../netsuite/suiteQl';
import { TRANSFER_TYPE, type TransferField, transferField } from '../../store/columns';
import type { BulkOperation } from '../policy/operations';
import { CHANGED_REASONS } from '../policy/rules';
import type { OperationFilter } from '../request';

/** The transfers that an operation is about. */
export type Selection = { readonly filter: OperationFilter } | { readonly transfers: readonly number[] };

/** A selection as it stood when it was asked for. */
export interface BoundSelection {
  readonly operation: BulkOperation;
  readonly selection: Selection;
  /** Highest internal id that matched; later rows are not touched. */
  readonly highest: number;
  /** UTC time of the request; what was tried since then is not tried once more. */
  readonly requested: string;
}

export interface Matched {
  readonly count: number;
  readonly highest: number;
}

interface Condition {
  readonly sql: string;
  readonly parameters: readonly SqlParameter[];
}

/** How many transfers the operation would change now, and the highest of their ids: 10 units. */
export function countMatching(operation: BulkOperation, selection: Selection): Matched {
  const { sql, parameters } = changeable(operation, selection);
  const [row] = selectRows(
    `SELECT COUNT(*) AS transfers, MAX(t.id) AS highest FROM ${TRANSFER_TYPE} t WHERE ${sql}`,
    parameters,
  );
  return row === undefined
    ? { count: 0, highest: 0 }
    : { count: numberOf(row, 'transfers') ?? 0, highest: numberOf(row, 'highest') ?? 0 };
}

/** Ids of the first transfers that the operation would change now: 10 units. */
export function firstMatching(operation: BulkOperation, selection: Selection, most: number): readonly number[] {
  const { sql, parameters } = changeable(operation, selection);
  return selectRows(
    `SELECT t.id FROM ${TRANSFER_TYPE} t WHERE ${sql} ORDER BY t.id FETCH FIRST ${most} ROWS ONLY`,
    parameters,
  ).map((row) => numberOf(row, 'id') ?? 0);
}

/** How many transfers of each lane a stored operation has left, by the lanes' numbers: 10 units. */
export function leftByLane(bound: BoundSelection): ReadonlyMap<number, number> {
  const { sql, parameters } = stillToChange(bound);
  const lane = `t.${transferField('lane')}`;
  const rows = selectRows(
    `SELECT ${lane} AS lane, COUNT(*) AS transfers FROM ${TRANSFER_TYPE} t WHERE ${sql} GROUP BY ${lane}`,
    parameters,
  );
  return new Map(rows.map((row) => [numberOf(row, 'lane') ?? -1, numberOf(row, 'transfers') ?? 0]));
}

/** Ids of the next transfers of a lane that a stored operation has left, ascending: 10 units. */
export function nextOfLane(bound: BoundSelection, lane: number, after: number, most: number): readonly number[] {
  const { sql, parameters } = stillToChange(bound);
  return selectRows(
    `SELECT t.id FROM ${TRANSFER_TYPE} t WHERE ${sql} AND t.${transferField('lane')} = ? AND t.id > ?
     ORDER BY t.id FETCH FIRST ${most} ROWS ONLY`,
    [...parameters, lane, after],
  ).map((row) => numberOf(row, 'id') ?? 0);
}

function stillToChange({ operation, selection, highest, requested }: BoundSelection): Condition {
  const { sql, parameters } = changeable(operation, selection);
  const bound = { sql: `${sql} AND t.id <= ?`, parameters: [...parameters, highest] };
  if (operation !== 'retry') return bound;
  const started = `t.${transferField('started')}`;
  return {
    sql: `${bound.sql} AND (${started} IS NULL OR ${started} <= ?)`,
    parameters: [...bound.parameters, requested],
  };
}

/** What a selection means, of the rows that the operation changes. */
function changeable(operation: BulkOperation, selection: Selection): Condition {
  const reasons = CHANGED_REASONS[operation];
  const conditions = [
    `t.${transferField('status')} = 'Not Transferred'`,
    `t.${transferField('reason')} IN (${placeholders(reasons)})`,
  ];
  const parameters: SqlParameter[] = [...reasons];
  const add = (sql: string, ...values: SqlParameter[]): void => {
    conditions.push(sql);
    parameters.push(...values);
  };
  if ('transfers' in selection) add(`t.id IN (${placeholders(selection.transfers)})`, ...selection.transfers);
  else addFilter(selection.filter, add);
  return { sql: conditions.join(' AND '), parameters };
}

/** Filters by their column and comparison; `To` holds its whole day. */
const COLUMNS: readonly { readonly of: keyof OperationFilter; readonly is: TransferField; readonly by: '=' | '>=' }[] =
  [
    { of: 'connection', is: 'connection', by: '=' },
    { of: 'direction', is: 'direction', by: '=' },
    { of: 'kind', is: 'kind', by: '=' },
    { of: 'status', is: 'status', by: '=' },
    { of: 'reason', is: 'reason', by: '=' },
    { of: 'errorCode', is: 'error_code', by: '=' },
    { of: 'cause', is: 'cause', by: '=' },
    { of: 'dateFrom', is: 'date', by: '>=' },
    { of: 'receivedFrom', is: 'received', by: '>=' },
  ];

function addFilter(filter: OperationFilter, add: (sql: string, ...values: SqlParameter[]) => void): void {
  for (const { of, is, by } of COLUMNS) {
    const value = filter[of];
    if (value !== undefined) add(`t.${transferField(is)} ${by} ?`, value);
  }
  const { customer, dateTo, receivedTo } = filter;
  // The document's key of the customer, or the name that the hub shows.
  if (customer !== undefined) {
    add(`(t.${transferField('customer')} = ? OR t.${transferField('customer_name')} = ?)`, customer, customer);
  }
  if (dateTo !== undefined) add(`t.${transferField('date')} <= ?`, dateTo);
  // A day holds all of its times.
  if (receivedTo !== undefined) add(`SUBSTR(t.${transferField('received')}, 1, ${receivedTo.length}) <= ?`, receivedTo);
}
