/**
 * Billing Connector for NetSuite: writes all transfers and links to CSV files, for the day of uninstalling.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 * @NModuleScope SameAccount
 */
import type { EntryPoints } from 'N/types';
import { logErrors } from '../netsuite/summary';
import { exportTransfers, filesToExport } from '../transfers/export/export';

export const getInputData: EntryPoints.MapReduce.getInputData = () => filesToExport();

export const reduce: EntryPoints.MapReduce.reduce = (context) => {
  for (const first of context.values) exportTransfers(Number(first));
};

export const summarize: EntryPoints.MapReduce.summarize = (summary) => logErrors('Export', summary);
