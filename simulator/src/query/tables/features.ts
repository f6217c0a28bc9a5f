/** Tables that SuiteQL shows only with a feature: `subsidiary` fails in an account without OneWorld. */
export const FEATURE_TABLES: Readonly<Record<string, string>> = {
  subsidiary: 'SUBSIDIARIES',
  customersubsidiaryrelationship: 'SUBSIDIARIES',
  itemsubsidiarymap: 'SUBSIDIARIES',
  currencyrate: 'MULTICURRENCY',
  department: 'DEPARTMENTS',
  classification: 'CLASSES',
  location: 'LOCATIONS',
  inventoryitemlocations: 'MULTILOCINVT',
  aggregateitemlocation: 'MULTILOCINVT',
  job: 'JOBS',
  revenueelement: 'ADVANCEDREVENUERECOGNITION',
  revenueplan: 'ADVANCEDREVENUERECOGNITION',
  revenueplanplannedrevenue: 'ADVANCEDREVENUERECOGNITION',
  revenuerecognitionrule: 'ADVANCEDREVENUERECOGNITION',
  revrecschedule: 'REVENUERECOGNITION',
  revrectemplate: 'REVENUERECOGNITION',
};

/** Columns of any table that are there only with a feature. */
export const FEATURE_COLUMNS: Readonly<Record<string, string>> = {
  subsidiary: 'SUBSIDIARIES',
  department: 'DEPARTMENTS',
  class: 'CLASSES',
  location: 'LOCATIONS',
};
