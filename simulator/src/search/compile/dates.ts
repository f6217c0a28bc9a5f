import type { Account } from '../../kernel/account';
import { NetSuiteError } from '../../kernel/errors';
import { parseDate } from '../../query/functions/native/dateFormat';
import { zone } from '../../query/functions/native/zone';
import type { DateRange } from '../../query/functions/relativeRange';
import { accountLocale } from '../../query/locale';
import type { SearchValue } from '../value';
import { relativeDate } from './relativeDate';

/**
 * The days that a value of a date filter means: a relative date, a date in the account's format with or without a time,
 * or a Date of the script. Throws for text that is neither.
 */
export function dateRange(account: Account, value: SearchValue): DateRange {
  const locale = accountLocale(account);
  const clock = zone(locale.timeZone);
  if (value instanceof Date) {
    const local = clock.toLocal(value.toISOString());
    return { start: local, end: local };
  }
  const text = String(value).trim();
  const relative = relativeDate(text, clock.toLocal(new Date(account.clock.now()).toISOString()));
  if (relative) return relative;
  const date = locale.dateFormat.replaceAll('FM', '');
  const time = locale.timeFormat.replaceAll('FM', '');
  for (const format of [date, `${date} ${time}`]) {
    const read = attempt(() => parseDate(text, format));
    if (read) return { start: read, end: read };
  }
  throw new NetSuiteError('UNEXPECTED_ERROR', `An unexpected error has occurred: ${text} is no date of this account.`);
}

function attempt(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
