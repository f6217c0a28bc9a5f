import { postingPeriods } from '../../accounting/periods';
import type { Account } from '../../kernel/account';
import { addDays, dateOfIso, isoDate } from '../values/dates';

/** Last day of a term of exact months: twelve from July 7 end on July 6 (section_4356113783). */
export function endOfMonths(start: string, months: number): string {
  const date = dateOfIso(start);
  const day = date.getDate();
  date.setDate(1);
  date.setMonth(date.getMonth() + months);
  const last = new Date(date.getFullYear(), date.getMonth() + 1, 0).getDate();
  // The term ends a day before the same day; a month without that day is full at its end (assumed).
  if (day > last) return isoDate(new Date(date.getFullYear(), date.getMonth(), last));
  date.setDate(day);
  return addDays(isoDate(date), -1);
}

/**
 * Last day of a term of accounting periods, the one of the start counted even where it is partial (section_4356113783);
 * null where not so many periods are set up.
 */
export function endOfPeriods(account: Pick<Account, 'store'>, start: string, count: number): string | null {
  return postingPeriods(account).filter((period) => period.end >= start)[count - 1]?.end ?? null;
}
