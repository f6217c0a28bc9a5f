import { callerName } from '../netsuite/callers';
import { wholeText } from '../netsuite/longText';
import { userError } from '../netsuite/scriptErrors';
import { numberOf, selectRows, textOf } from '../netsuite/suiteQl';
import type { LookupParameters } from './lookup';
import { withEntry } from './policy/history';
import { TRANSFER_TYPE, transferColumns, transferField } from './store/columns';
import { giveLaneBack, laneIds, takeLane } from './store/lanes';
import { changeRecord } from './store/records';

/**
 * Answers DELETE: withdraws a document that is not transferred. The lane is taken for it, so that no run posts the
 * document at the same time. About 40 units.
 * @throws INVALID_REQUEST, NOT_FOUND, ALREADY_TRANSFERRED, TRANSFER_IN_PROGRESS
 */
export function withdraw(parameters: LookupParameters): unknown {
  const { connection, kind, id } = parameters;
  if (!connection || !kind || !id) throw userError('INVALID_REQUEST', 'Give connection, kind and id.');
  const found = newest(connection, kind, id);
  const lane = laneIds().get(found.lane);
  if (lane === undefined || !takeLane(lane, `withdrawal of transfer ${found.transfer}`, Date.now())) {
    throw userError('TRANSFER_IN_PROGRESS', `The ${kind} "${id}" may be in transfer just now: try again in a minute.`);
  }
  try {
    // Read again: it may have been transferred before the lane was taken.
    const { transfer, status, history } = newest(connection, kind, id);
    if (status === 'Transferred') {
      throw userError(
        'ALREADY_TRANSFERRED',
        `The ${kind} "${id}" is in NetSuite already (transfer ${transfer}): cancel it there, or send a credit.`,
      );
    }
    if (status !== 'Cancelled') {
      const entry = withEntry(history(), new Date().toISOString(), `RESTlet, ${callerName()}`, 'withdrawn');
      changeRecord(TRANSFER_TYPE, transfer, {
        [transferField('status')]: 'Cancelled',
        [transferField('reason')]: '',
        [transferField('error_code')]: '',
        [transferField('error_message')]: '',
        [transferField('remedy')]: '',
        [transferField('history')]: entry,
      });
    }
    return { outcome: 'withdrawn', transfer, status: 'Cancelled' };
  } finally {
    giveLaneBack(lane);
  }
}

function newest(connection: string, kind: string, id: string) {
  const [row] = selectRows(
    `SELECT t.id, ${transferColumns('t', ['status', 'lane', 'history'])} FROM ${TRANSFER_TYPE} t
     WHERE t.${transferField('connection')} = ? AND t.${transferField('kind')} = ? AND t.${transferField('platform_id')} = ?
       AND t.${transferField('direction')} = 'Inbound'
     ORDER BY t.id DESC FETCH FIRST 1 ROWS ONLY`,
    [connection, kind, id],
  );
  if (row === undefined) throw userError('NOT_FOUND', `Connection "${connection}" has sent no ${kind} "${id}".`);
  const transfer = numberOf(row, 'id') ?? 0;
  return {
    transfer,
    status: textOf(row, 'status'),
    lane: numberOf(row, 'lane') ?? -1,
    history: () => wholeText(textOf(row, 'history'), TRANSFER_TYPE, transfer, transferField('history')),
  };
}
