import type { Account } from '../../kernel/account';
import { refreshElements, releaseElements } from './elements';
import { isAdvanced, isClassic } from './regime';
import { removeSchedules, writeSchedules } from './schedules';

/** Brings the revenue records of a stored sale up to date with its lines, by the features that are in effect. */
export function recordRevenue(account: Account, transaction: number): void {
  if (isAdvanced(account)) refreshElements(account, transaction);
  if (isClassic(account)) writeSchedules(account, transaction);
}

/** Takes away what a sale has left in revenue recognition, when it is deleted or voided (assumed). */
export function releaseRevenue(account: Account, transaction: number): void {
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
