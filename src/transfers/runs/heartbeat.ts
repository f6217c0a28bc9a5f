import * as log from 'N/log';
import { scriptError } from '../../netsuite/scriptErrors';
import { readMarks, setMark } from '../store/marks';
import { submitPosting } from './submit';

/** Key of the mark that says when a run that includes scheduled mode has started last: UTC, ISO 8601. */
const STARTED = 'posting started';

/** After so many milliseconds without a start, acceptance starts a run: the promise of scheduled mode. */
const LONGEST_PAUSE = 10 * 60_000;

/** Writes that a run that includes scheduled mode starts: 12 units. The run goes on where it cannot be written. */
export function noteStart(now: number): void {
  orLog('The start of the run was not noted', () =>
    setMark(STARTED, new Date(now).toISOString(), readMarks([STARTED]).get(STARTED)),
  );
}

/**
 * Starts a run that includes scheduled mode where none has started for ten minutes, which means that NetSuite starts the
 * schedules late, or that someone has switched them off. 10 units, and 20 where it starts one. No error leaves: what was
 * stored is safe, and the schedules take it.
 */
export function startOverdueRun(now: number): void {
  orLog('Whether a run is overdue could not be found out', () => {
    const started = readMarks([STARTED]).get(STARTED);
    if (started !== undefined && now - Date.parse(started.value) < LONGEST_PAUSE) return;
    submitPosting({ withScheduledMode: true, isFollowUp: false });
  });
}

function orLog(title: string, act: () => void): void {
  try {
    act();
  } catch (thrown) {
    const { code, message } = scriptError(thrown);
    log.error({ title, details: `${code}: ${message}` });
  }
}
