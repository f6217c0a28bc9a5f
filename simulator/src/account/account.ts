import { calls } from '../calls';
import { dropCaches } from '../calls/cache';
import type { CompanyData } from '../company/companyData';
import { loadCompany } from '../company/load';
import { companyData } from '../company/presets';
import { createExecutionCore, type ExecutionCore } from '../execution';
import { moduleText } from '../files/cabinet';
import { createTopLevelFolders } from '../files/topLevelFolders';
import type { Account } from '../kernel/account';
import { type Clock, manualClock, runningClock } from '../kernel/clock';
import { errorData } from '../kernel/errors';
import type { Operation } from '../kernel/operation';
import type { OutsideWorld } from '../kernel/outsideWorld';
import { seededRandom } from '../kernel/random';
import { seededLateness } from '../scripts/lateness';
import { setProcessors } from '../scripts/processorPreferences';
import { resumeUnfinished } from '../scripts/submit';
import { SYSTEM_USER } from '../scripts/users';
import { createSchema } from '../store/schema';
import { openStore } from '../store/sqlite';
import type { Snapshot, Store } from '../store/store';
import { type LogFilter, type LogLine, readLog, writeLog } from './log';
import { Schedules } from './schedules';

export interface AccountOptions {
  /** A preset (`demo`, `single`, `suitetax`, `empty`), a JSON file, or the company itself; only for an account that has none yet. */
  readonly company?: string | CompanyData;
  /** Database file that keeps the account; in memory if left out. */
  readonly data?: string;
  /** Decides the order in which things happen, and scripts' random numbers. */
  readonly seed?: number;
  /** ISO time at which the account's clock stands until it is moved, or `machine` to go with the machine's. */
  readonly now?: string;
  /** `1234567`, `1234567_SB1`. */
  readonly accountId?: string;
  /** Requests of web services and RESTlets that the account serves at once (bridgehead_1500275603). */
  readonly concurrency?: number;
  /** SuiteCloud Processors, as licensed; two without SuiteCloud Plus, at most 60 (section_1518131145). */
  readonly processors?: number;
  /** Seconds by which a schedule starts its script late at most, as the seed decides; 0 if left out (section_1509578980). */
  readonly lateStarts?: number;
  /** Milliseconds of the machine that a script may run between two calls before it counts as a runaway. */
  readonly patience?: number;
  /** Hosts that stand in for the world outside, asked before any request of a script leaves the account. */
  readonly outside?: OutsideWorld;
}

/** State of an account to which {@link OpenAccount.restore} goes back. */
export interface AccountSnapshot {
  readonly data: Snapshot;
  readonly now: number;
}

/** An account with what runs it. */
export interface OpenAccount {
  readonly account: Account;
  readonly core: ExecutionCore;
  readonly clock: Clock;
  readonly concurrency: number;
  readonly schedules: Schedules;
  /** Runs an operation of the account to its end. */
  perform<R>(operation: Operation<R>, name?: string): Promise<R>;
  /** Resolves when everything that was started has ended. */
  idle(): Promise<void>;
  /** @throws Error while something runs */
  snapshot(): AccountSnapshot;
  /** Goes back: data, clock and the seed's choices; another seed gives another order. Caches are dropped. */
  restore(snapshot: AccountSnapshot, seed?: number): void;
  log(filter?: LogFilter): LogLine[];
  /** Sets the address under which the account is served. */
  served(address: string | null): void;
  close(): Promise<void>;
}

const NOW = '2026-07-15T17:00:00Z';
const SEED = 1;
const ACCOUNT_ID = '1234567';
/** Of the Standard service tier, and of every development account. */
const CONCURRENCY = 5;

/** Opens an account: a new one with its company, or the one that the data file keeps. */
export function openAccount(options: AccountOptions = {}): OpenAccount {
  const { seed = SEED } = options;
  const store = openStore(options.data);
  createSchema(store);
  const clock = clockOf(store, options.now);
  const random = seededRandom(seed);
  let address: string | null = null;
  const account: Account = {
    id: options.accountId ?? ACCOUNT_ID,
    store,
    clock,
    random,
    get address() {
      return address;
    },
    ...(options.outside === undefined ? {} : { outside: options.outside }),
    spawn: (name, operation) => {
      core.scheduler.spawn(name, operation).catch((thrown: unknown) => {
        const { message, stack } = errorData(thrown);
        const caller = { user: SYSTEM_USER, context: 'NONE', execution: null };
        account.log({ type: 'SYSTEM', title: `SIMULATOR_FAULT in ${name}`, details: stack ?? message, caller });
      });
    },
    log: (entry) => writeLog(store, clock.now(), entry),
  };
  const { patience } = options;
  const source = (path: string): string | null => moduleText(account, path)?.text ?? null;
  const sourceChanges = (): number => account.store.fileChanges();
  const core = createExecutionCore({
    account,
    calls,
    source,
    sourceChanges,
    seed,
    ...(patience === undefined ? {} : { patience }),
  });
  if (store.get('SELECT id FROM subsidiary') === null) {
    loadCompany({ store, now: clock.now }, companyData(options.company ?? 'empty'));
  }
  if (options.processors !== undefined) setProcessors(account, options.processors);
  createTopLevelFolders(store, new Date(clock.now()).toISOString());
  resumeUnfinished(account);
  const onlyIdle = (): void => {
    if (!core.scheduler.isIdle) throw new Error('The account is not idle: await idle() first.');
  };
  const perform: OpenAccount['perform'] = (operation, name = 'perform') => core.scheduler.spawn(name, operation);
  const idle = (): Promise<void> => core.scheduler.idle();
  const latenessOf = (by: number) => seededLateness(by, 1000 * (options.lateStarts ?? 0));
  const schedules = new Schedules({ account, perform, idle }, latenessOf(seed));
  if (options.now === 'machine') schedules.watch();
  return {
    account,
    core,
    clock,
    concurrency: options.concurrency ?? CONCURRENCY,
    schedules,
    perform,
    idle,
    snapshot: () => {
      onlyIdle();
      return { data: store.snapshot(), now: clock.now() };
    },
    restore: (snapshot, another = seed) => {
      onlyIdle();
      store.restore(snapshot.data);
      clock.set(snapshot.now);
      random.reseed(another);
      core.reseed(another);
      dropCaches(account);
      schedules.reset(latenessOf(another));
    },
    log: (filter) => readLog(store, filter),
    served: (at) => {
      address = at;
    },
    close: async () => {
      schedules.close();
      await core.close();
      store.run(
        "INSERT INTO sequence (name, value) VALUES ('clock', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [clock.now()],
      );
      store.close();
    },
  };
}

/** The given time; without one an account goes on from where its clock stood when it was closed. */
function clockOf(store: Store, now: string | undefined): Clock {
  if (now === 'machine') return runningClock(() => Date.now());
  const last = store.get("SELECT value FROM sequence WHERE name = 'clock'")?.value;
  const start = now === undefined && last !== undefined ? Number(last) : Date.parse(now ?? NOW);
  if (Number.isNaN(start)) throw new Error(`${JSON.stringify(now)} is neither an ISO time nor 'machine'.`);
  return manualClock(start);
}
