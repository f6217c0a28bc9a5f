import type { Account } from '../kernel/account';
import type { DeployedScript, ScriptType } from '../kernel/execution';
import type { Wire } from '../kernel/wire';
import type { Row } from '../store/store';
import { parameterValue } from './parameterValue';

export type DeploymentStatus = 'RELEASED' | 'TESTING' | 'NOTSCHEDULED' | 'SCHEDULED';

/** A script deployment with all that decides whether, when and for whom it runs. */
export interface Deployment extends DeployedScript {
  readonly title: string;
  readonly status: DeploymentStatus;
  readonly isDeployed: boolean;
  /** The script record is inactive: none of its deployments runs. */
  readonly isInactive: boolean;
  /** Internal id of the user who owns the script; a deployment in TESTING runs for nobody else. */
  readonly owner: string | null;
  /** Script ids of roles in lower case: `administrator`, `customrole_x`. */
  readonly audience: { readonly allRoles: boolean; readonly allEmployees: boolean; readonly roles: readonly string[] };
  /** Script id of the role that the script runs as instead of the user's, in lower case. */
  readonly runAsRole: string | null;
  /** Record type id in lower case, `invoice`, `customrecord_x`; null for scripts that belong to no record. */
  readonly recordType: string | null;
  /** User event type in upper case; null means every type. */
  readonly eventType: string | null;
  /** Contexts that a user event or client script is limited to; null means every context. */
  readonly executionContexts: readonly string[] | null;
  /** A Suitelet that is available without login. */
  readonly isOnline: boolean;
  readonly bufferSize: number;
  readonly concurrencyLimit: number;
  readonly queueAllStagesAtOnce: boolean;
  readonly yieldAfterMinutes: number;
}

interface DeploymentRow extends Row {
  readonly primarykey: number;
  readonly deploymentscriptid: string;
  readonly script: number;
  readonly scriptscriptid: string;
  readonly name: string;
  readonly scripttype: string;
  readonly path: string;
  readonly isinactive: string;
  readonly owner: number | null;
  readonly title: string | null;
  readonly status: string;
  readonly isdeployed: string;
  readonly loglevel: string;
  readonly runasrole: string | null;
  readonly recordtype: string | null;
  readonly eventtype: string | null;
  readonly executioncontext: string | null;
  readonly isonline: string;
  readonly allroles: string;
  readonly allemployees: string;
  readonly audslctrole: string | null;
  readonly buffersize: number;
  readonly concurrencylimit: number;
  readonly queueallstagesatonce: string;
  readonly yieldaftermins: number;
}

const SELECT = `
SELECT d.primarykey, d.scriptid AS deploymentscriptid, d.script, s.scriptid AS scriptscriptid, s.name, s.scripttype,
  f.path, s.isinactive, s.owner, d.title, d.status, d.isdeployed, d.loglevel, d.runasrole, d.recordtype, d.eventtype,
  d.executioncontext, d.isonline, d.allroles, d.allemployees, d.audslctrole, d.buffersize, d.concurrencylimit,
  d.queueallstagesatonce, d.yieldaftermins
FROM scriptdeployment d JOIN script s ON s.id = d.script JOIN file f ON f.id = s.scriptfile`;

/**
 * One deployment, or null where there is none of that name.
 *
 * @param script internal id or script id (`customscript_x`)
 * @param deployment internal id, script id (`customdeploy_x`), or the deployment's number within the script as
 * NetSuite's URLs use it (`deploy=1` is the first one)
 */
export function deployedScript(account: Account, script: string, deployment: string): Deployment | null {
  const all = deploymentsOf(account, script);
  const wanted = deployment.toLowerCase();
  return (
    all.find((candidate) => candidate.deploymentId === wanted || candidate.deployment === wanted) ??
    (/^\d+$/.test(wanted) ? all[Number(wanted) - 1] : undefined) ??
    null
  );
}

/** Every deployment of a script, given by internal id or script id, in the order of their internal ids. */
export function deploymentsOf(account: Account, script: string): Deployment[] {
  return deployments(account, 'WHERE s.scriptid = ? OR CAST(s.id AS TEXT) = ?', [script.toLowerCase(), script]);
}

/** One deployment by its own internal id (`scriptdeployment.primarykey`). */
export function deploymentById(account: Account, primaryKey: string): Deployment | null {
  return deployments(account, 'WHERE d.primarykey = ?', [Number(primaryKey)])[0] ?? null;
}

