import type { DocumentKind } from '../../documents/document';
import { wholeText } from '../../netsuite/longText';
import { numberOf, placeholders, type SqlRow, selectRows, textOf } from '../../netsuite/suiteQl';
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
  /** JSON text. Reading one that a query cuts costs 2 units, one that is in a file 10. */
  payload(): string;
  /** Reading one that a query cuts costs 2 units. */
  history(): string;
}

export interface LaneWithWork {
  /** Internal id of the lane. */
  readonly id: number;
  readonly number: number;
  /** How many of its transfers are ready. */
  readonly ready: number;
  /** Whether items are among them, for which documents in other lanes may wait. */
  readonly hasItems: boolean;
}

/** The lanes that have ready transfers and that nobody but the claimant holds: 10 units. */
export function lanesWithWork(withScheduledMode: boolean, claimant: string, now: string): readonly LaneWithWork[] {
  const lane = (name: string): string => `l.custrecord_obc_lane_${name}`;
  return selectRows(
    `SELECT l.id, ${lane('number')} AS lane_number, COUNT(*) AS transfers,
       MIN(t.${transferField('rank')}) AS lowest_rank
     FROM ${TRANSFER_TYPE} t INNER JOIN ${LANE_TYPE} l ON ${lane('number')} = t.${transferField('lane')}
     WHERE ${readyCondition(withScheduledMode)}
       AND (${lane('holder')} IS NULL OR ${lane('holder')} = ? OR ${lane('until')} <= ?)
     GROUP BY l.id, ${lane('number')} ORDER BY l.id`,
    [now, claimant, now],
  ).map((row) => ({
    id: numberOf(row, 'id') ?? 0,
    number: numberOf(row, 'lane_number') ?? 0,
    ready: numberOf(row, 'transfers') ?? 0,
    hasItems: numberOf(row, 'lowest_rank') === 1,
  }));
}

/** The next ready transfers of lanes, in the order in which they are posted: 10 units. Numbers compare as numbers. */
export function readyTransfers(
  lanes: readonly number[],
  withScheduledMode: boolean,
  most: number,
  now: string,
): readonly ReadyTransfer[] {
  return selectRows(
    `SELECT t.id, ${transferColumns('t', ['connection', 'kind', 'source_kind', 'platform_id', 'version', 'attempts', 'payload', 'payload_file', 'history'])}
     FROM ${TRANSFER_TYPE} t
     WHERE t.${transferField('lane')} IN (${placeholders(lanes)}) AND ${readyCondition(withScheduledMode)}
     ORDER BY t.${transferField('rank')}, t.${transferField('date')}, t.id
     FETCH FIRST ${most} ROWS ONLY`,
    [...lanes, now],
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
    payload: () =>
      file === null
        ? wholeText(textOf(row, 'payload'), TRANSFER_TYPE, id, transferField('payload'))
        : readPayloadFile(file),
    history: () => wholeText(textOf(row, 'history'), TRANSFER_TYPE, id, transferField('history')),
  };
}
