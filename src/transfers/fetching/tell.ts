import type { DocumentReference } from '../../documents/document';
import type { Budget } from '../../netsuite/budget';
import { wholeText } from '../../netsuite/longText';
import { numberOf, placeholders, selectRows, textOf } from '../../netsuite/suiteQl';
import { withEntry } from '../policy/history';
import { LANE_LEASE } from '../policy/lanes';
import type { TransferError } from '../policy/states';
import { type LaneKey, withLanes } from '../runs/lanes';
import { transferField as field, LANE_TYPE, TRANSFER_TYPE } from '../store/columns';
import type { MissingDocument } from '../store/missing';
import { changeRecord } from '../store/records';

/** A long text area holds so many characters. */
const LONG_TEXT = 4_000;

/** So many of those that wait for one document are told at a time; the others when it is asked for again. */
const MOST_ROWS = 200;

/** Units for one row and the way out. */
const UNITS_FOR_ROW = 80;

/**
 * Lets the transfers that wait for a document say how it stands with it, those that do not say so yet. Lanes that others
 * hold are left out: theirs are told when the document is asked for again. 10 units; 10 more, 8 a lane and 2 a transfer
 * where there is something to say.
 */
export function tellWaiting(document: MissingDocument, error: TransferError, claimant: string, budget: Budget): void {
  const lanes = lanesToTell(document, error);
  if (lanes.length === 0) return;
  const tell = (taken: readonly number[]): void => {
    for (const row of rowsToTell(document, error, taken)) {
      if (!budget.allows(UNITS_FOR_ROW)) return;
      const id = numberOf(row, 'id') ?? 0;
      const history = wholeText(textOf(row, 'history'), TRANSFER_TYPE, id, field('history'));
      changeRecord(TRANSFER_TYPE, id, {
        [field('error_code')]: error.code.slice(0, 300),
        [field('error_message')]: error.message.slice(0, LONG_TEXT),
        [field('remedy')]: error.remedy.slice(0, LONG_TEXT),
        [field('history')]: withEntry(
          history,
          new Date().toISOString(),
          'connector',
          `${error.code}: ${error.message}`,
        ),
      });
    }
  };
  withLanes(lanes, { claimant, lease: LANE_LEASE }, tell);
}

function lanesToTell(document: DocumentReference & { readonly connection: string }, error: TransferError) {
  return selectRows(
    `SELECT DISTINCT l.id, l.custrecord_obc_lane_number AS lane_number
     FROM ${TRANSFER_TYPE} t INNER JOIN ${LANE_TYPE} l ON l.custrecord_obc_lane_number = t.${field('lane')}
     WHERE ${TO_TELL} ORDER BY l.id`,
    parametersOf(document, error),
  ).map((row): LaneKey => ({ id: numberOf(row, 'id') ?? 0, number: numberOf(row, 'lane_number') ?? 0 }));
}

function rowsToTell(document: MissingDocument, error: TransferError, lanes: readonly number[]) {
  return selectRows(
    `SELECT t.id, t.${field('history')} AS history FROM ${TRANSFER_TYPE} t
     WHERE ${TO_TELL} AND t.${field('lane')} IN (${placeholders(lanes)})
     ORDER BY t.id FETCH FIRST ${MOST_ROWS} ROWS ONLY`,
    [...parametersOf(document, error), ...lanes],
  );
}

const TO_TELL = `t.${field('status')} = 'Not Transferred' AND t.${field('direction')} = 'Inbound'
  AND t.${field('reason')} = 'Waiting' AND t.${field('connection')} = ?
  AND t.${field('waits_for_kind')} = ? AND t.${field('waits_for_id')} = ?
  AND (t.${field('error_code')} IS NULL OR t.${field('error_code')} <> ?)`;

function parametersOf(
  { connection, kind, id }: DocumentReference & { readonly connection: string },
  error: TransferError,
) {
  return [connection, kind, id, error.code.slice(0, 300)];
}
