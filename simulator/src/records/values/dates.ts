/** Dates without time are midnight in the account's time zone, which is the process's (`TZ`). */

/** `YYYY-MM-DD` of a date in the account's time zone. */
export function isoDate(date: Date): string {
  const month = String(date.getMonth() + 1).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${month}-${String(date.getDate()).padStart(2, '0')}`;
}

/** Midnight of a `YYYY-MM-DD`, as scripts see a date field. */
export function dateOfIso(text: string): Date {
  const [year, month, day] = text.split('-').map(Number);
  return new Date(year ?? 0, (month ?? 1) - 1, day ?? 1);
}

/** A day some days later, both `YYYY-MM-DD`. */
export function addDays(text: string, days: number): string {
  const date = dateOfIso(text);
  date.setDate(date.getDate() + days);
  return isoDate(date);
}
