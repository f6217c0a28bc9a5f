import type { ConformancePage } from '../harness/case';
import { determinismPages } from './determinism';
import { entityPages } from './entities';
import { executionPages } from './execution';
import { ordersPages } from './orders';
import { readingPages } from './reading';
import { receivablesPages } from './receivables';
import { revenuePages } from './revenue';
import { sayingNoPages } from './sayingNo';
import { setupPages } from './setup';

/** Every page of Oracle's documentation that the suite checks. */
export const pages: readonly ConformancePage[] = [
  ...setupPages,
  ...receivablesPages,
  ...entityPages,
  ...ordersPages,
  ...revenuePages,
  ...executionPages,
  ...sayingNoPages,
  ...readingPages,
  ...determinismPages,
];
