import Big from 'big.js';
import { type AccountOptions, type AccountSnapshot, openAccount } from './account/account';
import type { LogFilter, LogLine } from './account/log';
import { type AgingLine, type AgingOptions, receivablesAging } from './accounting/aging';
import { changePeriod, type PeriodChange } from './accounting/periodStatus';
import type { Period } from './accounting/periods';
import { type TrialBalanceFilter, type TrialBalanceLine, trialBalance } from './accounting/trialBalance';
import { administrator, userInRole } from './auth/people';
import type { Faults } from './execution/faults';
import type { Watcher } from './execution/trace';
import type { ScriptUsage } from './execution/usage';
import { readFile } from './files/cabinet';
import { type AccountCredentials, accountCredentials } from './http/ready';
import { type Listening, type ListenOptions, listen } from './http/server';
import type { Account } from './kernel/account';
import type { Clock } from './kernel/clock';
import type { Caller, User } from './kernel/execution';
import type { Operation } from './kernel/operation';
import { outbox, type SentMail } from './mail/outbox';
import { runSuiteQL } from './query/run';
import { type RecognitionJournal, type RecognitionRequest, recognizeRevenue } from './records/recognizeRevenue';
import {
  changeProcessorPreferences,
  type ProcessorChange,
  type ProcessorPreferences,
  processorPreferences,
} from './scripts/processorPreferences';
import { startWaiting } from './scripts/processors';
import { type RestletAnswer, runRestlet } from './scripts/restlet';
import type { RunReport } from './scripts/runReport';
import { runScript, type ScriptRun } from './scripts/runScript';
import { type InstallReport, installProject } from './sdf/install';
import type { SqlValue } from './store/store';

export type { AccountOptions, AccountSnapshot } from './account/account';
export type { LogFilter, LogLine } from './account/log';
export type { PeriodChange } from './accounting/periodStatus';
export type { Period } from './accounting/periods';
export type { CallSite, FaultKind, FaultPlan, FaultRule, Hit } from './execution/faults';
export type { TracedCall, TracedEnd, TracedExecution, Watcher } from './execution/trace';
export type { ScriptUsage } from './execution/usage';
export type { AccountCredentials } from './http/ready';
export type { ListenOptions } from './http/server';
export type { OutsideAnswer, OutsideFailure, OutsideRequest, OutsideWorld } from './kernel/outsideWorld';
export type { SentMail } from './mail/outbox';
export type { RecognitionJournal, RecognitionRequest } from './records/recognizeRevenue';
export type { ProcessorChange, ProcessorPreferences } from './scripts/processorPreferences';
export type { RestletAnswer } from './scripts/restlet';
export type { RunReport } from './scripts/runReport';
export type { ScriptRun } from './scripts/runScript';
export type { InstallReport } from './sdf/install';

export interface RestletCall {
  /** Script ids or internal ids. */
  readonly script: string;
  readonly deploy: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly parameters?: Readonly<Record<string, string>>;
  /** Sent as JSON, a string as it is. */
  readonly body?: unknown;
  readonly contentType?: string;
  /** Internal ids of who calls; the administrator if left out. */
  readonly user?: { readonly id: string; readonly role: string };
}

/** A local NetSuite account. */
export interface SimulatedAccount {
  readonly id: string;
  readonly clock: Clock;
  /** What goes wrong at the calls of scripts; nothing, until a plan is made. */
  readonly faults: Faults;
  /** The inside of the account, for operations given to {@link perform}. */
  readonly account: Account;
  /** Installs a SuiteCloud project from its folder or zip. */
  install(path: string): Promise<InstallReport>;
  /** Runs a map/reduce or scheduled script to its end. */
  run(run: ScriptRun): Promise<RunReport>;
  /**
   * Serves the account over HTTP at NetSuite's own paths. The credentials are those of the integration user in `role`
   * (script id; by default the first custom role that a RESTlet's audience names), and the administrator's beside them.
   */
  listen(options?: ListenOptions & { readonly role?: string }): Promise<{
    readonly url: string;
    readonly credentials: AccountCredentials;
  }>;
  /** Calls a RESTlet without HTTP, so that its order among other work comes from the seed. */
  callRestlet(call: RestletCall): Promise<RestletAnswer>;
  /** Rows of a SuiteQL statement, read as the administrator. */
  suiteql(sql: string, params?: readonly (string | number | boolean)[]): Promise<Record<string, SqlValue>[]>;
  /** Runs an operation of the account to its end. */
  perform<R>(operation: Operation<R>): Promise<R>;
  /** Moves the clock to an ISO time, or by milliseconds, and runs to its end what is scheduled until then. */
  passTime(to: string | number): Promise<void>;
  /** Resolves when all work in the background has ended. */
  idle(): Promise<void>;
  /** Keeps what comes in until the returned function is called, and then orders it all by the seed. */
  hold(): () => void;
  /** The state of the idle account, and the way back to it; another seed orders things anew. */
  snapshot(): AccountSnapshot;
  restore(snapshot: AccountSnapshot, seed?: number): void;
  log(filter?: LogFilter): LogLine[];
  /** The contents of a file in the File Cabinet, by its path or internal id; base64 where they are not text. */
  file(idOrPath: string | number): string;
  /** Mails that scripts sent, oldest first. */
  outbox(): SentMail[];
  /** Governance units by script and by call. */
  usage(): ScriptUsage[];
  /** Tells of each call of a script and of each execution's end, until the returned function is called. */
  watch(watcher: Watcher): () => void;
  /** Balances of the general ledger, and their sums in decimal texts; debit equals credit. */
  trialBalance(filter?: TrialBalanceFilter): TrialBalance;
  /** What customers owe by age, counted from a day, `YYYY-MM-DD`. */
  receivablesAging(options: AgingOptions): AgingLine[];
  /**
   * Closes, reopens, locks or unlocks an accounting period as Manage Accounting Periods does; it is named by its name
   * (`Jul 2026`), its internal id or a day in it.
   */
  setPeriod(period: string | number, change: PeriodChange): Period;
  /**
   * Creates the revenue recognition journal entries of a period, as the page Create Revenue Recognition Journal Entries
   * does, which scripts cannot: of plans of Advanced Revenue Management and of classic schedules. Gives what was made.
   */
  recognizeRevenue(request: RecognitionRequest): Promise<RecognitionJournal[]>;
  /**
   * Tells the preferences of SuiteCloud Processors and the priorities of deployments, after changing what is given:
   * `{ count: 5, reserved: 2, elevation: 'moderate', priorities: [{ script: 'customscript_x', priority: 'HIGH' }] }`.
   */
  processors(change?: ProcessorChange): ProcessorPreferences;
  close(): Promise<void>;
}

