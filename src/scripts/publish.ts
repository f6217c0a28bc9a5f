/**
 * Billing Connector for NetSuite: sends what changed in NetSuite to the billing platforms, each customer's in order.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 * @NModuleScope SameAccount
 */
import type { EntryPoints } from 'N/types';
import { logErrors, valuesOfOutput } from '../netsuite/summary';
import { continuePublishing, lanesToPublish, publishLane } from '../transfers/outbound/publish';

export const getInputData: EntryPoints.MapReduce.getInputData = () => lanesToPublish();

export const reduce: EntryPoints.MapReduce.reduce = (context) => {
  for (const value of context.values) context.write({ key: context.key, value: { done: publishLane(value) } });
};

export const summarize: EntryPoints.MapReduce.summarize = (summary) => {
  logErrors('Sending', summary);
  continuePublishing(valuesOfOutput<{ readonly done: number }>(summary).reduce((sum, { done }) => sum + done, 0));
};
