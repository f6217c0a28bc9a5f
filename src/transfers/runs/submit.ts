import * as task from 'N/task';
import { scriptError } from '../../netsuite/scriptErrors';

/** What a submitted run is about. */
export type Run = 'customscript_obc_post' | 'customscript_obc_intake';

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
