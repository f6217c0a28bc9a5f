/**
 * Billing Connector for NetSuite: posts the documents that are ready, each customer's in order.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 * @NModuleScope SameAccount
 */
import type { EntryPoints } from 'N/types';
import { logErrors, valuesOfOutput } from '../netsuite/summary';
import { continuePosting, lanesToPost, postLanes, type ShareResult } from '../transfers/runs/posting';

export const getInputData: EntryPoints.MapReduce.getInputData = () => lanesToPost();

export const reduce: EntryPoints.MapReduce.reduce = (context) => {
  for (const value of context.values) context.write({ key: context.key, value: postLanes(value) });
};

export const summarize: EntryPoints.MapReduce.summarize = (summary) => {
  logErrors('Posting', summary);
  continuePosting(valuesOfOutput<ShareResult>(summary));
};
