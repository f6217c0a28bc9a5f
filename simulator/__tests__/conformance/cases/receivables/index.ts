import type { ConformancePage } from '../../harness/case';
import { applyingCredits, creditsOfDeletedPayments, customerLedger, refundedBalances } from './credits';
import { applyingDeposits, recordingDeposits, refundingDeposits } from './deposits';
import { salesDiscounts, termDiscounts } from './discounts';
import { appliedVariance, creditVariance, realisedVariance, revaluationTransactions, varianceDates } from './exchange';
import {
  applyingPayments,
  consolidatedPayments,
  correctedPayments,
  deletedPayments,
  depositApplicationRecord,
  paymentRecord,
} from './payments';

/** Payments, credits, deposits and refunds of customers, and how they are applied. */
export const receivablesPages: readonly ConformancePage[] = [
  paymentRecord,
  applyingPayments,
  correctedPayments,
  deletedPayments,
  creditsOfDeletedPayments,
  consolidatedPayments,
  salesDiscounts,
  termDiscounts,
  applyingCredits,
  refundedBalances,
  recordingDeposits,
  applyingDeposits,
  depositApplicationRecord,
  refundingDeposits,
  customerLedger,
  appliedVariance,
  realisedVariance,
  varianceDates,
  creditVariance,
  revaluationTransactions,
];
