import { compare, decimalPlaces, sum } from '../../documents/decimal';
import type { BilledDocument } from '../../documents/document';
import { AMOUNT_DECIMALS } from '../limits';
import type { PostingProblem } from '../plan';
import { currencyPrecision, totalMismatch } from '../problems';

/**
 * What is wrong with the money of an invoice or credit memo, or null: every amount must be one that NetSuite keeps as it is, and lines
 * and tax must sum to the total to the cent. Decoders see to it; it is looked at once more where the money is posted.
 */
export function moneyProblem(document: BilledDocument): PostingProblem | null {
  const amounts = [...document.lines, ...document.taxLines].map((line) => line.amount);
  for (const [position, amount] of amounts.entries()) {
    if (decimalPlaces(amount) > AMOUNT_DECIMALS) {
      return currencyPrecision(document.currency, `Amount of line ${position + 1}`, amount);
    }
  }
  const planned = sum(amounts);
  return compare(planned, document.total) === 0 ? null : totalMismatch(planned, document.total, document.currency);
}
