import type { ConformancePage } from '../../harness/case';
import { filters, lookup, resultLimits, runPaged } from './search';
import { builtIn, functions, limitations, runSuiteQL, runSuiteQLPaged, syntax } from './suiteql';

export const readingPages: readonly ConformancePage[] = [
  runSuiteQL,
  runSuiteQLPaged,
  syntax,
  limitations,
  functions,
  builtIn,
  filters,
  lookup,
  runPaged,
  resultLimits,
];
