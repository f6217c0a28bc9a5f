import type { ConformancePage } from '../../harness/case';
import { bankImpact, cashBack, cashRefunds, cashSales, makingDeposits } from './cash';
import { inventoryPages } from './inventory';
import { generalJournals, journalApproval, journalReversal, journalRounding } from './journals';
import { linkedReturns, returnPreferences, returnStatuses } from './returns';
import { orderApproval, orderBilling, orderClosing, orderInvoicing, orderStatuses } from './salesOrders';
import { voidApi, voiding, voidingJournals, voidTypes } from './voids';

/** Orders, returns, cash sales, journals, bank deposits, and voids. */
export const ordersPages: readonly ConformancePage[] = [
  orderStatuses,
  orderApproval,
  orderBilling,
  orderInvoicing,
  orderClosing,
  linkedReturns,
  returnStatuses,
  returnPreferences,
  ...inventoryPages,
  cashSales,
  cashRefunds,
  makingDeposits,
  bankImpact,
  cashBack,
  generalJournals,
  journalRounding,
  journalApproval,
  journalReversal,
  voiding,
  voidApi,
  voidTypes,
  voidingJournals,
];