export interface TrialBalance {
  readonly debit: string;
  readonly credit: string;
  readonly lines: readonly TrialBalanceLine[];
}

/** Makes an account, or opens the one in the data file. */
export async function createAccount(options: AccountOptions = {}): Promise<SimulatedAccount> {
  const open = openAccount(options);
  const { account, core } = open;
  const servers: Listening[] = [];
  return {
    id: account.id,
    clock: open.clock,
    faults: core.faults,
    account,
    install: (path) => open.perform(installProject(account, path), 'install'),
    run: (run) => open.perform(runScript(account, callerOf(account), run), 'run'),
    passTime: (to) => open.schedules.passTo(typeof to === 'string' ? Date.parse(to) : account.clock.now() + to),
    listen: async ({ role, ...where } = {}) => {
      const server = await listen(open, where);
      servers.push(server);
      return { url: server.url, credentials: accountCredentials(account, server.url, role ?? null) };
    },
    callRestlet: (call) =>
      open.perform(runRestlet(account, callerOf(account, call.user), restletRequest(call)), 'RESTlet'),
    suiteql: async (sql, params = []) => {
      const { columns, rows } = runSuiteQL(account, callerOf(account), sql, params);
      return rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])));
    },
    perform: (operation) => open.perform(operation),
    idle: open.idle,
    hold: () => core.scheduler.hold(),
    snapshot: open.snapshot,
    restore: open.restore,
    log: open.log,
    file: (idOrPath) => readFile(account, idOrPath),
    outbox: () => outbox(account.store),
    usage: () => core.usage.report(),
    watch: (watcher) => core.trace.watch(watcher),
    trialBalance: (filter) => {
      const lines = trialBalance(account, filter);
      return { debit: total(lines, 'debit'), credit: total(lines, 'credit'), lines };
    },
    receivablesAging: (options) => receivablesAging(account, options),
    setPeriod: (period, change) => changePeriod(account, period, change, new Date(account.clock.now()).toISOString()),
    recognizeRevenue: (request) =>
      open.perform(recognizeRevenue(account, callerOf(account), request), 'recognizeRevenue'),
    processors: (change) => {
      if (change) changeProcessorPreferences(account, change);
      startWaiting(account);
      return processorPreferences(account);
    },
    close: async () => {
      for (const server of servers.splice(0)) await server.close();
      await open.close();
    },
  };
}

function total(lines: readonly TrialBalanceLine[], side: 'debit' | 'credit'): string {
  return lines.reduce((sum, line) => sum.plus(line[side]), new Big(0)).toFixed(2);
}

function callerOf(account: Account, who?: { readonly id: string; readonly role: string }): Caller {
  const user: User | null = who ? userInRole(account, who.id, who.role) : administrator(account);
  if (user === null) throw new Error(`Nobody has the id ${who?.id} and the role ${who?.role}.`);
  return { user, context: 'RESTLET', execution: null };
}

function restletRequest({ script, deploy, method, parameters = {}, body, contentType }: RestletCall) {
  if (body === undefined) return { script, deploy, method, parameters, body: null, contentType: contentType ?? null };
  const isText = typeof body === 'string';
  const type = contentType ?? (isText ? 'text/plain' : 'application/json');
  return { script, deploy, method, parameters, body: isText ? body : JSON.stringify(body), contentType: type };
}