/** Every deployment of the scripts of one type, in the order of their internal ids. */
export function deploymentsOfType(account: Account, type: ScriptType): Deployment[] {
  return deployments(account, 'WHERE s.scripttype = ?', [type]);
}

/**
 * User event deployments that run for a record type, in the order in which they were made. Which of them runs for an
 * event, context or role is the caller's to decide from the deployment.
 *
 * @param recordType record type id, `invoice` or `customrecord_x`
 */
export function userEventScripts(account: Account, recordType: string): Deployment[] {
  return scriptsOnRecord(account, recordType, 'USEREVENT');
}

/** Client script deployments on a record type, in the order in which they were made. */
export function clientScripts(account: Account, recordType: string): Deployment[] {
  return scriptsOnRecord(account, recordType, 'CLIENT');
}

function scriptsOnRecord(account: Account, recordType: string, type: ScriptType): Deployment[] {
  // Asked at every save, and mostly there is none: this row is kept, see the set-up cache of the store.
  const some = account.store.get(
    "SELECT 1 AS found FROM scriptdeployment WHERE recordtype IN (?, 'RECORD') AND isdeployed = 'T' LIMIT 1",
    [recordType.toUpperCase()],
  );
  if (some === null) return [];
  return deployments(
    account,
    "WHERE s.scripttype = ? AND d.recordtype IN (?, 'RECORD') AND d.isdeployed = 'T' AND s.isinactive = 'F'",
    [type, recordType.toUpperCase()],
  );
}

function deployments(account: Account, where: string, params: readonly (string | number)[]): Deployment[] {
  return account.store
    .all<DeploymentRow>(`${SELECT} ${where} ORDER BY d.primarykey`, params)
    .map((row) => toDeployment(account, row));
}

function toDeployment(account: Account, row: DeploymentRow): Deployment {
  return {
    scriptType: row.scripttype as ScriptType,
    script: String(row.script),
    deployment: String(row.primarykey),
    scriptId: row.scriptscriptid,
    deploymentId: row.deploymentscriptid,
    name: row.name,
    file: row.path,
    logLevel: row.loglevel as DeployedScript['logLevel'],
    parameters: parametersOf(account, row.script, row.primarykey),
    title: row.title ?? row.name,
    status: row.status as DeploymentStatus,
    isDeployed: row.isdeployed === 'T',
    isInactive: row.isinactive === 'T',
    owner: row.owner === null ? null : String(row.owner),
    audience: {
      allRoles: row.allroles === 'T',
      allEmployees: row.allemployees === 'T',
      roles: list(row.audslctrole) ?? [],
    },
    runAsRole: row.runasrole,
    recordType: row.recordtype === null ? null : row.recordtype.toLowerCase(),
    eventType: row.eventtype,
    executionContexts: list(row.executioncontext),
    isOnline: row.isonline === 'T',
    bufferSize: row.buffersize,
    concurrencyLimit: row.concurrencylimit,
    queueAllStagesAtOnce: row.queueallstagesatonce === 'T',
    yieldAfterMinutes: row.yieldaftermins,
  };
}

/** A parameter shown as a preference of the company has one value for all deployments; others one for each. */
function parametersOf(account: Account, script: number, deployment: number): Record<string, Wire> {
  const rows = account.store.all<{
    scriptid: string;
    fieldtype: string;
    defaultvalue: string | null;
    setting: string | null;
    preference: string | null;
    given: number;
    value: string | null;
  }>(
    `SELECT p.scriptid, p.fieldtype, p.defaultvalue, p.setting, p.preference, v.deployment IS NOT NULL AS given, v.value
     FROM scriptparameter p LEFT JOIN scriptparametervalue v ON v.parameter = p.id AND v.deployment = ?
     WHERE p.script = ? ORDER BY p.id`,
    [deployment, script],
  );
  const parameters: Record<string, Wire> = {};
  for (const row of rows) {
    const stored = row.setting ? (row.preference ?? row.defaultvalue) : row.given ? row.value : row.defaultvalue;
    parameters[row.scriptid] = parameterValue(row.fieldtype, stored);
  }
  return parameters;
}

function list(text: string | null): string[] | null {
  return text === null || text === '' ? null : text.split('|');
}
