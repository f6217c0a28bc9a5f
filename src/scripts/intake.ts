/**
 * Billing Connector for NetSuite: makes transfers of the documents that arrived in large calls.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 * @NModuleScope SameAccount
 */
import type { EntryPoints } from 'N/types';
import { logErrors, valuesOfOutput } from '../netsuite/summary';
import { continueIntake, intakesToStore, storeIntakeRows } from '../transfers/runs/intake';

export const getInputData: EntryPoints.MapReduce.getInputData = () => intakesToStore();

export const reduce: EntryPoints.MapReduce.reduce = (context) => {
  for (const id of context.values) {
    context.write({ key: context.key, value: { isStored: storeIntakeRows(Number(id)) } });
  }
};

export const summarize: EntryPoints.MapReduce.summarize = (summary) => {
  logErrors('Intake', summary);
  continueIntake(valuesOfOutput<{ readonly isStored: boolean }>(summary));
};
