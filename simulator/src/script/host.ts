import type { HostBinding, Reply, Start } from '../kernel/scriptHost';
import { decodeWire, encodeWire } from '../kernel/wire';
import { scriptError, suiteScriptError } from './errors';

interface State {
  binding: HostBinding;
  start: Start;
  now: number;
  /** Microseconds of the account's clock that the script spent by itself since it last stopped. */
  spent: number;
  /** Notices since it last stopped. */
  notices: number;
  remainingUsage: number;
  /** True while define callbacks run, when SuiteScript's API must not be used. */
  defining: boolean;
}

let state: State | null = null;

/** The state of the one execution that this context lives for. */
export function current(): State {
  if (state === null) throw new Error('No execution has started in this context.');
  return state;
}

/** Connects this context with its worker, once. */
export function connect(binding: HostBinding, start: Start): void {
  const remainingUsage = start.request.limits.units;
  state = { binding, start, now: start.now, spent: 0, notices: 0, remainingUsage, defining: false };
}

/**
 * Calls the account (see `calls/`) and waits for its answer, as a script in NetSuite waits for the database.
 * Throws a SuiteScript error with the account's code and message.
 */
export function call<R>(op: string, args: unknown): R {
  const execution = current();
  if (execution.defining) {
    throw scriptError(
      'SUITESCRIPT_API_UNAVAILABLE_IN_DEFINE',
      'All SuiteScript API Modules are unavailable while executing your define callback.',
    );
  }
  const reply = decodeWire(execution.binding.call(op, encodeWire(args), takeSpent())) as unknown as Reply;
  execution.now = reply.now;
  execution.remainingUsage = reply.remainingUsage;
  if (reply.error) throw suiteScriptError(reply.error);
  return reply.value as R;
}

/** What scripts do without a call takes time too, so that a loop which waits for a time, or logs for ever, ends. */
const READING_MICROSECONDS = 10;
const NOTICE_MICROSECONDS = 1000;

/** Notices after which the script waits for the account to take them in. */
const NOTICES_AT_ONCE = 500;

/** The account's clock as the script sees it: moved by calls of the account, and a little by being read. */
export function readClock(): number {
  const execution = current();
  execution.spent += READING_MICROSECONDS;
  return execution.now + Math.floor(execution.spent / 1000);
}

/** Tells the account something without waiting for it. Costs no units. */
export function notify(kind: string, data: unknown): void {
  const execution = current();
  execution.binding.notify(kind, encodeWire(data));
  execution.spent += NOTICE_MICROSECONDS;
  execution.notices += 1;
  if (execution.notices < NOTICES_AT_ONCE) return;
  execution.now += Math.floor(execution.spent / 1000);
  execution.binding.sync(takeSpent());
}

/** Milliseconds spent since the script last stopped; counting starts anew. */
function takeSpent(): number {
  const execution = current();
  const spent = Math.floor(execution.spent / 1000);
  execution.spent = 0;
  execution.notices = 0;
  return spent;
}

/** Governance units that the execution has left. */
export function remainingUsage(): number {
  return current().remainingUsage;
}
