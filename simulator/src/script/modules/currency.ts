import { isoDate } from '../../records/values/dates';
import { missingArgument, scriptError } from '../errors';
import { call, readClock } from '../host';
import type { Lacks, Module } from '../moduleTypes';
import { defineModule } from '../unsupported';

interface RateOptions {
  readonly source: number | string;
  readonly target: number | string;
  readonly date?: Date;
}

/** The exchange rate from one currency to another, by internal id or ISO code, on a day (section_4358678787). */
function exchangeRate(options: RateOptions): number {
  const { source, target, date = new Date(readClock()) } = options ?? {};
  for (const [name, value] of Object.entries({ source, target })) {
    if (value === undefined || value === null || value === '') throw missingArgument('currency.exchangeRate', name);
  }
  if (!(date instanceof Date)) {
    throw scriptError('WRONG_PARAMETER_TYPE', 'Wrong parameter type: date is expected as Date.');
  }
  return call<number>('currency.exchangeRate', {
    source: String(source),
    target: String(target),
    date: isoDate(date),
  });
}

const implemented = { exchangeRate } satisfies Partial<Module<typeof import('N/currency')>>;

/** `N/currency` (section_4358551775). */
export const currency = defineModule('N/currency', implemented);
export const lacks: Lacks<typeof import('N/currency'), typeof implemented, never> = true;
