import type { Store } from '../store/store';
import type { PeriodData } from './companyData';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Makes a year, four quarters and twelve months for each fiscal year, named as NetSuite names them. */
export function loadPeriods(store: Store, periods: PeriodData, now: string): void {
  const insert = (
    name: string,
    start: string,
    end: string,
    parent: number | null,
    kind: 'year' | 'quarter' | 'month',
  ) => {
    const isClosed = periods.closedThrough !== null && end <= periods.closedThrough;
    return store.run(
      `INSERT INTO accountingperiod (periodname, startdate, enddate, parent, isyear, isquarter, isadjust, isposting,
        isinactive, closed, closedondate, alllocked, arlocked, aplocked, allownonglchanges, lastmodifieddate)
        VALUES (?, ?, ?, ?, ?, ?, 'F', ?, 'F', ?, ?, ?, ?, ?, 'F', ?)`,
      [
        name,
        start,
        end,
        parent,
        kind === 'year' ? 'T' : 'F',
        kind === 'quarter' ? 'T' : 'F',
        kind === 'month' ? 'T' : 'F',
        isClosed ? 'T' : 'F',
        isClosed ? now : null,
        isClosed ? 'T' : 'F',
        isClosed ? 'T' : 'F',
        isClosed ? 'T' : 'F',
        now,
      ],
    ).id;
  };
  for (const year of periods.years) {
    const yearId = insert(`FY ${year}`, day(year, 1, 1), day(year, 12, 31), null, 'year');
    for (let quarter = 1; quarter <= 4; quarter++) {
      const first = quarter * 3 - 2;
      const quarterId = insert(
        `Q${quarter} ${year}`,
        day(year, first, 1),
        day(year, first + 2, lastDay(year, first + 2)),
        yearId,
        'quarter',
      );
      for (let month = first; month < first + 3; month++) {
        const name = `${MONTHS[month - 1]} ${year}`;
        insert(name, day(year, month, 1), day(year, month, lastDay(year, month)), quarterId, 'month');
      }
    }
  }
}

function day(year: number, month: number, date: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
