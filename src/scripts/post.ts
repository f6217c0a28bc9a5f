/**
 * Billing Connector for NetSuite: posts the documents that are ready, each customer's in order.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 * @NModuleScope SameAccount
 */
import type { EntryPoints } from 'N/types';
import { logErrors, valuesOfOutput } from '../netsuite/summary';
import { continuePosting, lanesToPost, postLanes } from '../transfers/runs/posting';

export const getInputData: EntryPoints.MapReduce.getInputData = () => lanesToPost();

export const reduce: EntryPoints.MapReduce.reduce = (context) => {
  for (const value of context.values) context.write({ key: context.key, value: { tried: postLanes(value) } });
};

export const summarize: EntryPoints.MapReduce.summarize = (summary) => {
  logErrors('Posting', summary);
  continuePosting(valuesOfOutput<{ readonly tried: number }>(summary).reduce((sum, { tried }) => sum + tried, 0));
};
