import { countMatching, type Selection } from '../transfers/operations/store/matching';
import { storeOperation } from '../transfers/operations/store/operations';
import { submitRun } from '../transfers/runs/submit';
import { readMarks, setMark } from '../transfers/store/marks';

/**
 * Has everything that an older version left as Action Needed tried once more, in the background and once for each
 * version: about 80 units.
 * @param why for the history of each transfer
 */
export function retryHeldTransfers(version: string, why: string): void {
  const key = `migrated|${version}`;
  const mark = readMarks([key]).get(key);
  if (mark !== undefined) return;
  const selection: Selection = { filter: { status: 'Not Transferred', reason: 'Action Needed' } };
  const { count, highest } = countMatching('retry', selection);
  const requested = new Date().toISOString();
  if (count > 0) {
    storeOperation({ operation: 'retry', selection, highest, matched: count, by: 'upgrade', why, requested });
    submitRun('customscript_obc_operations');
  }
  setMark(key, requested, mark);
}
