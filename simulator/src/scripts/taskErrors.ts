import { NetSuiteError } from '../kernel/errors';

/**
 * What N/task throws at submit. Oracle's table of error codes does not list these: codes are those that published
 * scripts catch, messages are assumed.
 */
export const TASK_ERRORS = {
  /** The deployment of a map/reduce script has an unfinished run. */
  mapReduceBusy: (deployment: string) =>
    new NetSuiteError('MAP_REDUCE_ALREADY_RUNNING', `The script deployment ${deployment} is already running.`),
  /** The deployment of a scheduled script has an unfinished run. */
  scheduledBusy: () => new NetSuiteError('FAILED_TO_SUBMIT_JOB_REQUEST_1', 'Failed to submit job request: INPROGRESS'),
  /** No deployment was named and none is free. */
  noneFree: (script: string) =>
    new NetSuiteError('NO_DEPLOYMENTS_AVAILABLE', `There are no deployments available for the script ${script}.`),
  /** The deployment is not deployed, or its status is not Not Scheduled. */
  notSubmittable: (deployment: string, status: string) =>
    new NetSuiteError('FAILED_TO_SUBMIT_JOB_REQUEST_1', `Failed to submit job request: ${deployment} is ${status}`),
  /** There is no such script or deployment of the task's type. */
  unknown: (what: string) =>
    new NetSuiteError('FAILED_TO_SUBMIT_JOB_REQUEST_1', `Failed to submit job request: there is no ${what}`),
} as const;
