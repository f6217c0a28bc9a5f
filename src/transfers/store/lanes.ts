import * as record from 'N/record';
import { isChangedByOthers, scriptError } from '../../netsuite/scriptErrors';
import { numberOf, selectRows } from '../../netsuite/suiteQl';
import { LANE_LEASE, mayTakeLane } from '../policy/lanes';
import { LANE_TYPE } from './columns';
import { changeRecord } from './records';

const NUMBER = 'custrecord_obc_lane_number';
const HOLDER = 'custrecord_obc_lane_holder';
const UNTIL = 'custrecord_obc_lane_until';

/** Internal ids of the lanes by number: 10 units. */
export function laneIds(): ReadonlyMap<number, number> {
  const rows = selectRows(`SELECT id, ${NUMBER} AS lane FROM ${LANE_TYPE} WHERE isinactive = 'F'`);
  return new Map(rows.map((row) => [numberOf(row, 'lane') ?? -1, numberOf(row, 'id') ?? -1]));
}

/**
 * Takes a lane for a while, so that nobody else posts for its customers: 6 units. Load and save, because only a save
 * notices that another took it in between (section_N2877583).
 * @param lane internal id
 * @param claimant the same for the same deployment, of which one instance runs at a time: it may take again what its
 *   dead predecessor held
 * @param lease milliseconds after which it is free again; longer than the claimant may live
 * @returns false where another holds it
 */
export function takeLane(lane: number, claimant: string, now: number, lease = LANE_LEASE): boolean {
  try {
    const row = record.load({ type: LANE_TYPE, id: lane });
    const holder = String(row.getValue({ fieldId: HOLDER }) ?? '');
    const until = String(row.getValue({ fieldId: UNTIL }) ?? '');
    if (!mayTakeLane(holder, until, claimant, new Date(now).toISOString())) return false;
    row.setValue({ fieldId: HOLDER, value: claimant });
    row.setValue({ fieldId: UNTIL, value: new Date(now + lease).toISOString() });
    row.save();
    return true;
  } catch (thrown) {
    if (isChangedByOthers(scriptError(thrown))) return false;
    throw thrown;
  }
}

/** Gives a lane back: 2 units. Only its holder may. */
export function giveLaneBack(lane: number): void {
  changeRecord(LANE_TYPE, lane, { [HOLDER]: '', [UNTIL]: '' });
}

/** SQL that is true where the lane of the row `t` is taken; needs one parameter, the time now in ISO 8601, UTC. */
export function laneIsTakenSql(laneColumn: string): string {
  return `EXISTS (SELECT 1 FROM ${LANE_TYPE} l WHERE l.${NUMBER} = ${laneColumn} AND l.${HOLDER} IS NOT NULL AND l.${UNTIL} > ?)`;
}
