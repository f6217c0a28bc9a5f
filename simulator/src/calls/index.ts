import type { CallTable } from '../kernel/call';
import { cacheCalls } from './cache';
import { configCalls } from './config';
import { cryptoCalls } from './crypto';
import { currencyCalls } from './currency';
import { emailCalls } from './email';
import { fileCalls } from './file';
import { formatCalls } from './format';
import { httpsCalls } from './https';
import { queryCalls } from './query';
import { recognitionCalls } from './recognition';
import { recordCalls } from './record';
import { runtimeCalls } from './runtime';
import { searchCalls } from './search';
import { taskCalls } from './task';
import { transactionCalls } from './transaction';
import { uiCalls } from './ui';
import { urlCalls } from './url';

/** Everything that a script can ask of the account; each room adds its table. */
export const calls: CallTable = {
  ...cacheCalls,
  ...configCalls,
  ...cryptoCalls,
  ...currencyCalls,
  ...emailCalls,
  ...fileCalls,
  ...formatCalls,
  ...queryCalls,
  ...recognitionCalls,
  ...recordCalls,
  ...runtimeCalls,
  ...httpsCalls,
  ...taskCalls,
  ...searchCalls,
  ...transactionCalls,
  ...uiCalls,
  ...urlCalls,
};
