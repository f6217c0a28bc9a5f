import { startBudget } from '../../netsuite/budget';
import { mayPost } from '../../netsuite/callers';
import { scriptError } from '../../netsuite/scriptErrors';
import { finishIntake, loadIntake, noteIntakeError, openIntakes, whatFollowsIntakes } from '../store/intakes';
import { storeTransfer } from '../store/newTransfers';
import { startOverdueRun } from './heartbeat';
import { submitPosting, submitRun } from './submit';

/**
 * Makes transfers of the rows of intakes. getInputData finds the open intakes, each reduce invocation stores one and
 * finishes it. A row may be stored twice, by an invocation that is run again: the rows' keys refuse the second time.
 */

/** Stop after so many seconds; NetSuite ends a reduce invocation after 900. */
const SECONDS = 600;

/** The open intakes, by key. 10 units. */
export function intakesToStore(): Record<string, string> {
  if (!mayPost()) return {};
  return Object.fromEntries(openIntakes().map((id) => [String(id).padStart(10, '0'), String(id)]));
}

/**
 * Stores the rows of an intake: 4 units and 6 for each row.
 * @returns true where all are stored; else the intake stays open, and the next run stores what is missing
 */
export function storeIntakeRows(id: number): boolean {
  try {
    const intake = loadIntake(id);
    if (intake === null) return true;
    const budget = startBudget(SECONDS);
    for (const row of intake.rows) {
      if (!budget.allows(50)) return false;
      storeTransfer(row, intake.call);
    }
    finishIntake(id, new Date().toISOString());
    return true;
  } catch (thrown) {
    const { code, message } = scriptError(thrown);
    noteIntakeError(id, `${code}: ${message}`);
    return false;
  }
}

/**
 * Starts posting what was stored, and the next run where more has come meanwhile. What is in scheduled mode waits for
 * its schedule, unless none has started for long. 30 to 80 units.
 */
export function continueIntake(results: readonly { readonly isStored: boolean }[]): void {
  if (!results.some(({ isStored }) => isStored)) return;
  const { hasImmediate, hasScheduled, hasOpenIntakes } = whatFollowsIntakes();
  if (hasImmediate) submitPosting({ withScheduledMode: false, isFollowUp: false });
  if (hasScheduled) startOverdueRun(Date.now());
  if (hasOpenIntakes) submitRun('customscript_obc_intake');
}
