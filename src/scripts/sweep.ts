/**
 * Billing Connector for NetSuite: finds changes that no user event noticed.
 *
 * @NApiVersion 2.1
 * @NScriptType ScheduledScript
 * @NModuleScope SameAccount
 */
import type { EntryPoints } from 'N/types';
import { sweepCustomers } from '../transfers/outbound/sweep';
import { sweepCreditMemos } from '../transfers/outbound/sweepCreditMemos';

export const execute: EntryPoints.Scheduled.execute = () => {
  sweepCreditMemos();
  sweepCustomers();
};
