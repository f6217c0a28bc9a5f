import { createExecutionCore, type ExecutionCore } from '../../src/execution';
import type { Account, LogEntry } from '../../src/kernel/account';
import type { CallTable } from '../../src/kernel/call';
import { type Clock, manualClock } from '../../src/kernel/clock';
import type { ExecutionOutcome, ExecutionRequest, ScriptType } from '../../src/kernel/execution';
import { execute } from '../../src/kernel/operation';
import { seededRandom } from '../../src/kernel/random';
import type { Wire } from '../../src/kernel/wire';
import type { Store } from '../../src/store/store';

/** An execution core with script files in a map and calls of the test's own, on an account without data. */
export interface Bench extends ExecutionCore {
  readonly account: Account;
  readonly clock: Clock;
  readonly files: Map<string, string>;
  readonly entries: LogEntry[];
  /** Titles of the log, one text for each entry. */
  titles(): string[];
  /** A request for an entry point of a script file. */
  request(file: string, options?: RequestOptions): ExecutionRequest;
  run(file: string, options?: RequestOptions): Promise<ExecutionOutcome>;
}

export interface RequestOptions {
  readonly entryPoint?: string;
  readonly type?: ScriptType;
  readonly input?: Wire;
  readonly units?: number;
  readonly seconds?: number;
  readonly logLevel?: 'DEBUG' | 'AUDIT' | 'ERROR' | 'EMERGENCY';
  readonly parameters?: Readonly<Record<string, Wire>>;
  readonly name?: string;
}

export const START = Date.UTC(2026, 2, 31, 16);

export function bench(
  files: Record<string, string>,
  options: { readonly calls?: CallTable; readonly seed?: number; readonly patience?: number } = {},
): Bench {
  const { calls = {}, seed = 1, patience } = options;
  const texts = new Map(Object.entries(files));
  const clock = manualClock(START);
  const entries: LogEntry[] = [];
  const account: Account = {
    id: '1234567',
    store: {} as Store,
    clock,
    random: seededRandom(seed),
    address: null,
    spawn: (name, operation) => void core.scheduler.spawn(name, operation),
    log: (entry) => entries.push(entry),
  };
  const source = (path: string): string | null => texts.get(path) ?? null;
  const core = createExecutionCore({ account, calls, source, seed, ...(patience === undefined ? {} : { patience }) });
  const request = (file: string, given: RequestOptions = {}): ExecutionRequest => ({
    script: {
      scriptType: given.type ?? 'RESTLET',
      script: '1',
      deployment: '1',
      scriptId: given.name ?? 'customscript_test',
      deploymentId: 'customdeploy_test',
      name: 'Test',
      file,
      logLevel: given.logLevel ?? 'DEBUG',
      parameters: given.parameters ?? {},
    },
    entryPoint: given.entryPoint ?? 'get',
    input: given.input ?? {},
    user: { id: '-5', name: 'A', email: 'a@example.com', role: '3', roleScriptId: 'administrator', subsidiary: '1' },
    context: 'RESTLET',
    limits: { units: given.units ?? 5000, seconds: given.seconds ?? 300 },
  });
  return {
    ...core,
    account,
    clock,
    files: texts,
    entries,
    titles: () => entries.map(({ title }) => title),
    request,
    run: (file, given) => core.scheduler.spawn(file, execute(request(file, given))),
  };
}

/** The output of a RESTlet's entry point as the value that it returned. */
export function returned(outcome: ExecutionOutcome): unknown {
  if (outcome.status !== 'completed') throw new Error(`${outcome.error.name}: ${outcome.error.message}`);
  const output = outcome.output as { kind: string; text?: string };
  return output.kind === 'json' ? JSON.parse(output.text ?? '') : output.text;
}

/** The error that ended an execution. */
export function failed(outcome: ExecutionOutcome): { name: string; message: string; jsClass?: string; fatal: boolean } {
  if (outcome.status !== 'failed') throw new Error(`completed with ${JSON.stringify(outcome.output)}`);
  return { ...outcome.error, fatal: outcome.fatal };
}

/** A SuiteScript 2.1 RESTlet whose `get` has this body; the named modules are its parameters. */
export function restlet(body: string, modules: readonly string[] = []): string {
  const names = modules.map((name) => name.split('/').at(-1)).join(', ');
  const list = modules.map((name) => `'${name}'`).join(', ');
  return `/**
 * @NApiVersion 2.1
 * @NScriptType Restlet
 */
define([${list}], (${names}) => ({ get: (parameters) => { ${body} } }));
`;
}
