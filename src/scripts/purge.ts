/**
 * Billing Connector for NetSuite: removes payloads that the retention preferences keep no longer.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 * @NModuleScope SameAccount
 */
import type { EntryPoints } from 'N/types';
import { logErrors } from '../netsuite/summary';
import { purgeShare, sharesToPurge } from '../transfers/housekeeping/purge';

export const getInputData: EntryPoints.MapReduce.getInputData = () => sharesToPurge(Date.now());

export const reduce: EntryPoints.MapReduce.reduce = (context) => {
  for (const share of context.values) purgeShare(share, new Date().toISOString());
};

export const summarize: EntryPoints.MapReduce.summarize = (summary) => logErrors('Purging', summary);
