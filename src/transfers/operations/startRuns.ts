import { LANE_COUNT } from '../policy/lanes';
import { submitPosting, submitRun } from '../runs/submit';

/**
 * Starts the runs for which transfers of these lanes may be ready: posting, and sending where lanes of the outbound
 * direction are among them. 20 units each.
 */
export function startRunsOf(lanes: readonly number[]): void {
  if (lanes.some((lane) => lane < LANE_COUNT)) submitPosting({ withScheduledMode: false, isFollowUp: false });
  if (lanes.some((lane) => lane >= LANE_COUNT)) submitRun('customscript_obc_publish');
}
