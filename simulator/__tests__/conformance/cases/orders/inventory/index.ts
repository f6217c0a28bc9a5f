import type { ConformancePage } from '../../../harness/case';
import { closedCosting, costEstimates, recalculations, underwater } from './costing';
import { adjustments, costingMethods, costOfGoodsSold } from './costs';
import { locations, pickPackShip, stockLevels } from './levels';
import { returnCosting, returnedCosts, standaloneCredit } from './returns';

/** Stock, what it costs, and what it posts. */
export const inventoryPages: readonly ConformancePage[] = [
  costOfGoodsSold,
  costingMethods,
  adjustments,
  underwater,
  costEstimates,
  recalculations,
  closedCosting,
  returnedCosts,
  returnCosting,
  standaloneCredit,
  pickPackShip,
  stockLevels,
  locations,
];
