/** Enumerations of the SDF XML reference, each with Oracle's name for it. Lists that Oracle does not publish are not checked. */

/** customrecordtype_accesstype */
export const ACCESS_TYPES: readonly string[] = ['CUSTRECORDENTRYPERM', 'NONENEEDED', 'USEPERMISSIONLIST'];
/** execution_context */
export const EXECUTION_CONTEXTS: readonly string[] = [
  'ACTION',
  'ADVANCEDREVREC',
  'BANKCONNECTIVITY',
  'BANKSTATEMENTPARSER',
  'BUNDLEINSTALLATION',
  'CLIENT',
  'CONSOLRATEADJUSTOR',
  'CSVIMPORT',
  'CUSTOMGLLINES',
  'CUSTOMMASSUPDATE',
  'DATASETBUILDER',
  'DEBUGGER',
  'EMAILCAPTURE',
  'FICONNECTIVITY',
  'FIPARSER',
  'MAPREDUCE',
  'OFFLINECLIENT',
  'OTHER',
  'PAYMENTGATEWAY',
  'PAYMENTPOSTBACK',
  'PLATFORMEXTENSION',
  'PORTLET',
  'PROMOTIONS',
  'RECORDACTION',
  'RESTLET',
  'RESTWEBSERVICES',
  'SCHEDULED',
  'SDFINSTALLATION',
  'SHIPPINGPARTNERS',
  'SUITELET',
  'TAXCALCULATION',
  'USEREVENT',
  'USERINTERFACE',
  'WEBAPPLICATION',
  'WEBSERVICES',
  'WEBSTORE',
  'WORKBOOKBUILDER',
  'WORKFLOW',
];
/** generic_accesslevel_searchlevel */
export const ACCESS_LEVELS: readonly string[] = ['0', '1', '2'];
/** generic_centertype */
export const CENTER_TYPES: readonly string[] = [
  'ACCOUNTCENTER',
  'ALL',
  'BASIC',
  'CUSTOMER',
  'EMPLOYEE',
  'ENGINEERCENTER',
  'EXECUTIVE',
  'HR',
  'MARKETCENTER',
  'OFFLINESALESCENTER',
  'PARTNER',
  'PARTNERCENTER',
  'PROJECTCENTER',
  'SALESCENTER',
  'SHIPPINGCENTER',
  'STOREMANAGER',
  'SUITEAPPCONTROLCENTER',
  'SUPPORTCENTER',
  'SYSADMINCENTER',
  'VENDOR',
  'WEBSITE',
];
/** generic_customfield_displaytype */
export const DISPLAY_TYPES: readonly string[] = ['HIDDEN', 'LOCKED', 'NORMAL', 'SHOWASLIST', 'STATICTEXT'];
/** generic_customfield_dynamicdefault */
export const DYNAMIC_DEFAULTS: readonly string[] = ['DEPARTMENT', 'LOCATION', 'ME', 'NOW', 'SUBSIDIARY', 'SUPERVISOR'];
/** generic_customfield_fieldtype */
export const FIELD_TYPES: readonly string[] = [
  'CHECKBOX',
  'CLOBTEXT',
  'CURRENCY',
  'DATE',
  'DATETIMETZ',
  'DOCUMENT',
  'EMAIL',
  'FLOAT',
  'HELP',
  'IMAGE',
  'INLINEHTML',
  'INTEGER',
  'MULTISELECT',
  'PASSWORD',
  'PERCENT',
  'PHONE',
  'RICHTEXT',
  'SELECT',
  'TEXT',
  'TEXTAREA',
  'TIMEOFDAY',
  'URL',
];
/** generic_customfield_onparentdelete */
export const ON_PARENT_DELETE: readonly string[] = ['NO_ACTION', 'SET_NULL'];
/** generic_day_of_week */
export const DAYS_OF_WEEK: readonly string[] = [
  'FRIDAY',
  'MONDAY',
  'SATURDAY',
  'SUNDAY',
  'THURSDAY',
  'TUESDAY',
  'WEDNESDAY',
];
/** generic_permission_level */
export const PERMISSION_LEVELS: readonly string[] = ['CREATE', 'EDIT', 'FULL', 'NONE', 'VIEW'];
/** generic_repeat_time */
export const REPEAT_TIMES: readonly string[] = ['PT12H', 'PT15M', 'PT1H', 'PT2H', 'PT30M', 'PT4H', 'PT6H', 'PT8H'];
/** generic_tab_type */
export const TAB_TYPES: readonly string[] = ['CRM', 'ENTITY', 'ITEM', 'TRANSACTION'];
/** itemcustomfield_itemsubtype */
export const ITEM_SUBTYPES: readonly string[] = ['BOTH', 'PURCHASE', 'SALE'];
/** role_fullrestrictions */
export const ROLE_FULL_RESTRICTIONS: readonly string[] = ['DEFAULTTOOWN', 'NONE', 'OWNONLY', 'UNASSIGNED'];
/** role_restrictions */
export const ROLE_RESTRICTIONS: readonly string[] = ['DEFAULTTOOWN', 'OWNONLY', 'UNASSIGNED'];
/** rolesubsidiaryoption */
export const ROLE_SUBSIDIARY_OPTIONS: readonly string[] = ['ALL', 'ALLACTIVE', 'OWN', 'SELECTED'];
/** script_eventtype */
export const EVENT_TYPES: readonly string[] = [
  'APPROVE',
  'CANCEL',
  'CHANGEPASSWORD',
  'COPY',
  'CREATE',
  'DELETE',
  'DROPSHIP',
  'EDIT',
  'EDITFORECAST',
  'EMAIL',
  'GET',
  'MARKCOMPLETE',
  'ORDERITEMS',
  'PACK',
  'PAYBILLS',
  'POST',
  'PRINT',
  'QUICKVIEW',
  'REASSIGN',
  'REJECT',
  'RETRACT',
  'SAVESUBMIT',
  'SHIP',
  'SPECIALORDER',
  'TRANSFORM',
  'VIEW',
  'XEDIT',
];
/** script_loglevel */
export const LOG_LEVELS: readonly string[] = ['AUDIT', 'DEBUG', 'EMERGENCY', 'ERROR', 'INTERNAL', 'SYSTEM'];
/** script_setting */
export const PARAMETER_SETTINGS: readonly string[] = ['COMPANY', 'PORTLET', 'USER'];
/** script_status */
export const SCRIPT_STATUSES: readonly string[] = [
  'COMPLETED',
  'INPROGRESS',
  'INQUEUE',
  'NOTSCHEDULED',
  'RELEASED',
  'SCHEDULED',
  'TESTING',
];
/** suiteletdeployment_tasktype */
export const SUITELET_TASK_TYPES: readonly string[] = ['SCRIPT'];
/** tfarequired */
export const TFA_REQUIRED: readonly string[] = ['OFF', 'SMS'];
/** generic_order_of_week */
export const ORDERS_OF_WEEK: readonly string[] = ['FIRST', 'SECOND', 'THIRD', 'FOURTH', 'LAST'];
