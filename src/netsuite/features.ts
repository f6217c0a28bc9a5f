import * as runtime from 'N/runtime';

/** Features by NetSuite's ids that decide which fields and tables exist. */
export type Feature =
  | 'SUBSIDIARIES'
  | 'MULTICURRENCY'
  | 'CLASSES'
  | 'DEPARTMENTS'
  | 'LOCATIONS'
  | 'REVENUERECOGNITION'
  | 'ADVANCEDREVENUERECOGNITION';

/** Whether the account has a feature switched on. Costs no units. */
export function hasFeature(feature: Feature): boolean {
  return runtime.isFeatureInEffect({ feature });
}
