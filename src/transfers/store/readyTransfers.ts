import type { DocumentKind } from '../../documents/document';
import { wholeText } from '../../netsuite/longText';
import { numberOf, placeholders, type SqlRow, selectRows, textOf } from '../../netsuite/suiteQl';
import type { ConnectedLane } from '../policy/allotments';
import { LANE_TYPE, TRANSFER_TYPE, transferColumns, transferField } from './columns';
import { readPayloadFile } from './payloads';
import { readyCondition } from './readySql';

/** A transfer that is ready to be posted. */
export interface ReadyTransfer {
  readonly id: number;
  readonly connection: string;
  readonly kind: DocumentKind;
  readonly sourceKind: string;
  readonly platformId: string;
  readonly version: string;
  /** Attempts so far. */
  readonly attempts: number;
  /** What held it before this attempt, as `causeText` says it; empty for nothing. */
  readonly cause: string;
  /** JSON text. Reading one that a query cuts costs 2 units, one that is in a file 10. */
  payload(): string;
  /** Reading one that a query cuts costs 2 units. */
  history(): string;
}

export interface LaneWithWork extends ConnectedLane {
  /** Internal id of the lane. */
  readonly id: number;
  readonly number: number;
}

/**
 * The lanes that have ready transfers and that nobody but the claimant holds: 10 units.
 * @param gone causes that are gone: what they held is ready
 */
export function lanesWithWork(
  withScheduledMode: boolean,
  claimant: string,
  now: string,
  gone: readonly string[] = [],
): readonly LaneWithWork[] {
  const lane = (name: string): string => `l.custrecord_obc_lane_${name}`;
  const rows = selectRows(
    `SELECT l.id, ${lane('number')} AS lane_number, t.${transferField('connection')} AS connection,
       COUNT(*) AS transfers, MIN(t.id) AS oldest, MIN(t.${transferField('rank')}) AS lowest_rank
     FROM ${TRANSFER_TYPE} t INNER JOIN ${LANE_TYPE} l ON ${lane('number')} = t.${transferField('lane')}
     WHERE ${readyCondition(withScheduledMode, gone)}
       AND (${lane('holder')} IS NULL OR ${lane('holder')} = ? OR ${lane('until')} <= ?)
     GROUP BY l.id, ${lane('number')}, t.${transferField('connection')} ORDER BY l.id`,
    [now, ...gone, claimant, now],
  );
  const lanes = new Map<number, LaneWithWork>();
  for (const row of rows) {
    const id = numberOf(row, 'id') ?? 0;
    const ready = numberOf(row, 'transfers') ?? 0;
    const oldest = numberOf(row, 'oldest') ?? 0;
    const known = lanes.get(id);
    lanes.set(id, {
      id,
      number: numberOf(row, 'lane_number') ?? 0,
      ready: ready + (known?.ready ?? 0),
      hasItems: numberOf(row, 'lowest_rank') === 1 || known?.hasItems === true,
      oldest: Math.min(oldest, known?.oldest ?? oldest),
      readyOf: { ...known?.readyOf, [textOf(row, 'connection')]: ready },
    });
  }
  return [...lanes.values()];
}

/**
 * The next ready transfers of lanes, in the order in which they are posted: 10 units. Numbers compare as numbers.
 * @param without connections whose transfers are left out
 * @param gone causes that are gone: what they held is ready
 */
export function readyTransfers(
  lanes: readonly number[],
  withScheduledMode: boolean,
  without: readonly string[],
  most: number,
  now: string,
  gone: readonly string[] = [],
): readonly ReadyTransfer[] {
  return selectRows(
    `SELECT t.id, ${transferColumns('t', ['connection', 'kind', 'source_kind', 'platform_id', 'version', 'attempts', 'cause', 'payload', 'payload_file', 'history'])}
     FROM ${TRANSFER_TYPE} t
     WHERE t.${transferField('lane')} IN (${placeholders(lanes)}) AND ${readyCondition(withScheduledMode, gone)}
       ${without.length === 0 ? '' : `AND t.${transferField('connection')} NOT IN (${placeholders(without)})`}
     ORDER BY t.${transferField('rank')}, t.${transferField('date')}, t.id
     FETCH FIRST ${most} ROWS ONLY`,
    [...lanes, now, ...gone, ...without],
  ).map(readyTransfer);
}

function readyTransfer(row: SqlRow): ReadyTransfer {
  const id = numberOf(row, 'id') ?? 0;
  const file = numberOf(row, 'payload_file');
  return {
    id,
    connection: textOf(row, 'connection'),
    kind: textOf(row, 'kind') as DocumentKind,
    sourceKind: textOf(row, 'source_kind'),
    platformId: textOf(row, 'platform_id'),
    version: textOf(row, 'version'),
    attempts: numberOf(row, 'attempts') ?? 0,
    cause: textOf(row, 'cause'),
    payload: () =>
      file === null
        ? wholeText(textOf(row, 'payload'), TRANSFER_TYPE, id, transferField('payload'))
        : readPayloadFile(file),
    history: () => wholeText(textOf(row, 'history'), TRANSFER_TYPE, id, transferField('history')),
  };
}
