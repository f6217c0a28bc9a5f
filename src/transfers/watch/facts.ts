import { numberOf, placeholders, type SqlRow, selectRows, textOf } from '../../netsuite/suiteQl';
import { INTAKE_TYPE, TRANSFER_TYPE, transferColumns, transferField } from '../store/columns';
import { readyCondition } from '../store/readySql';

/** How many transfers of a connection stand somewhere. */
export interface TransferCount {
  readonly direction: string;
  readonly kind: string;
  readonly status: string;
  /** Empty where the status has none. */
  readonly reason: string;
  readonly transfers: number;
}

/** Transfers that need somebody for the same reason. */
export interface StuckGroup {
  readonly reason: string;
  readonly code: string;
  readonly remedy: string;
  readonly transfers: number;
  /** UTC time at which the oldest of them was received. */
  readonly oldest: string;
  /** One of them, to look at. */
  readonly example: { readonly transfer: number; readonly kind: string; readonly number: string };
}

/** What came, and what was transferred, since a time: 20 units. */
export function countsSince(
  connection: string,
  since: string,
): { readonly received: readonly TransferCount[]; readonly transferred: readonly TransferCount[] } {
  return {
    received: counts(`t.${transferField('connection')} = ? AND t.${transferField('received')} >= ?`, connection, since),
    transferred: counts(
      `t.${transferField('connection')} = ? AND t.${transferField('status')} = 'Transferred' AND t.${transferField('transferred')} >= ?`,
      connection,
      since,
    ),
  };
}

function counts(condition: string, ...parameters: readonly string[]): readonly TransferCount[] {
  const columns = (['direction', 'kind', 'status', 'reason'] as const).map((name) => `t.${transferField(name)}`);
  return selectRows(
    `SELECT ${columns[0]} AS direction, ${columns[1]} AS kind, ${columns[2]} AS status, ${columns[3]} AS reason,
       COUNT(*) AS transfers
     FROM ${TRANSFER_TYPE} t WHERE ${condition} GROUP BY ${columns.join(', ')} ORDER BY ${columns.join(', ')}`,
    parameters,
  ).map((row) => ({
    direction: textOf(row, 'direction'),
    kind: textOf(row, 'kind'),
    status: textOf(row, 'status'),
    reason: textOf(row, 'reason'),
    transfers: numberOf(row, 'transfers') ?? 0,
  }));
}

/** What is not transferred, by reason and error, the most frequent first: 20 units. */
export function stuckGroups(connection: string): readonly StuckGroup[] {
  const columns = (['reason', 'error_code', 'remedy'] as const).map((name) => `t.${transferField(name)}`);
  const groups = selectRows(
    `SELECT ${columns[0]} AS reason, ${columns[1]} AS error_code, ${columns[2]} AS remedy, COUNT(*) AS transfers,
       MIN(t.${transferField('received')}) AS oldest, MIN(t.id) AS example
     FROM ${TRANSFER_TYPE} t
     WHERE t.${transferField('connection')} = ? AND t.${transferField('status')} = 'Not Transferred'
     GROUP BY ${columns.join(', ')} ORDER BY COUNT(*) DESC, MIN(t.id) FETCH FIRST ${MOST_GROUPS} ROWS ONLY`,
    [connection],
  );
  const examples = examplesOf(groups.map((row) => numberOf(row, 'example') ?? 0));
  return groups.map((row) => {
    const transfer = numberOf(row, 'example') ?? 0;
    const example = examples.get(transfer);
    return {
      reason: textOf(row, 'reason'),
      code: textOf(row, 'error_code'),
      remedy: textOf(row, 'remedy'),
      transfers: numberOf(row, 'transfers') ?? 0,
      oldest: textOf(row, 'oldest'),
      example: {
        transfer,
        kind: example === undefined ? '' : textOf(example, 'kind'),
        number: example === undefined ? '' : textOf(example, 'document_number'),
      },
    };
  });
}

/** A mail names so many groups; the hub has all. */
const MOST_GROUPS = 20;

function examplesOf(ids: readonly number[]): ReadonlyMap<number, SqlRow> {
  if (ids.length === 0) return new Map();
  const rows = selectRows(
    `SELECT t.id, ${transferColumns('t', ['kind', 'number'])} FROM ${TRANSFER_TYPE} t
     WHERE t.id IN (${placeholders(ids)})`,
    ids,
  );
  return new Map(rows.map((row) => [numberOf(row, 'id') ?? 0, row]));
}

/** What could be worked on now and is not, of a connection. */
export interface ReadyWork {
  /** Documents that are ready to be posted, and calls whose documents are not transfers yet. */
  readonly transfers: number;
  readonly intakes: number;
  /** UTC time of the last attempt at any document of the connection; empty where there was none. */
  readonly lastAttempt: string;
}

/** How much is ready by connection, and when each connection's documents were last tried: 20 to 30 units. */
export function readyWork(now: string): ReadonlyMap<string, ReadyWork> {
  const connection = `t.${transferField('connection')}`;
  const ready = selectRows(
    `SELECT ${connection} AS connection_key, COUNT(*) AS transfers FROM ${TRANSFER_TYPE} t
     WHERE ${readyCondition(true)} GROUP BY ${connection}`,
    [now],
  );
  const intakes = selectRows(
    `SELECT custrecord_obc_in_connection AS connection_key, COUNT(*) AS intakes FROM ${INTAKE_TYPE}
     WHERE custrecord_obc_in_status = 'Received' GROUP BY custrecord_obc_in_connection`,
  );
  const keys = new Set([...ready, ...intakes].map((row) => textOf(row, 'connection_key')));
  if (keys.size === 0) return new Map();
  const attempts = selectRows(
    `SELECT ${connection} AS connection_key, MAX(t.${transferField('started')}) AS last_attempt
     FROM ${TRANSFER_TYPE} t GROUP BY ${connection}`,
  );
  const rowOf = (rows: readonly SqlRow[], key: string): SqlRow | undefined =>
    rows.find((row) => textOf(row, 'connection_key') === key);
  return new Map(
    Array.from(keys, (key): [string, ReadyWork] => [
      key,
      {
        transfers: numberOf(rowOf(ready, key) ?? {}, 'transfers') ?? 0,
        intakes: numberOf(rowOf(intakes, key) ?? {}, 'intakes') ?? 0,
        lastAttempt: textOf(rowOf(attempts, key) ?? {}, 'last_attempt'),
      },
    ]),
  );
}
