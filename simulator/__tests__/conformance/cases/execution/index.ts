import type { ConformancePage } from '../../harness/case';
import {
  deploymentRecord,
  invocationType,
  onDemand,
  processors,
  scheduledInSdf,
  scheduledRestart,
  status,
} from './deployments';
import { mapReduceGovernance } from './governance';
import { interruptionOptions, interruptionResponse, restartedStages, yielding } from './interruptions';
import { getInputData, mapReduceStages } from './mapReduceStages';
import { define, dependencyPaths, globals, promises, requireFunction, syntaxVersions } from './modules';
import { priorityElevation, priorityLevels, processorReservation } from './priorities';
import {
  afterSubmit,
  beforeLoad,
  beforeSubmit,
  contextFilter,
  executeAsRole,
  howTheyRun,
  scriptOrder,
} from './userEvents';

export const executionPages: readonly ConformancePage[] = [
  mapReduceStages,
  getInputData,
  mapReduceGovernance,
  yielding,
  interruptionOptions,
  interruptionResponse,
  restartedStages,
  deploymentRecord,
  onDemand,
  processors,
  priorityLevels,
  priorityElevation,
  processorReservation,
  invocationType,
  scheduledRestart,
  scheduledInSdf,
  status,
  howTheyRun,
  beforeLoad,
  beforeSubmit,
  afterSubmit,
  scriptOrder,
  contextFilter,
  executeAsRole,
  syntaxVersions,
  define,
  requireFunction,
  dependencyPaths,
  globals,
  promises,
];
