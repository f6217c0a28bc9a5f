/**
 * Billing Connector for NetSuite: makes transfers of the documents that arrived in large calls.
 *
 * @NApiVersion 2.1
 * @NScriptType MapReduceScript
 * @NModuleScope SameAccount
 */
import type { EntryPoints } from 'N/types';
import { keysOfErrors, logErrors, valuesOfOutput } from '../netsuite/summary';
import { finishIntakes, piecesToStore, type StoredPiece, storePiece } from '../transfers/runs/intake';

export const getInputData: EntryPoints.MapReduce.getInputData = () => piecesToStore();

export const reduce: EntryPoints.MapReduce.reduce = (context) => {
  for (const value of context.values) context.write({ key: context.key, value: storePiece(value) });
};

export const summarize: EntryPoints.MapReduce.summarize = (summary) => {
  logErrors('Intake', summary);
  finishIntakes(valuesOfOutput<StoredPiece>(summary), keysOfErrors(summary));
};
