import { ALL_LANES } from '../transfers/policy/lanes';
import { LANE_TYPE } from '../transfers/store/columns';
import { laneIds } from '../transfers/store/lanes';
import { createRecord } from '../transfers/store/records';

/**
 * Makes the lanes that are missing: 10 units, and 6 for each. The SuiteApp brings them all; this is for an account in
 * which somebody deleted one, because documents of a lane that is not there would wait for ever.
 */
export function makeMissingLanes(): void {
  const there = laneIds();
  for (let lane = 0; lane < ALL_LANES; lane += 1) {
    if (!there.has(lane)) createRecord(LANE_TYPE, { custrecord_obc_lane_number: lane });
  }
}
