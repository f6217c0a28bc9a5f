import { exchangeRate } from '../accounting/currencies';
import type { Account } from '../kernel/account';
import { type CallTable, defineCall } from '../kernel/call';
import { NetSuiteError, notSupported } from '../kernel/errors';

interface RateRequest {
  /** Internal ids or ISO codes. */
  readonly source: string;
  readonly target: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** N/currency in the account: 10 units (section_157072844224). */
export const currencyCalls: CallTable = {
  'currency.exchangeRate': defineCall<RateRequest, number>({
    units: 10,
    serve: ({ source, target, date }, account) => rateBetween(account, source, target, date),
  }),
};

/**
 * What one unit of the source is worth in the target by the Currency Exchange Rates (section_4358678787).
 *
 * @throws SSS_INVALID_CURRENCY_ID (its words are assumed); SIMULATOR_NOT_SUPPORTED where no rate was entered, as for a
 * target that is no base currency, for which NetSuite's own answers are inaccurate
 */
function rateBetween(account: Account, source: string, target: string, date: string): number {
  const from = currencyId(account, source);
  const to = currencyId(account, target);
  const rate = exchangeRate(account, to, from, date);
  if (rate === null) throw notSupported(`the exchange rate from ${source} to ${target}, of which none was entered`);
  return rate.toNumber();
}

function currencyId({ store }: Account, given: string): number {
  const row = store.get<{ id: number }>('SELECT id FROM currency WHERE id = ? OR symbol = ?', [
    /^\d+$/.test(given) ? Number(given) : null,
    given.toUpperCase(),
  ]);
  if (row === null) throw new NetSuiteError('SSS_INVALID_CURRENCY_ID', `Invalid currency id: ${given}`);
  return row.id;
}
