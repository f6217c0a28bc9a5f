/**
 * Billing Connector for NetSuite: fetches documents that others wait for and that were never sent.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 * @NModuleScope SameAccount
 */
import type { EntryPoints } from 'N/types';
import { logErrors, valuesOfOutput } from '../netsuite/summary';
import { connectionsToFetch, continueFetching, type FetchResult, fetchFor } from '../transfers/fetching/fetch';

export const getInputData: EntryPoints.MapReduce.getInputData = () => connectionsToFetch();

export const reduce: EntryPoints.MapReduce.reduce = (context) => {
  for (const connection of context.values) context.write({ key: context.key, value: fetchFor(connection) });
};

export const summarize: EntryPoints.MapReduce.summarize = (summary) => {
  logErrors('Fetching', summary);
  continueFetching(valuesOfOutput<FetchResult>(summary));
};
