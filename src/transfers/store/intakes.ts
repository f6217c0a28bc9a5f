import * as record from 'N/record';
import { isChecked, numberOf, selectRows, textOf } from '../../netsuite/suiteQl';
import { CONNECTION_TYPE, connectionField } from '../../settings/fields';
import { INTAKE_TYPE } from './columns';
import type { NewTransfer } from './newTransfers';
import { changeRecord, createRecord } from './records';

const field = (name: string): string => `custrecord_obc_in_${name}`;

/** A long-text field holds 1,000,000 characters. */
const LONGEST_BODY = 1_000_000;

/** So many rows are stored by one reduce invocation: 6 units each of its 5,000. */
const MOST_ROWS = 250;

/** Rows that are to become transfers. Each intake is the work of one invocation. */
export interface Intake {
  readonly id: number;
  /** The first intake of the call, by which the caller knows all of them. */
  readonly call: number;
  readonly rows: readonly NewTransfer[];
}

/** How the intakes of a call stand. */
export interface IntakeState {
  readonly connection: string;
  readonly status: 'Received' | 'Stored';
  /** Documents, those that came inside of others included. */
  readonly documents: number;
  readonly received: string;
  readonly stored: string | null;
  readonly error: string | null;
}

/**
 * Keeps rows that are to become transfers: 6 units for each 250 rows or 1,000,000 characters.
 * @returns internal id of the first intake
 */
export function storeIntakes(connection: string, received: string, rows: readonly NewTransfer[]): number {
  let call: number | null = null;
  for (const body of bodiesOf(rows)) {
    const id = createRecord(INTAKE_TYPE, {
      [field('connection')]: connection,
      [field('status')]: 'Received',
      [field('documents')]: body.count,
      [field('body')]: body.text,
      [field('call')]: call,
      [field('received')]: received,
    });
    call = call ?? id;
  }
  if (call === null) throw new RangeError('An intake needs rows.');
  return call;
}

/** Rows as JSON, cut into what one intake holds. Pure. */
export function bodiesOf(rows: readonly NewTransfer[]): readonly { readonly text: string; readonly count: number }[] {
  const bodies: { text: string; count: number }[] = [];
  let members: string[] = [];
  let length = 2;
  const close = (): void => {
    if (members.length > 0) bodies.push({ text: `[${members.join(',')}]`, count: members.length });
    members = [];
    length = 2;
  };
  for (const row of rows) {
    const text = JSON.stringify(row);
    if (members.length === MOST_ROWS || length + text.length + 1 > LONGEST_BODY) close();
    members.push(text);
    length += text.length + 1;
  }
  close();
  return bodies;
}

/** Intakes whose rows are not transfers yet, oldest first: 10 units. */
export function openIntakes(): readonly number[] {
  return selectRows(`SELECT id FROM ${INTAKE_TYPE} WHERE ${field('status')} = 'Received' ORDER BY id`).map(
    (row) => numberOf(row, 'id') ?? 0,
  );
}

/** So many open intakes are read for one document: 2 units each, and up to 1,000,000 characters. */
const MOST_TO_READ = 50;

/**
 * The oldest open intake of a connection that may hold a document: 10 units, and 2 for each that is open. Where more of
 * them are open than are read, the first of those that were not.
 */
export function openIntakeWith(connection: string, kind: string, id: string): number | null {
  const open = selectRows(
    `SELECT id FROM ${INTAKE_TYPE} WHERE ${field('status')} = 'Received' AND ${field('connection')} = ? ORDER BY id`,
    [connection],
  ).map((row) => numberOf(row, 'id') ?? 0);
  const holds = (intake: number): boolean =>
    (loadIntake(intake)?.rows ?? []).some((row) => row.kind === kind && row.id === id);
  return open.slice(0, MOST_TO_READ).find(holds) ?? open[MOST_TO_READ] ?? null;
}

/** What is to be started when intakes have become transfers. */
export interface AfterIntakes {
  /** Whether a connection posts at once, and whether one waits for its schedule. */
  readonly hasImmediate: boolean;
  readonly hasScheduled: boolean;
  /** Whether more intakes have come meanwhile. */
  readonly hasOpenIntakes: boolean;
}

/** What is to be started after intakes were stored, all by one query: 10 units. */
export function whatFollowsIntakes(): AfterIntakes {
  const rows = selectRows(
    `SELECT c.${connectionField('scheduled')} AS scheduled, COUNT(i.id) AS intakes
     FROM ${CONNECTION_TYPE} c LEFT JOIN ${INTAKE_TYPE} i ON i.${field('status')} = 'Received'
     WHERE c.isinactive = 'F' GROUP BY c.${connectionField('scheduled')}`,
  );
  return {
    hasImmediate: rows.some((row) => !isChecked(row, 'scheduled')),
    hasScheduled: rows.some((row) => isChecked(row, 'scheduled')),
    hasOpenIntakes: rows.some((row) => (numberOf(row, 'intakes') ?? 0) > 0),
  };
}

/** Reads an intake with its rows: 2 units. Null where they are transfers already. */
export function loadIntake(id: number): Intake | null {
  const row = record.load({ type: INTAKE_TYPE, id });
  const text = (name: string): string => String(row.getValue({ fieldId: field(name) }) ?? '');
  if (text('status') !== 'Received') return null;
  return { id, call: text('call') === '' ? id : Number(text('call')), rows: JSON.parse(text('body')) };
}

/** All rows are transfers; the body, which they hold now, is dropped: 2 units. */
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

/** How the intakes of a call stand together: 10 units; null where there are none. */
export function intakeState(call: number): IntakeState | null {
  const columns = ['connection', 'status', 'documents', 'received', 'stored', 'error'];
  const rows = selectRows(
    `SELECT id, ${columns.map((name) => `${field(name)} AS intake_${name}`).join(', ')}
     FROM ${INTAKE_TYPE} WHERE id = ? OR ${field('call')} = ? ORDER BY id`,
    [call, call],
  );
  const [first] = rows;
  if (first === undefined) return null;
  const isStored = rows.every((row) => textOf(row, 'intake_status') === 'Stored');
  const stored = rows.map((row) => textOf(row, 'intake_stored')).sort();
  return {
    connection: textOf(first, 'intake_connection'),
    status: isStored ? 'Stored' : 'Received',
    documents: rows.reduce((sum, row) => sum + (numberOf(row, 'intake_documents') ?? 0), 0),
    received: textOf(first, 'intake_received'),
    stored: isStored ? (stored[stored.length - 1] ?? null) : null,
    error: rows.map((row) => textOf(row, 'intake_error')).find((error) => error !== '') ?? null,
  };
}
