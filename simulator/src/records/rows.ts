import { NetSuiteError } from '../kernel/errors';
import { insertValues } from '../store/insert';
import { quoted } from '../store/schema/table';
import { nextNumber } from '../store/sequence';
import type { Row, SqlValue } from '../store/store';
import type { RecordData } from './data';
import { emptyRecord, type RecordContext, type RecordType } from './recordType';
import { fromColumn, toColumn } from './values/columns';

/** Names of the columns in which a table keeps when and by whom a row was made and changed. */
interface Stamps {
  readonly created: string | null;
  readonly modified: string | null;
  readonly modifiedBy: string | null;
  readonly createdBy: string | null;
}

function stampsOf(type: RecordType): Stamps {
  if (type.group === 'customrecord' || type.group === 'customlist') {
    return { created: 'created', modified: 'lastmodified', modifiedBy: 'lastmodifiedby', createdBy: 'owner' };
  }
  if (type.group === 'transaction') {
    return {
      created: 'createddate',
      modified: 'lastmodifieddate',
      modifiedBy: 'lastmodifiedby',
      createdBy: 'createdby',
    };
  }
  const created = type.group === 'entity' ? 'datecreated' : type.group === 'item' ? 'createddate' : null;
  return { created, modified: UNDATED.has(type.table) ? null : 'lastmodifieddate', modifiedBy: null, createdBy: null };
}

const UNDATED = new Set(['term', 'taxschedule']);

/** `That record does not exist.` for a record of a type and id (section_N3539978). */
export function noSuchRecord(type: string, id: string): NetSuiteError {
  return new NetSuiteError('RCRD_DSNT_EXIST', `That record does not exist. ${type}, id ${id}`);
}

/** The record as it stands in the store, in standard mode. Throws RCRD_DSNT_EXIST. */
export function readRecord(context: RecordContext, type: RecordType, id: string): RecordData {
  const row = readRow(context, type, id);
  if (row === null) throw noSuchRecord(type.id, id);
  const data = emptyRecord(type.id, false);
  data.id = String(row.id);
  data.version = Number(row.recordversion ?? 0);
  for (const field of context.definition.fields.values()) {
    data.fields[field.id] = field.column === undefined ? null : fromColumn(field, row[field.column]);
  }
  for (const sublist of context.definition.sublists.keys()) data.sublists[sublist] = [];
  type.readDetails?.(context, data, Number(row.id));
  return data;
}

function readRow(context: RecordContext, type: RecordType, id: string): Row | null {
  if (!/^-?\d+$/.test(id)) return null;
  const condition = type.where ? ` AND ${type.where}` : '';
  return context.account.store.get(`SELECT * FROM ${quoted(type.table)} WHERE id = ?${condition}`, [Number(id)]);
}

/** Version of a record in the store, null where it is gone. */
export function storedVersion(context: RecordContext, type: RecordType, id: string): number | null {
  const row = context.account.store.get<{ recordversion: number | null }>(
    `SELECT recordversion FROM ${quoted(type.table)} WHERE id = ?`,
    [Number(id)],
  );
  return row === null ? null : Number(row.recordversion ?? 0);
}

/** Writes the record's own row; the version grows by one. Returns the internal id. */
export function writeRow(
  context: RecordContext,
  type: RecordType,
  data: RecordData,
  stored: RecordData | null,
): number {
  const { account, caller } = context;
  const now = new Date(account.clock.now()).toISOString();
  const stamps = stampsOf(type);
  const user = /^-?\d+$/.test(caller.user.id) ? Number(caller.user.id) : null;
  const columns = new Map<string, SqlValue>();
  for (const field of context.definition.fields.values()) {
    if (field.column !== undefined) columns.set(field.column, toColumn(field, data.fields[field.id]));
  }
  for (const [column, value] of Object.entries(type.rowExtras?.(context, data, stored) ?? {})) {
    columns.set(column, value);
  }
  if (stamps.modified) columns.set(stamps.modified, now);
  if (stamps.modifiedBy) columns.set(stamps.modifiedBy, user);
  columns.set('recordversion', (stored?.version ?? 0) + 1);
  if (stored?.id) {
    for (const column of [stamps.created, stamps.createdBy]) if (column) columns.delete(column);
    const assignments = [...columns.keys()].map((column) => `${quoted(column)} = ?`).join(', ');
    account.store.run(`UPDATE ${quoted(type.table)} SET ${assignments} WHERE id = ?`, [
      ...columns.values(),
      Number(stored.id),
    ]);
    return Number(stored.id);
  }
  if (stamps.created) columns.set(stamps.created, now);
  if (stamps.createdBy) columns.set(stamps.createdBy, user);
  if (type.group === 'entity') columns.set('id', nextNumber(account.store, 'entity'));
  return insertValues(account.store, type.table, [...columns.keys()], [...columns.values()]);
}
