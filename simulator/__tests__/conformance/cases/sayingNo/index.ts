import type { ConformancePage } from '../../harness/case';
import {
  apiPermissions,
  customRecordSearches,
  permissionList,
  processors,
  queriesAndPermissions,
  recordsCatalog,
  restPermissions,
  subsidiaryRestrictions,
} from './access';
import { cacheGet, cachePut, logging, logModule, scriptTypeUnits, timeLimits } from './limits';
import { accessLevels, customRecordAccess, permissionWords, standardRoles } from './permissions';
import { audience, errorCodes, errorCreate, externalIds, optimisticLocking, recordSave } from './records';
import { concurrency, contentType, postStrings, restletErrors, restletGovernance, returnTypes } from './restlets';
import { classificationRestrictions, employeeRestrictions, webServicesRoles } from './restrictions';
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
  postStrings,
  returnTypes,
  concurrency,
  optimisticLocking,
  recordSave,
  { ...errorCodes, cases: [...errorCodes.cases, ...permissionWords] },
  errorCreate,
  externalIds,
  audience,
  accessLevels,
  standardRoles,
  customRecordAccess,
  permissionList,
  customRecordSearches,
  queriesAndPermissions,
  recordsCatalog,
  processors,
  subsidiaryRestrictions,
  employeeRestrictions,
  classificationRestrictions,
  webServicesRoles,
  apiPermissions,
  restPermissions,
];
