/**
 * Billing Connector for NetSuite: does in the background what people asked for many transfers.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 * @NModuleScope SameAccount
 */
import type { EntryPoints } from 'N/types';
import { logErrors, valuesOfOutput } from '../netsuite/summary';
import type { LanePass } from '../transfers/operations/policy/progress';
import { continueOperations, lanesToOperate, operateInLane } from '../transfers/operations/run';

export const getInputData: EntryPoints.MapReduce.getInputData = () => lanesToOperate();

export const reduce: EntryPoints.MapReduce.reduce = (context) => {
  for (const value of context.values) context.write({ key: context.key, value: { passes: operateInLane(value) } });
};

export const summarize: EntryPoints.MapReduce.summarize = (summary) => {
  logErrors('Operations', summary);
  const written = valuesOfOutput<{ readonly passes: readonly LanePass[] }>(summary);
  continueOperations(written.flatMap(({ passes }) => passes));
};
