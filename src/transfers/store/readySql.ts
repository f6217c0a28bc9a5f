import { placeholders } from '../../netsuite/suiteQl';
import { CONNECTION_TYPE, connectionField } from '../../settings/fields';
import { transferField as field, TRANSFER_TYPE } from './columns';
import { causeSql } from './heldCauses';

/**
 * The condition under which a transfer `t` is ready to be posted: queued; or its time to try again has come; or what it
 * waits for is transferred, or what it needed is there, so that nothing has to wake it. Paused connections have none ready, and those that process
 * in scheduled mode only where a schedule asks.
 * @param gone causes of Action Needed that are gone, as `goneCauses` finds them
 * @returns SQL whose parameters are the time now in ISO 8601, UTC, and the causes
 */
export function readyCondition(withScheduledMode: boolean, gone: readonly string[] = []): string {
  const paused = `p.${connectionField('paused')} = 'T'`;
  const excluded = withScheduledMode ? paused : `(${paused} OR p.${connectionField('scheduled')} = 'T')`;
  // The reasons stand by themselves too, so that what people hold, and errors that nobody has remedied, need not be read.
  const reasons = ['Queued', 'Will Retry', 'Waiting', ...(gone.length === 0 ? [] : ['Action Needed'])];
  return `t.${field('status')} = 'Not Transferred' AND t.${field('direction')} = 'Inbound'
    AND t.${field('reason')} IN (${reasons.map((reason) => `'${reason}'`).join(', ')})
    AND (t.${field('reason')} = 'Queued'
      OR (t.${field('reason')} = 'Will Retry' AND t.${field('next_attempt')} <= ?)
      OR (t.${field('reason')} = 'Waiting' AND EXISTS (
        SELECT 1 FROM ${TRANSFER_TYPE} w
        WHERE w.${field('connection')} = t.${field('connection')} AND w.${field('direction')} = 'Inbound'
          AND w.${field('kind')} = t.${field('waits_for_kind')} AND w.${field('platform_id')} = t.${field('waits_for_id')}
          AND w.${field('status')} = 'Transferred'))${orGone(gone)})
    AND t.${field('connection')} NOT IN (
      SELECT p.${connectionField('key')} FROM ${CONNECTION_TYPE} p WHERE ${excluded})`;
}

function orGone(gone: readonly string[]): string {
  return gone.length === 0
    ? ''
    : `
      OR (t.${field('reason')} = 'Action Needed' AND ${causeSql()} IN (${placeholders(gone)}))`;
}
