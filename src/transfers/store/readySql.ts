import { CONNECTION_TYPE, connectionField } from '../../settings/fields';
import { transferField as field, TRANSFER_TYPE } from './columns';

/**
 * The condition under which a transfer `t` is ready to be posted: queued; or its time to try again has come; or what it
 * waits for is transferred, so that nothing has to wake it. Paused connections have none ready, and those that process
 * in scheduled mode only where a schedule asks.
 * @returns SQL with one parameter, the time now in ISO 8601, UTC
 */
export function readyCondition(withScheduledMode: boolean): string {
  const paused = `p.${connectionField('paused')} = 'T'`;
  const excluded = withScheduledMode ? paused : `(${paused} OR p.${connectionField('scheduled')} = 'T')`;
  return `t.${field('status')} = 'Not Transferred' AND t.${field('direction')} = 'Inbound'
    AND (t.${field('reason')} = 'Queued'
      OR (t.${field('reason')} = 'Will Retry' AND t.${field('next_attempt')} <= ?)
      OR (t.${field('reason')} = 'Waiting' AND EXISTS (
        SELECT 1 FROM ${TRANSFER_TYPE} w
        WHERE w.${field('connection')} = t.${field('connection')} AND w.${field('direction')} = 'Inbound'
          AND w.${field('kind')} = t.${field('waits_for_kind')} AND w.${field('platform_id')} = t.${field('waits_for_id')}
          AND w.${field('status')} = 'Transferred')))
    AND t.${field('connection')} NOT IN (
      SELECT p.${connectionField('key')} FROM ${CONNECTION_TYPE} p WHERE ${excluded})`;
}
