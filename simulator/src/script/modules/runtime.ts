import { scriptError } from '../errors';
import { call, current, remainingUsage } from '../host';
import type { Lacks } from '../moduleTypes';
import { defineModule, unsupported } from '../unsupported';

type Named = string | { readonly name: string };

const nameOf = (options: Named): string => (typeof options === 'object' ? options.name : String(options));

const EnvType = Object.freeze({ SANDBOX: 'SANDBOX', PRODUCTION: 'PRODUCTION', BETA: 'BETA', INTERNAL: 'INTERNAL' });

const Permission = Object.freeze({ FULL: 4, EDIT: 3, CREATE: 2, VIEW: 1, NONE: 0 });

/** What triggered the current script (section_4296359529). */
const ContextType = Object.freeze({
  ACTION: 'ACTION',
  ADVANCEDREVREC: 'ADVANCEDREVREC',
  BANKCONNECTIVITY: 'BANKCONNECTIVITY',
  BANKSTATEMENTPARSER: 'BANKSTATEMENTPARSER',
  BUNDLE_INSTALLATION: 'BUNDLEINSTALLATION',
  CLIENT: 'CLIENT',
  CONSOLRATEADJUSTOR: 'CONSOLRATEADJUSTOR',
  CSV_IMPORT: 'CSVIMPORT',
  CUSTOMGLLINES: 'CUSTOMGLLINES',
  CUSTOM_MASSUPDATE: 'CUSTOMMASSUPDATE',
  DATASETBUILDER: 'DATASETBUILDER',
  DEBUGGER: 'DEBUGGER',
  EMAIL_CAPTURE: 'EMAILCAPTURE',
  FICONNECTIVITY: 'FICONNECTIVITY',
  FIPARSER: 'FIPARSER',
  MAP_REDUCE: 'MAPREDUCE',
  NONE: 'NONE',
  PAYMENTGATEWAY: 'PAYMENTGATEWAY',
  PAYMENTPOSTBACK: 'PAYMENTPOSTBACK',
  PLATFORMEXTENSION: 'PLATFORMEXTENSION',
  PORTLET: 'PORTLET',
  PROMOTIONS: 'PROMOTIONS',
  RESTLET: 'RESTLET',
  REST_WEBSERVICES: 'RESTWEBSERVICES',
  SCHEDULED: 'SCHEDULED',
  SDF_INSTALLATION: 'SDFINSTALLATION',
  SHIPPING_PARTNERS: 'SHIPPINGPARTNERS',
  SUITELET: 'SUITELET',
  TAX_CALCULATION: 'TAXCALCULATION',
  USEREVENT: 'USEREVENT',
  USER_INTERFACE: 'USERINTERFACE',
  WEBAPPLICATION: 'WEBAPPLICATION',
  WEBSERVICES: 'WEBSERVICES',
  WEBSTORE: 'WEBSTORE',
  WORKBOOKBUILDER: 'WORKBOOKBUILDER',
  WORKFLOW: 'WORKFLOW',
});

let percentComplete = 0;

/** The running script (section_4296359928). A parameter that was not set is null. */
function getCurrentScript() {
  const { script } = current().start.request;
  return {
    id: script.scriptId,
    deploymentId: script.deploymentId,
    logLevel: script.logLevel,
    bundleIds: [],
    get percentComplete(): number {
      return percentComplete;
    },
    set percentComplete(percent: number) {
      if (!(percent >= 0 && percent <= 100)) {
        throw scriptError('SSS_INVALID_TYPE_ARG', 'You have entered an invalid type argument: percentComplete');
      }
      percentComplete = percent;
    },
    getParameter: (options: Named) => script.parameters[nameOf(options)] ?? null,
    getRemainingUsage: remainingUsage,
  };
}

/** The user on whose behalf the script runs (section_4296360424). */
function getCurrentUser() {
  const { user } = current().start.request;
  return {
    id: Number(user.id),
    name: user.name,
    email: user.email,
    role: Number(user.role),
    roleId: user.roleScriptId,
    roleCenter: unsupported('N/runtime User.roleCenter'),
    subsidiary: user.subsidiary === null ? null : Number(user.subsidiary),
    contact: 0,
    department: unsupported('N/runtime User.department'),
    location: unsupported('N/runtime User.location'),
    getPermission: (options: Named) => call<number>('runtime.getPermission', { name: nameOf(options) }),
    getPreference: (options: Named) => call<string | null>('runtime.getPreference', { name: nameOf(options) }),
  };
}

/** Values that a user's session keeps between scripts (section_4296360146). */
function getCurrentSession() {
  return {
    get: (options: Named) => call<string | null>('runtime.getSessionValue', { name: nameOf(options) }),
    set: (options: { readonly name: string; readonly value: string }) =>
      call<null>('runtime.setSessionValue', { name: options.name, value: String(options.value) }),
  };
}

const implemented = {
  get accountId(): string {
    return current().start.accountId;
  },
  get envType(): string {
    return /_SB\d*$/.test(current().start.accountId) ? EnvType.SANDBOX : EnvType.PRODUCTION;
  },
  get executionContext(): string {
    return current().start.request.context;
  },
  /** Without SuiteCloud Plus an account has two processors (section_1518131145) and one queue. */
  processorCount: 2,
  queueCount: 1,
  version: '2026.1',
  getCurrentScript,
  getCurrentUser,
  getCurrentSession,
  isFeatureInEffect: (options: { readonly feature: string }) =>
    call<boolean>('runtime.isFeatureInEffect', { feature: options.feature }),
  EnvType,
  Permission,
  ContextType,
};

export const runtime = defineModule('N/runtime', implemented, ['country']);
export const lacks: Lacks<typeof import('N/runtime'), typeof implemented, 'country'> = true;
