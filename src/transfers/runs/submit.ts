import * as task from 'N/task';
import { scriptError } from '../../netsuite/scriptErrors';

/** What a submitted run is about. */
export type Run =
  | 'customscript_obc_post'
  | 'customscript_obc_intake'
  | 'customscript_obc_operations'
  | 'customscript_obc_publish'
  | 'customscript_obc_fetch';

/**
 * Starts a run on any free deployment of its pool: 20 units. A pool that is busy is no error: who runs now looks for
 * more work when it ends, and a schedule sweeps what is left. Nothing that goes wrong here loses anything either, so no
 * error leaves; it is returned for the log.
 * @param parameters script parameters of the run
 */
export function submitRun(run: Run, parameters: Readonly<Record<string, boolean>> = {}): string | null {
  try {
    task.create({ taskType: task.TaskType.MAP_REDUCE, scriptId: run, params: { ...parameters } }).submit();
    return null;
  } catch (thrown) {
    const { code, message } = scriptError(thrown);
    return `${code}: ${message}`;
  }
}

/** Which documents a posting run takes. */
export interface PostingRun {
  /** Also those of connections that process in scheduled mode. */
  readonly withScheduledMode: boolean;
  /** Whether it goes on with what another run left, and so posts nothing of connections with a number of documents per run. */
  readonly isFollowUp: boolean;
}

/** Starts a posting run on a free deployment: 20 units; see {@link submitRun}. */
export function submitPosting({ withScheduledMode, isFollowUp }: PostingRun): string | null {
  return submitRun('customscript_obc_post', {
    custscript_obc_post_scheduled: withScheduledMode,
    custscript_obc_post_follow_up: isFollowUp,
  });
}
