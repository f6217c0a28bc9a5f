import type { ConformancePage } from '../../harness/case';
import { queryPages } from './queries';
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
  ...queryPages,
];
