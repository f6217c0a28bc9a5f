import type { Account } from '../../kernel/account';
import { notSupported } from '../../kernel/errors';
import { searchError } from '../errors';

interface PeriodRow {
  readonly [column: string]: string | number;
  readonly id: number;
  readonly startdate: string;
  readonly enddate: string;
}

type Level = 'month' | 'quarter' | 'year';

/** Relative periods (section_158289876878): periods of which length, and how many before the current one. */
const CODES: Readonly<Record<string, readonly [Level, number]>> = {
  TP: ['month', 0],
  LP: ['month', 1],
  PBL: ['month', 2],
  TQ: ['quarter', 0],
  LQ: ['quarter', 1],
  QBL: ['quarter', 2],
  TFY: ['year', 0],
  LFY: ['year', 1],
  FYBL: ['year', 2],
};

const WHERE: Readonly<Record<Level, string>> = {
  month: "isquarter = 'F' AND isyear = 'F'",
  quarter: "isquarter = 'T'",
  year: "isyear = 'T'",
};

/** The accounting periods of the account around a day. */
export class Periods {
  readonly #account: Account;
  readonly #today: string;

  constructor(account: Account, today: string) {
    this.#account = account;
    this.#today = today;
  }

  /**
   * First and last day of a relative period, `YYYY-MM-DD`. Adjustment periods lie within others' days, so that whether
   * they count changes no day.
   *
   * @throws SIMULATOR_NOT_SUPPORTED for a code that is not known here
   */
  named(code: string, withAdjustments: boolean): { readonly start: string; readonly end: string } {
    const [level, back] = CODES[code] ?? [];
    if (!level || back === undefined) throw notSupported(`query.PeriodCode ${code}`);
    const adjustments = withAdjustments ? '' : "AND ifnull(isadjust, 'F') = 'F'";
    const row = this.#account.store.all<PeriodRow>(
      `SELECT id, substr(startdate, 1, 10) AS startdate, substr(enddate, 1, 10) AS enddate FROM accountingperiod
       WHERE ${WHERE[level]} ${adjustments} AND substr(startdate, 1, 10) <= ? ORDER BY startdate DESC LIMIT 1 OFFSET ?`,
      [this.#today, back],
    )[0];
    if (!row) throw searchError(`The account has no accounting period for ${code}.`);
    return { start: row.startdate, end: row.enddate };
  }
}
