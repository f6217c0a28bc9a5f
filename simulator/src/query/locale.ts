import { preference } from '../company/settings';
import type { Account } from '../kernel/account';

/** How an account writes dates and what its clock shows. */
export interface Locale {
  /** Format model of Oracle's for dates, for example `FMMM/DD/YYYY`. */
  readonly dateFormat: string;
  /** Format model for a time of day, for example `FMHH:FMMI am`. */
  readonly timeFormat: string;
  /** IANA name. */
  readonly timeZone: string;
}

const known = new WeakMap<Account, Locale>();

/** Reads the company's preferences (section_N496646); done before each query, so that a change counts from then on. */
export function readLocale(account: Account): Locale {
  const locale = {
    dateFormat: dateModel(preference(account, 'DATEFORMAT') ?? 'M/D/YYYY'),
    timeFormat: timeModel(preference(account, 'TIMEFORMAT') ?? 'h:mm a'),
    timeZone: preference(account, 'TIMEZONE') ?? 'America/Los_Angeles',
  };
  known.set(account, locale);
  return locale;
}

/** The preferences as they were read last. */
export function accountLocale(account: Account): Locale {
  return known.get(account) ?? readLocale(account);
}

/** `M/D/YYYY` has no leading zeros, which Oracle writes as `FMMM/DD/YYYY`. */
function dateModel(format: string): string {
  const elements = format.split(/(\W+)/);
  const isShort = elements.some((element) => element === 'M' || element === 'D');
  const model = elements.map((element) => (element === 'M' ? 'MM' : element === 'D' ? 'DD' : element)).join('');
  return isShort ? `FM${model}` : model;
}

/** `h:mm a` or `H:mm`, with a colon or a hyphen. */
function timeModel(format: string): string {
  const separator = format.includes('-') ? '-' : ':';
  return /a/i.test(format) ? `FMHH${separator}FMMI am` : `HH24${separator}MI`;
}
