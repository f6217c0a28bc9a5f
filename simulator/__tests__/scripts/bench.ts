import { fileCalls } from '../../src/calls/file';
import { runtimeCalls } from '../../src/calls/runtime';
import { taskCalls } from '../../src/calls/task';
import type { CompanyData } from '../../src/company/companyData';
import { loadCompany } from '../../src/company/load';
import { companyData } from '../../src/company/presets';
import { createExecutionCore, type ExecutionCore } from '../../src/execution';
import { moduleText } from '../../src/files/cabinet';
import { createTopLevelFolders } from '../../src/files/topLevelFolders';
import type { Account, LogEntry } from '../../src/kernel/account';
import { type Clock, manualClock } from '../../src/kernel/clock';
import type { Caller, User } from '../../src/kernel/execution';
import type { Operation } from '../../src/kernel/operation';
import { seededRandom } from '../../src/kernel/random';
import { createSchema } from '../../src/store/schema';
import { openStore } from '../../src/store/sqlite';

/** An account with what installing and running scripts needs: data, workers, N/file, N/runtime and N/task. */
export interface Bench extends ExecutionCore {
  readonly account: Account;
  readonly clock: Clock;
  readonly entries: LogEntry[];
  perform<R>(operation: Operation<R>): Promise<R>;
  idle(): Promise<void>;
  rows(sql: string): readonly object[];
  /** Details of the log under a title, in order. */
  logged(title: string): string[];
}

export const START = Date.parse('2026-03-31T16:00:00Z');

export const CLERK: User = {
  id: '77',
  name: 'Carla Clerk',
  email: 'carla@example.org',
  role: '1000',
  roleScriptId: 'customrole_clerk',
  subsidiary: null,
};

/** What the clerk's role may do: call RESTlets, work with files, submit tasks, read currencies. */
const CLERK_PERMISSIONS = { ADMI_CUSTOMSCRIPT: 1, ADMI_SS_SCHEDULING: 4, LIST_CURRENCY: 1, LIST_FILECABINET: 4 };

export const CALLER: Caller = { user: CLERK, context: 'RESTLET', execution: null };

export function openBench(seed = 1, company: string | CompanyData = 'demo'): Bench {
  const store = openStore();
  createSchema(store);
  const clock = manualClock(START);
  loadCompany({ store, now: clock.now }, companyData(company));
  for (const [permission, level] of Object.entries(CLERK_PERMISSIONS)) {
    store.run('INSERT INTO rolepermissions (role, permkey, permlevel) VALUES (?, ?, ?)', [
      CLERK.role,
      permission,
      level,
    ]);
  }
  createTopLevelFolders(store, new Date(START).toISOString());
  const entries: LogEntry[] = [];
  const account: Account = {
    id: '1234567',
    store,
    clock,
    random: seededRandom(seed),
    address: null,
    spawn: (name, operation) => {
      core.scheduler.spawn(name, operation).catch((error: unknown) => {
        throw error;
      });
    },
    log: (entry) => entries.push(entry),
  };
  const source = (path: string): string | null => moduleText(account, path)?.text ?? null;
  const calls = { ...fileCalls, ...runtimeCalls, ...taskCalls };
  const core = createExecutionCore({ account, calls, source, seed });
  return {
    ...core,
    account,
    clock,
    entries,
    perform: (operation) => core.scheduler.spawn('perform', operation),
    idle: () => core.scheduler.idle(),
    rows: (sql) => store.all(sql),
    logged: (title) => entries.filter((entry) => entry.title === title).map(({ details }) => details),
    close: async () => {
      await core.close();
      store.close();
    },
  };
}
