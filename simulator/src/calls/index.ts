import type { CallTable } from '../kernel/call';
import { cacheCalls } from './cache';
import { cryptoCalls } from './crypto';
import { formatCalls } from './format';
import { runtimeCalls } from './runtime';
import { httpsCalls } from './https';
import { uiCalls } from './ui';
import { urlCalls } from './url';

/** Everything that a script can ask of the account; each room adds its table. */
export const calls: CallTable = {
  ...cacheCalls,
  ...cryptoCalls,
  ...formatCalls,
  ...runtimeCalls,
  ...httpsCalls,
  ...uiCalls,
  ...urlCalls,
};
