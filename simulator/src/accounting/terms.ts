import type { Store } from '../store/store';

interface TermRow extends Record<string, string | number | null> {
  daysuntilnetdue: number | null;
  datedriven: string | null;
  dayofmonthnetdue: number | null;
  duenextmonthifwithindays: number | null;
  daysuntilexpiry: number | null;
}

/**
 * The day on which a transaction of a day is due by its terms: some days later, or for date-driven
 * terms a day of the month, of the next one where that is too near. Days are `YYYY-MM-DD`.
 */
export function dueDate(account: { readonly store: Store }, term: number, day: string): string | null {
  const row = account.store.get<TermRow>('SELECT * FROM term WHERE id = ?', [term]);
  if (row === null) return null;
  if (row.datedriven !== 'T') return shifted(day, row.daysuntilnetdue ?? 0);
  const due = dayInMonth(day, row.dayofmonthnetdue ?? 1, 0);
  const earliest = shifted(day, row.duenextmonthifwithindays ?? 0);
  return due < day || due < earliest ? dayInMonth(day, row.dayofmonthnetdue ?? 1, 1) : due;
}

/**
 * The last day on which a transaction of a day can be paid with the discount of its terms: so many days later. Null for
 * terms without a discount, and for date-driven ones, whose discount is not here.
 */
export function discountDate(account: { readonly store: Store }, term: number, day: string): string | null {
  const row = account.store.get<TermRow>('SELECT * FROM term WHERE id = ?', [term]);
  if (row === null || row.datedriven === 'T' || row.daysuntilexpiry === null) return null;
  return shifted(day, row.daysuntilexpiry);
}

/** Dates without time are reckoned in UTC, where every day has 24 hours. */
function shifted(day: string, days: number): string {
  const [year, month, date] = parts(day);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

function dayInMonth(day: string, date: number, monthsLater: number): string {
  const [year, month] = parts(day);
  const last = new Date(Date.UTC(year, month + monthsLater, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + monthsLater, Math.min(date, last))).toISOString().slice(0, 10);
}

function parts(day: string): [number, number, number] {
  const [year, month, date] = day.split('-').map(Number);
  return [year ?? 0, month ?? 1, date ?? 1];
}
