import * as runtime from 'N/runtime';

/**
 * Script id of the deployment that runs. Of a deployment one instance runs at a time, so as the name of who holds a lane
 * it may take again what it held when it died.
 */
export function deploymentId(): string {
  return runtime.getCurrentScript().deploymentId;
}
