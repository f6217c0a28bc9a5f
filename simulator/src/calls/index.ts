import type { CallTable } from '../kernel/call';

/** Everything that a script can ask of the account; each room adds its table. */
export const calls: CallTable = {};
