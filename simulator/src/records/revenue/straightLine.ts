import Big from 'big.js';
import { rounded, sum } from '../../accounting/money';
import { type Period, postingPeriods } from '../../accounting/periods';
import type { RevenueMethod } from '../../company/companyData';
import type { Account } from '../../kernel/account';
import { NetSuiteError } from '../../kernel/errors';
import { dateOfIso } from '../values/dates';

/** What is recognized in one accounting period. */
export interface Share {
  readonly period: number;
  readonly amount: Big;
}

/** A period of a term with how many of its days are in the term. */
interface Part {
  readonly period: Period;
  readonly days: number;
  readonly isWhole: boolean;
  /** First or last of the term. */
  readonly isEnd: boolean;
}

/**
 * Spreads an amount over the accounting periods from `start` to `end`, both included, both `YYYY-MM-DD`
 * (section_4362249596). Where a share has to be rounded, the difference goes to the second to last period of
 * "prorate first & last period", and to the last period of the other methods (assumed). Periods to leave out are those
 * that have recognized revenue: what remains is spread over the others (section_4356113783).
 *
 * Throws INSUFCNT_NUM_PRDS_FOR_REV_REC where no accounting periods are set up for part of the term.
 */
export function straightLine(
  account: Pick<Account, 'store'>,
  method: RevenueMethod,
  term: { readonly start: string; readonly end: string },
  amount: Big,
  decimals: number,
  without: ReadonlySet<number> = new Set(),
): Share[] {
  const whole = partsOf(account, term);
  const parts = whole.filter(({ period }) => !without.has(period.id));
  if (parts.length === 0) return [];
  if (method === 'Straight-line, prorate first & last period') return prorated(parts, amount, decimals);
  const weights = parts.map((part) => weightOf(method, whole, part));
  const total = sum(weights);
  const amounts = weights.map((weight) => rounded(amount.times(weight).div(total), decimals));
  return withRest(parts, amounts, amount, parts.length - 1);
}

function partsOf(account: Pick<Account, 'store'>, { start, end }: { start: string; end: string }): Part[] {
  const parts = postingPeriods(account)
    .filter((period) => period.start <= end && period.end >= start)
    .map((period, index, all) => ({
      period,
      days: daysBetween(period.start > start ? period.start : start, period.end < end ? period.end : end),
      isWhole: period.start >= start && period.end <= end,
      isEnd: index === 0 || index === all.length - 1,
    }));
  const covered = parts.reduce((days, part) => days + part.days, 0);
  if (parts.length === 0 || covered !== daysBetween(start, end)) {
    throw new NetSuiteError(
      'INSUFCNT_NUM_PRDS_FOR_REV_REC',
      'There are not enough accounting periods set up for the revenue recognition term.',
    );
  }
  return parts;
}

/** Days from one day to another, both counted. */
function daysBetween(start: string, end: string): number {
  return Math.round((dateOfIso(end).getTime() - dateOfIso(start).getTime()) / 86_400_000) + 1;
}

function weightOf(method: RevenueMethod, parts: readonly Part[], part: Part): Big {
  if (method === 'Straight-line, by even periods') return new Big(1);
  if (method === 'Straight-line, using exact days') return new Big(part.days);
  if (!part.isEnd || part.isWhole) return new Big(1);
  const first = parts[0];
  const last = parts.at(-1);
  // A partial first and a partial last period are one period together; a single one is its share of itself (assumed).
  const isPair = parts.length > 1 && first?.isWhole === false && last?.isWhole === false;
  const whole = isPair ? first.days + last.days : daysBetween(part.period.start, part.period.end);
  return new Big(part.days).div(whole);
}

function prorated(parts: readonly Part[], amount: Big, decimals: number): Share[] {
  const days = parts.reduce((all, part) => all + part.days, 0);
  const byDays = (part: Part): Big => rounded(amount.times(part.days).div(days), decimals);
  const inner = parts.filter((part) => !part.isEnd);
  const last = inner.at(-1);
  if (last === undefined) return withRest(parts, parts.map(byDays), amount, parts.length - 1);
  const ends = sum(parts.filter((part) => part.isEnd).map(byDays));
  const each = rounded(amount.minus(ends).div(inner.length), decimals);
  const amounts = parts.map((part) => (part.isEnd ? byDays(part) : each));
  return withRest(parts, amounts, amount, parts.indexOf(last));
}

/** Puts what rounding left over to one of the periods. */
function withRest(parts: readonly Part[], amounts: readonly Big[], amount: Big, place: number): Share[] {
  const rest = amount.minus(sum(amounts));
  return parts.map((part, index) => ({
    period: part.period.id,
    amount: index === place ? (amounts[index] ?? new Big(0)).plus(rest) : (amounts[index] ?? new Big(0)),
  }));
}
