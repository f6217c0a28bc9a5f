import Big from 'big.js';
import { rounded } from './money';

/** What is in stock of an item in one place, in the base currency of the place's subsidiary. */
export interface Stock {
  /** Negative while more was sold than was there: underwater. */
  readonly quantity: Big;
  readonly value: Big;
  /** Cost of one unit; where nothing is left, of the last time that something was there. */
  readonly average: Big;
}

/** What a movement does to the stock. Both amounts are changes of the inventory asset. */
export interface Costed {
  readonly stock: Stock;
  /** What the goods that move cost: positive for what comes in. */
  readonly cost: Big;
  /** The system COGS adjustment: what was sold underwater had been estimated at another cost. */
  readonly correction: Big;
}

export const NO_STOCK: Stock = { quantity: new Big(0), value: new Big(0), average: new Big(0) };

/** Decimals that an average cost is kept with (assumed). */
const AVERAGE_DECIMALS = 8;

/**
 * Goods come in at a cost: the moving average is the value of all by their number (section_N2191818).
 *
 * Goods that come to an underwater stock replace what had been sold at an estimate first. Their true cost is known now,
 * and the difference is a correction of the stock's value (section_N2195087, section_1497451045); what is left above
 * water has the cost of the new goods. That the same holds for a receipt that does not bring the stock above water, for
 * as many as it covers, is assumed: Oracle describes the one that does.
 *
 * @param quantity more than zero
 * @param decimals of the base currency
 */
export function receive(stock: Stock, quantity: Big, unitCost: Big, decimals: number): Costed {
  const cost = rounded(quantity.times(unitCost), decimals);
  const after = stock.quantity.plus(quantity);
  const plain = stock.value.plus(cost);
  if (stock.quantity.gte(0)) return { stock: at(after, plain, stock.average), cost, correction: new Big(0) };
  const value = after.gt(0)
    ? rounded(cost.times(after).div(quantity), decimals)
    : rounded(after.times(stock.average), decimals);
  return { stock: at(after, value, stock.average), cost, correction: value.minus(plain) };
}

/**
 * Goods leave at the average cost, the last of them with all that is left of the value. What leaves underwater costs the
 * most recent average from above water, zero where there never was one (section_1497451045, section_N2264208).
 *
 * @param quantity more than zero
 * @param decimals of the base currency
 */
export function issue(stock: Stock, quantity: Big, decimals: number): Costed {
  const after = stock.quantity.minus(quantity);
  const value = after.gt(0)
    ? stock.value.minus(rounded(stock.value.times(quantity).div(stock.quantity), decimals))
    : rounded(after.times(stock.average), decimals);
  return {
    stock: { quantity: after, value, average: stock.average },
    cost: value.minus(stock.value),
    correction: new Big(0),
  };
}

function at(quantity: Big, value: Big, before: Big): Stock {
  return { quantity, value, average: quantity.gt(0) ? rounded(value.div(quantity), AVERAGE_DECIMALS) : before };
}
