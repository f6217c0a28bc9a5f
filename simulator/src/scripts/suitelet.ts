import type { Account } from '../kernel/account';
import { NetSuiteError } from '../kernel/errors';
import type { Caller, ExecutionOutcome } from '../kernel/execution';
import { execute, type Operation } from '../kernel/operation';
import type { Wire } from '../kernel/wire';
import { isAvailable, isInAudience } from './availability';
import { limitsOf } from './limits';
import { deployedScript } from './registry';
import { inRole } from './users';

/** A call of a Suitelet. */
export interface SuiteletRequest {
  /** Script id or internal id. */
  readonly script: string;
  readonly deploy: string;
  /** True for the URL that is available without login. */
  readonly isExternal?: boolean;
  /** What the entry point's `request` is made from. */
  readonly input: Wire;
}

/** What the script wrote to its response, or the error that it ended with. */
export type SuiteletAnswer = ExecutionOutcome;

/**
 * Runs `onRequest` of a Suitelet.
 *
 * @throws SSS_INVALID_SCRIPTLET_ID where there is no such script, it is not deployed, or it is not available without
 * login; INSUFFICIENT_PERMISSION where the user's role is not in its audience
 */
export function* runSuitelet(account: Account, caller: Caller, request: SuiteletRequest): Operation<SuiteletAnswer> {
  const deployment = deployedScript(account, request.script, request.deploy);
  const isOpen = deployment !== null && (!request.isExternal || deployment.isOnline);
  if (deployment?.scriptType !== 'SUITELET' || !isAvailable(deployment, caller.user) || !isOpen) {
    throw new NetSuiteError('SSS_INVALID_SCRIPTLET_ID', 'That Suitelet is invalid, disabled, or no longer exists.');
  }
  if (!request.isExternal && !isInAudience(deployment, caller.user)) {
    throw new NetSuiteError('INSUFFICIENT_PERMISSION', 'You do not have privileges to view this page.');
  }
  return yield* execute({
    script: deployment,
    entryPoint: 'onRequest',
    input: request.input,
    user: inRole(account, caller.user, deployment.runAsRole),
    context: 'SUITELET',
    limits: limitsOf('SUITELET', 'onRequest'),
  });
}
