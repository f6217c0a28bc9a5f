import type { Account } from '../../kernel/account';
import { userError } from '../validation';
import type { DueRevenue, RevenueSource } from './dueRevenue';
import { markRecognitionLines } from './journals';
import { refreshPlanStatus } from './recognized';

/**
 * Links what a journal entry recognizes to it, with its date and its posting period; statuses and balances follow.
 *
 * Throws where the plans have been changed since they were read, by a user event script of the journal entry
 * (section_4358638894).
 */
export function linkJournal(
  account: Account,
  source: RevenueSource,
  due: readonly DueRevenue[],
  journal: number,
): void {
  const { store } = account;
  const header = store.get('SELECT trandate, postingperiod FROM "transaction" WHERE id = ?', [journal]);
  for (const each of due) {
    const { changes } =
      source === 'plans'
        ? store.run(
            `UPDATE revenueplanplannedrevenue SET journal = ?1, dateexecuted = ?2, postingperiod = ?3
             WHERE id = ?4 AND journal IS NULL AND amount = ?5`,
            [journal, header?.trandate ?? null, header?.postingperiod ?? null, each.id, each.amount.toNumber()],
          )
        : store.run(
            `UPDATE revrecschedulerecurrence SET journal = ?1, dateexecuted = ?2
             WHERE id = ?3 AND journal IS NULL AND recamount = ?4`,
            [journal, header?.trandate ?? null, each.id, each.amount.toNumber()],
          );
    if (changes !== 1) {
      throw userError('Revenue plans were updated while their journal entries were created. Create them again.');
    }
  }
  markRecognitionLines(account, journal);
  if (source === 'plans') for (const plan of new Set(due.map(({ owner }) => owner))) refreshPlanStatus(account, plan);
}
