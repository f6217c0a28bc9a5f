import type { ConformancePage } from '../../harness/case';

export const sayingNoPages: readonly ConformancePage[] = [];
