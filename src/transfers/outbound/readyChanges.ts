import type { DocumentKind } from '../../documents/document';
import { wholeText } from '../../netsuite/longText';
import { numberOf, placeholders, type SqlParameter, type SqlRow, selectRows, textOf } from '../../netsuite/suiteQl';
import type { LaneKey } from '../runs/lanes';
import { transferField as field, LANE_TYPE, TRANSFER_TYPE, transferColumns } from '../store/columns';
import { isBeingPostedSql, type SentDocument } from './recordTransfers';
import type { Sender } from './senders';

/** A change that is ready to be sent. */
export interface ReadyChange extends SentDocument {
  readonly id: number;
  /** See `rowKey`. */
  readonly key: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly record: { readonly type: string; readonly id: string };
  /** Attempts so far. */
  readonly attempts: number;
  /** Fingerprint of what is sent. */
  readonly baseline: string;
  /** JSON text. Reading one that a query cuts costs 2 units. */
  payload(): string;
  /** Reading one that a query cuts costs 2 units. */
  history(): string;
}

/** A lane with how many changes are ready in it. */
export interface LaneToSend extends LaneKey {
  readonly ready: number;
}

/** The lanes that have changes to send and that nobody but the claimant holds: 10 units. */
export function lanesToSend(
  senders: ReadonlyMap<string, Sender>,
  claimant: string,
  now: string,
): readonly LaneToSend[] {
  const lane = (name: string): string => `l.custrecord_obc_lane_${name}`;
  const ready = readyCondition(senders, now);
  return selectRows(
    `SELECT l.id, ${lane('number')} AS lane_number, COUNT(*) AS changes
     FROM ${TRANSFER_TYPE} t INNER JOIN ${LANE_TYPE} l ON ${lane('number')} = t.${field('lane')}
     WHERE ${ready.sql} AND (${lane('holder')} IS NULL OR ${lane('holder')} = ? OR ${lane('until')} <= ?)
     GROUP BY l.id, ${lane('number')} ORDER BY l.id`,
    [...ready.parameters, claimant, now],
  ).map((row) => ({
    id: numberOf(row, 'id') ?? 0,
    number: numberOf(row, 'lane_number') ?? 0,
    ready: numberOf(row, 'changes') ?? 0,
  }));
}

/** The next ready changes of lanes, in the order in which they were noticed: 10 units. */
export function readyChanges(
  lanes: readonly number[],
  senders: ReadonlyMap<string, Sender>,
  most: number,
  now: string,
): readonly ReadyChange[] {
  const ready = readyCondition(senders, now);
  return selectRows(
    `SELECT t.id, t.externalid, ${transferColumns('t', ['connection', 'kind', 'platform_id', 'number', 'record_type', 'record_id', 'attempts', 'baseline', 'payload', 'history'])}
     FROM ${TRANSFER_TYPE} t
     WHERE t.${field('lane')} IN (${placeholders(lanes)}) AND ${ready.sql}
     ORDER BY t.id FETCH FIRST ${most} ROWS ONLY`,
    [...lanes, ...ready.parameters],
  ).map(readyChange);
}

/**
 * The condition under which an outbound transfer `t` is ready: queued, or its time to try again has come; its connection
 * may send; and no version of the platform's own waits to be posted, which would be written over the change.
 */
function readyCondition(
  senders: ReadonlyMap<string, Sender>,
  now: string,
): { readonly sql: string; readonly parameters: readonly SqlParameter[] } {
  const each = Array.from(senders.values(), ({ settings, kinds }) => ({ key: settings.key, kinds }));
  const senderSql = each.map(
    ({ kinds }) => `(t.${field('connection')} = ? AND t.${field('kind')} IN (${placeholders(kinds)}))`,
  );
  return {
    sql: `t.${field('direction')} = 'Outbound' AND t.${field('status')} = 'Not Transferred'
      AND (t.${field('reason')} = 'Queued' OR (t.${field('reason')} = 'Will Retry' AND t.${field('next_attempt')} <= ?))
      AND (${senderSql.join(' OR ')})
      AND NOT EXISTS (
        SELECT 1 FROM ${TRANSFER_TYPE} i
        WHERE i.${field('connection')} = t.${field('connection')} AND i.${field('direction')} = 'Inbound'
          AND i.${field('kind')} = t.${field('kind')} AND i.${field('platform_id')} = t.${field('platform_id')}
          AND ${isBeingPostedSql('i')})`,
    parameters: [now, ...each.flatMap(({ key, kinds }) => [key, ...kinds])],
  };
}

function readyChange(row: SqlRow): ReadyChange {
  const id = numberOf(row, 'id') ?? 0;
  const long = (name: 'payload' | 'history'): string => wholeText(textOf(row, name), TRANSFER_TYPE, id, field(name));
  return {
    id,
    key: textOf(row, 'externalid'),
    connection: textOf(row, 'connection'),
    kind: textOf(row, 'kind') as DocumentKind,
    platformId: textOf(row, 'platform_id'),
    number: textOf(row, 'document_number'),
    record: { type: textOf(row, 'record_type'), id: textOf(row, 'record_id') },
    attempts: numberOf(row, 'attempts') ?? 0,
    baseline: textOf(row, 'baseline'),
    payload: () => long('payload'),
    history: () => long('history'),
  };
}
