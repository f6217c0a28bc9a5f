import type { ConformancePage } from '../../harness/case';
import { cacheGet, cachePut, logging, logModule, scriptTypeUnits, timeLimits } from './limits';
import { audience, errorCodes, errorCreate, externalIds, optimisticLocking, recordSave } from './records';
import { concurrency, contentType, restletErrors, restletGovernance } from './restlets';
import { apiGovernance } from './units';

export const sayingNoPages: readonly ConformancePage[] = [
  apiGovernance,
  scriptTypeUnits,
  timeLimits,
  cachePut,
  cacheGet,
  logging,
  logModule,
  restletErrors,
  contentType,
  restletGovernance,
  concurrency,
  optimisticLocking,
  recordSave,
  errorCodes,
  errorCreate,
  externalIds,
  audience,
];
