import type { Account } from '../kernel/account';
import { type CallTable, defineCall } from '../kernel/call';
import { NetSuiteError } from '../kernel/errors';
import { recordDefinition } from '../records/catalogue';
import { deployedScript } from '../scripts/registry';
import { recordAddress } from './recordAddress';
import { externalToken, scriptParameters, scriptPath } from './scriptAddress';

type Parameters = Readonly<Record<string, unknown>>;

interface ScriptTarget {
  readonly scriptId: string | number;
  readonly deploymentId: string | number;
  readonly params: Parameters;
  readonly returnExternalUrl: boolean;
}

interface RecordTarget {
  readonly recordType: string;
  readonly recordId: string | number | null;
  readonly isEditMode: boolean;
  readonly params: Parameters;
}

interface DomainTarget {
  readonly hostType: string;
  readonly accountId: string | null;
}

/** First parts of NetSuite's domains by kind of use. */
const DOMAINS: Readonly<Record<string, string>> = {
  APPLICATION: 'app',
  CUSTOMER_CENTER: 'app',
  FORM: 'extforms',
  RESTLET: 'restlets.api',
  SUITETALK: 'suitetalk.api',
};

/** Pages of NetSuite's own that the local account has, by task id (section_4358672296). */
const TASKS: Readonly<Record<string, string>> = {
  CARD_0: '/app/center/card.nl',
  LIST_SCRIPT: '/app/common/scripting/scriptlist.nl',
  LIST_SCRIPTSTATUS: '/app/common/scripting/scriptstatus.nl',
  LIST_TRAN_CUSTINVC: '/app/common/recordlist.nl?rectype=invoice',
  LIST_CUSTJOB: '/app/common/recordlist.nl?rectype=customer',
};

/** Calls of N/url (section_4358552918); they cost no units. */
export const urlCalls: CallTable = {
  'url.resolveScript': defineCall({
    units: 0,
    serve: (target: ScriptTarget, account) => resolveScript(account, target),
  }),
  'url.resolveRecord': defineCall({
    units: 0,
    serve: (target: RecordTarget, account) => resolveRecord(account, target),
  }),
  'url.resolveDomain': defineCall({
    units: 0,
    serve: (target: DomainTarget, account) => resolveDomain(account, target),
  }),
  'url.resolveTaskLink': defineCall({
    units: 0,
    serve: ({ id, params }: { readonly id: string; readonly params: Parameters }) => {
      const path = TASKS[id.toUpperCase()];
      if (!path) throw new NetSuiteError('SSS_INVALID_TASK_ID', `The task ID: ${id} is not valid.`);
      return withParameters(path, params);
    },
  }),
};

/** Address with parameters behind it, encoded; those that are undefined or null are left out. */
export function withParameters(address: string, parameters: Parameters): string {
  const query = Object.entries(parameters)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
  if (query === '') return address;
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
}

/**
 * Address of a Suitelet or RESTlet: relative, or with `returnExternalUrl` whole and usable from outside.
 *
 * @throws SSS_INVALID_SCRIPT_ID_1 where there is no such deployment
 */
export function resolveScript(account: Account, target: ScriptTarget): string {
  const deployment = deployedScript(account, String(target.scriptId), String(target.deploymentId));
  const path = deployment && scriptPath(deployment.scriptType);
  if (!deployment || !path) {
    throw new NetSuiteError(
      'SSS_INVALID_SCRIPT_ID_1',
      `You have provided an invalid script id or internal id: ${target.scriptId}`,
    );
  }
  const named = scriptParameters(account, deployment);
  if (!target.returnExternalUrl) return withParameters(path, { ...named, compid: account.id, ...target.params });
  if (deployment.scriptType === 'RESTLET') {
    return withParameters(`${baseAddress(account, 'RESTLET')}${path}`, { ...named, ...target.params });
  }
  const parameters = { ...named, compid: account.id, 'ns-at': externalToken(account, deployment), ...target.params };
  return withParameters(`${baseAddress(account, 'FORM')}${path}`, parameters);
}

/** Ends with the account's id, as Oracle's sample does (subsect_159976562256). */
function resolveRecord(account: Account, target: RecordTarget): string {
  const type = target.recordType.toLowerCase();
  const definition = recordDefinition(account, type);
  const id = target.recordId === null ? null : String(target.recordId);
  const { path, parameters } = recordAddress(type, id, target.isEditMode, definition.internalId);
  return withParameters(path, { ...parameters, compid: account.id, ...target.params });
}

function resolveDomain(account: Account, { hostType, accountId }: DomainTarget): string {
  const isOwn = accountId === null || accountId === account.id;
  return (isOwn ? baseAddress(account, hostType) : netSuiteAddress(accountId, hostType)).replace(/^https?:\/\//, '');
}

/** Where the account is served; NetSuite's address while it is not served at all. */
function baseAddress(account: Account, hostType: string): string {
  return account.address ?? netSuiteAddress(account.id, hostType);
}

function netSuiteAddress(accountId: string, hostType: string): string {
  return `https://${accountId.toLowerCase().replace('_', '-')}.${DOMAINS[hostType] ?? 'app'}.netsuite.com`;
}
