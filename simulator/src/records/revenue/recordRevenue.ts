import type { Account } from '../../kernel/account';
import { refreshElements, refreshMoved, releaseElements } from './elements';
import { releaseJournal } from './journals';
import { refuseWhereRecognized } from './recognized';
import { isAdvanced, isClassic } from './regime';
import { removeSchedules, writeSchedules } from './schedules';

/**
 * Brings the revenue records of a stored sale, or of what a shipment or a receipt moves, up to date with its lines, by
 * the features that are in effect.
 */
export function recordRevenue(account: Account, transaction: number): void {
  if (isAdvanced(account)) {
    refreshElements(account, transaction);
    refreshMoved(account, transaction);
  }
  if (isClassic(account)) writeSchedules(account, transaction);
}

/**
 * Takes away what a transaction has left in revenue recognition, when it is deleted or voided (assumed for voids): its
 * elements or schedules, and of a revenue recognition journal entry the link that the plans have.
 *
 * Throws TRANS_IN_USE where revenue of the transaction has been recognized.
 */
export function releaseRevenue(account: Account, transaction: number): void {
  if (!isAdvanced(account) && !isClassic(account)) return;
  refuseWhereRecognized(account, transaction);
  releaseJournal(account, transaction);
  if (isAdvanced(account)) releaseElements(account, transaction);
  if (isClassic(account)) removeSchedules(account, transaction);
}

/** True where revenue of the transaction is recognized by a schedule or an element. */
export function hasRevenue({ store }: Account, transaction: number): boolean {
  return (
    store.get(
      `SELECT 1 AS found FROM revrecschedule WHERE sourcetransaction = ?1
       UNION SELECT 1 FROM transactionline WHERE "transaction" = ?1 AND revenueelement IS NOT NULL`,
      [transaction],
    ) !== null
  );
}
