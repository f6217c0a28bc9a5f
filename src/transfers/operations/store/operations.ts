import * as record from 'N/record';
import { numberOf, placeholders, type SqlRow, selectRows, textOf } from '../../../netsuite/suiteQl';
import { changeRecord, createRecord } from '../../store/records';
import type { BulkOperation } from '../policy/operations';
import type { BoundSelection, Selection } from './matching';

/** The custom record type of operations on many transfers. */
export const OPERATION_TYPE = 'customrecord_obc_operation';

const field = (name: string): string => `custrecord_obc_op_${name}`;

/** An operation on many transfers, as it is stored. */
export interface StoredOperation extends BoundSelection {
  readonly id: number;
  /** `user 5`. */
  readonly by: string;
  readonly why: string;
  readonly status: 'Open' | 'Done';
  /** How many transfers matched when it was asked for. */
  readonly matched: number;
  readonly finished: string | null;
  readonly error: string | null;
}

/** Keeps an operation for the background: 6 units. Returns its internal id. */
export function storeOperation(operation: Omit<StoredOperation, 'id' | 'status' | 'finished' | 'error'>): number {
  return createRecord(OPERATION_TYPE, {
    [field('name')]: operation.operation,
    [field('selection')]: JSON.stringify(operation.selection),
    [field('highest')]: operation.highest,
    [field('matched')]: operation.matched,
    [field('by')]: operation.by,
    [field('why')]: operation.why,
    [field('status')]: 'Open',
    [field('requested')]: operation.requested,
  });
}

/** Operations that are not done, oldest first: 10 units and 2 for each. */
export function openOperations(): readonly StoredOperation[] {
  return select(`${field('status')} = 'Open'`, []);
}

/** Operations by internal id: 10 units and 2 for each. */
export function operationsById(ids: readonly number[]): readonly StoredOperation[] {
  return ids.length === 0 ? [] : select(`id IN (${placeholders(ids)})`, ids);
}

/** Nothing is left of it: 2 units. */
export function finishOperation(id: number, finished: string): void {
  changeRecord(OPERATION_TYPE, id, {
    [field('status')]: 'Done',
    [field('finished')]: finished,
    [field('error')]: '',
  });
}

/** Why a transfer of it could not be changed; it stays open: 2 units. */
export function noteOperationError(id: number, error: string): void {
  changeRecord(OPERATION_TYPE, id, { [field('error')]: error.slice(0, 4_000) });
}

const COLUMNS = ['name', 'highest', 'matched', 'by', 'why', 'status', 'requested', 'finished', 'error'];

/** Texts of a query end at 4,000 bytes, so the selection, which may be longer, is read from the record: 2 units each. */
function select(condition: string, parameters: readonly number[]): readonly StoredOperation[] {
  const rows = selectRows(
    `SELECT id, ${COLUMNS.map((name) => `${field(name)} AS operation_${name}`).join(', ')}
     FROM ${OPERATION_TYPE} WHERE ${condition} ORDER BY id`,
    parameters,
  );
  return rows.map(stored);
}

function stored(row: SqlRow): StoredOperation {
  const text = (name: string): string => textOf(row, `operation_${name}`);
  const id = numberOf(row, 'id') ?? 0;
  const selection = record.load({ type: OPERATION_TYPE, id }).getValue({ fieldId: field('selection') });
  return {
    id,
    operation: text('name') as BulkOperation,
    selection: JSON.parse(String(selection)) as Selection,
    highest: numberOf(row, 'operation_highest') ?? 0,
    matched: numberOf(row, 'operation_matched') ?? 0,
    by: text('by'),
    why: text('why'),
    status: text('status') === 'Done' ? 'Done' : 'Open',
    requested: text('requested'),
    finished: text('finished') || null,
    error: text('error') || null,
  };
}
