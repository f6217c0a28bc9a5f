import * as runtime from 'N/runtime';
import { loadConnections } from './load';
import type { ConnectionSettings } from './settings';

/**
 * The connections whose platforms may be called: not paused, and activated in this very account. A copy of the account
 * calls nobody until someone activates them there. 10 units, once in an execution.
 */
export function activeConnections(): readonly ConnectionSettings[] {
  return [...loadConnections().values()].filter(
    ({ isPaused, activatedIn }) => !isPaused && activatedIn === runtime.accountId,
  );
}
