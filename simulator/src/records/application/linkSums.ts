import Big from 'big.js';
import { NetSuiteError } from '../../kernel/errors';

/** `INVALID_LINK_SUM` for the end of a link of which more is taken than there is (section_N3539978). */
export function tooMuchLinked(end: 'original' | 'applied'): NetSuiteError {
  return new NetSuiteError('INVALID_LINK_SUM', `Links sum to more than ${end} transaction amount`);
}

/** `INVALID_AMT` for a payment of which more is applied than it and the credits and deposits chosen on it come to. */
export function tooMuchApplied(): NetSuiteError {
  return new NetSuiteError('INVALID_AMT', 'Amount applied greater than total payments and credits');
}

/** `TRANS_APPLIED_AMTS_UNBALNCD` for a credit that is applied for more than it comes to. */
export function unbalancedApplication(total: Big, applied: Big): NetSuiteError {
  const unapplied = total.gt(applied) ? total.minus(applied) : new Big(0);
  return new NetSuiteError(
    'TRANS_APPLIED_AMTS_UNBALNCD',
    `Transaction is not in balance! Total to apply of $${total.toFixed(2)} does not equal sum of applied ` +
      `$${applied.toFixed(2)} and unapplied $${unapplied.toFixed(2)}`,
  );
}
