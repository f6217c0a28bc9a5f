import type { ConformancePage } from '../../harness/case';

export const readingPages: readonly ConformancePage[] = [];
