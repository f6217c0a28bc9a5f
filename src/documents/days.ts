/**
 * Calendar arithmetic on day numbers (days since 1970-01-01), without `Date`: a `Date` thinks in the server's time zone,
 * a day has none. The proleptic Gregorian calendar, any year from 0 to 9999.
 */

const DAYS_IN_ERA = 146_097;
const DAYS_TO_EPOCH = 719_468;

/** Days from 1970-01-01 to the given day; negative before it. `month` and `day` count from 1. */
export function dayNumber(year: number, month: number, day: number): number {
  // The year is made to begin in March, so that the leap day is its last.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - DAYS_TO_EPOCH;
}

/** The inverse of {@link dayNumber}. */
export function dayParts(number: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = number + DAYS_TO_EPOCH;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** How many days the month has. */
export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}
