import type { ConformancePage } from '../../harness/case';
import { mapReduceGovernance } from './governance';
import { interruptionOptions, interruptionResponse, restartedStages, yielding } from './interruptions';
import { getInputData, mapReduceStages } from './mapReduceStages';

export const executionPages: readonly ConformancePage[] = [
  mapReduceStages,
  getInputData,
  mapReduceGovernance,
  yielding,
  interruptionOptions,
  interruptionResponse,
  restartedStages,
];
