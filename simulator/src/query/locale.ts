import type { Account } from '../kernel/account';

/** Oracle's names of a company's date format and time zone, in the words of TO_CHAR and of IANA. */
export interface Locale {
  /** Format model for dates, for example `FMMM/DD/YYYY`. */
  readonly dateFormat: string;
  /** Format model for a time of day, `FMHH:FMMI am`. */
  readonly timeFormat: string;
  /** IANA name. */
  readonly timeZone: string;
}

const DEFAULT: Locale = {
  dateFormat: 'FMMM/DD/YYYY',
  timeFormat: 'FMHH:FMMI am',
  timeZone: 'America/Los_Angeles',
};

/** How an account writes dates and what its clock shows: general preferences of Set Up Company (section_N491993). */
export function accountLocale(_account: Account): Locale {
  return DEFAULT;
}
