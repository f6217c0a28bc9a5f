import * as record from 'N/record';
import { numberOf, selectRows, textOf } from '../../netsuite/suiteQl';
import { INTAKE_TYPE } from './columns';
import { readPayloadFile, storePayload } from './payloads';
import { changeRecord, createRecord } from './records';

const field = (name: string): string => `custrecord_obc_in_${name}`;

/** A document of an intake, as it was sent. */
export interface IntakeDocument {
  readonly kind: string;
  readonly data: unknown;
}

export interface Intake {
  readonly id: number;
  readonly connection: string;
  readonly received: string;
  readonly documents: readonly IntakeDocument[];
}

/** How an intake stands, without its documents. */
export interface IntakeState {
  readonly id: number;
  readonly connection: string;
  readonly status: 'Received' | 'Stored';
  readonly documents: number;
  readonly received: string;
  readonly stored: string | null;
  readonly error: string | null;
}

/** Stores documents that are to become transfers: 6 units, 26 and more where they need a file. */
export function storeIntake(
  connection: string,
  documents: readonly IntakeDocument[],
  received: string,
  name: string,
): number {
  const body = storePayload(JSON.stringify(documents), name);
  return createRecord(INTAKE_TYPE, {
    [field('connection')]: connection,
    [field('status')]: 'Received',
    [field('documents')]: documents.length,
    [field('body')]: body.text,
    [field('file')]: body.file,
    [field('received')]: received,
  });
}

/** Intakes whose documents are not transfers yet, oldest first: 10 units. */
export function openIntakes(most: number): readonly number[] {
  const rows = selectRows(
    `SELECT id FROM ${INTAKE_TYPE} WHERE ${field('status')} = 'Received' ORDER BY id FETCH FIRST ${most} ROWS ONLY`,
  );
  return rows.map((row) => numberOf(row, 'id') ?? 0);
}

/** Reads an intake with its documents: 2 units, 12 where they are in a file. */
export function loadIntake(id: number): Intake {
  const row = record.load({ type: INTAKE_TYPE, id });
  const text = (name: string): string => String(row.getValue({ fieldId: field(name) }) ?? '');
  const body = text('file') === '' ? text('body') : readPayloadFile(Number(text('file')));
  return {
    id,
    connection: text('connection'),
    received: text('received'),
    documents: JSON.parse(body) as readonly IntakeDocument[],
  };
}

/** All documents are transfers; the body, which they hold now, is dropped: 2 units. */
export function finishIntake(id: number, stored: string): void {
  changeRecord(INTAKE_TYPE, id, {
    [field('status')]: 'Stored',
    [field('stored')]: stored,
    [field('body')]: '',
    [field('error')]: '',
  });
}

/** Why the last attempt to make transfers of it failed; it stays open: 2 units. */
export function noteIntakeError(id: number, error: string): void {
  changeRecord(INTAKE_TYPE, id, { [field('error')]: error.slice(0, 4_000) });
}

/** How an intake stands: 10 units; null where there is none. */
export function intakeState(id: number): IntakeState | null {
  const columns = ['connection', 'status', 'documents', 'received', 'stored', 'error'];
  const [row] = selectRows(
    `SELECT id, ${columns.map((name) => `${field(name)} AS intake_${name}`).join(', ')} FROM ${INTAKE_TYPE} WHERE id = ?`,
    [id],
  );
  if (row === undefined) return null;
  return {
    id,
    connection: textOf(row, 'intake_connection'),
    status: textOf(row, 'intake_status') === 'Stored' ? 'Stored' : 'Received',
    documents: numberOf(row, 'intake_documents') ?? 0,
    received: textOf(row, 'intake_received'),
    stored: textOf(row, 'intake_stored') || null,
    error: textOf(row, 'intake_error') || null,
  };
}
