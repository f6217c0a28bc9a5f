import type { ConformancePage } from '../../harness/case';
import { invoiceApproval, invoiceApprovalImpact } from './approval';
import { periodClose, periodLocks, periodPreferences, periodReopening, unlocking } from './periods';
import { subsidiaryRecord } from './singleEntity';
import { editingTaxed, taxDetails, taxTypes } from './suiteTax';

/** How the accounting set-up of a company decides what can be posted. */
export const setupPages: readonly ConformancePage[] = [
  periodClose,
  periodLocks,
  unlocking,
  periodReopening,
  periodPreferences,
  invoiceApproval,
  invoiceApprovalImpact,
  subsidiaryRecord,
  taxDetails,
  taxTypes,
  editingTaxed,
];
