import type { ConformancePage } from '../harness/case';
import { executionPages } from './execution';
import { readingPages } from './reading';
import { sayingNoPages } from './sayingNo';

/** Every page of Oracle's documentation that the suite checks. */
export const pages: readonly ConformancePage[] = [...executionPages, ...sayingNoPages, ...readingPages];
