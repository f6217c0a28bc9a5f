import type { Account } from '../kernel/account';
import type { CallTable } from '../kernel/call';
import { type ErrorData, errorData, NetSuiteError, notSupported } from '../kernel/errors';
import { isOperation } from '../kernel/operation';
import type { Reply } from '../kernel/scriptHost';
import { decodeWire, encodeWire, type Wire } from '../kernel/wire';
import { callCost } from './costs';
import { SERVER_RESTART, TIME_LIMIT, USAGE_LIMIT } from './endings';
import type { Faults, Hit } from './faults';
import type { LiveExecution } from './liveExecution';
import type { CallMessage } from './protocol';
import type { Result, Scheduler } from './scheduler';
import type { Trace } from './trace';
import type { Usage } from './usage';

/** What becomes of the execution whose call is served: it goes on with a reply, or ends. */
export interface Continue {
  readonly reply: (text: string) => Promise<void>;
  readonly kill: (error: ErrorData) => void;
}

export interface ServiceParts {
  readonly account: Account;
  readonly calls: CallTable;
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly usage: Usage;
  readonly trace: Trace;
}

/** Serves the calls of scripts: time, governance, the fault plan, and what `calls/` does. */
export class CallService {
  constructor(private readonly parts: ServiceParts) {}

  serve(execution: LiveExecution, call: CallMessage, then: Continue): Promise<void> | void {
    const { account, faults, scheduler } = this.parts;
    execution.calls += 1;
    account.clock.advance(call.spent + callCost(call.op));
    const refused = this.charge(execution, call);
    if (refused) return then.kill(refused);
    const hit = faults.consult({
      op: call.op,
      script: execution.request.script.scriptId,
      scriptType: execution.request.script.scriptType,
      entryPoint: execution.request.entryPoint,
      execution: execution.id,
      callInExecution: execution.calls,
    });
    if (hit?.kind === 'crashBefore') return this.crash(execution, then);
    if (hit?.kind === 'usageLimit') return then.kill(USAGE_LIMIT);
    if (hit?.kind === 'restart' || hit?.kind === 'lostAnswer') execution.atItsEnd = hit.kind;
    if (hit?.kind === 'errorBefore') return this.answer(execution, { ok: false, thrown: hit.error }, then);
    let served: unknown;
    try {
      served = this.handler(call.op).serve(decodeWire(call.args), account, execution.caller);
    } catch (thrown) {
      return this.served(execution, { ok: false, thrown }, hit, then);
    }
    if (!isOperation(served)) return this.served(execution, { ok: true, value: served }, hit, then);
    const done = (result: Result) => this.served(execution, result, hit, then);
    scheduler.start({ root: execution.process.root, execution, operation: served, done });
  }

  /** Charges the call's units; what ends the execution instead, if a limit is passed. */
  private charge(execution: LiveExecution, { op, args }: CallMessage): ErrorData | null {
    const { account, calls, usage, trace } = this.parts;
    if (execution.isOverTime(account.clock.now())) return TIME_LIMIT;
    const units = calls[op]?.units(decodeWire(args), account) ?? 0;
    if (units > execution.remainingUnits) return USAGE_LIMIT;
    execution.unitsUsed += units;
    usage.charge(execution, op, units);
    if (trace.isWatched) trace.called(execution, op, units, decodeWire(args));
    return null;
  }

  private handler(op: string): CallTable[string] {
    const definition = this.parts.calls[op];
    if (definition === undefined) throw notSupported(op);
    return definition;
  }

  /** The call has had its effect. */
  private served(execution: LiveExecution, result: Result, hit: Hit | null, then: Continue): Promise<void> | void {
    const { clock } = this.parts.account;
    switch (hit?.kind) {
      case 'crashAfter':
        return this.crash(execution, then);
      case 'errorAfter':
        return this.answer(execution, { ok: false, thrown: hit.error }, then);
      case 'lostReply':
        clock.advance(execution.request.limits.seconds * 1000 - execution.elapsed(clock.now()) + 1);
        return then.kill(TIME_LIMIT);
      default:
        return this.answer(execution, result, then);
    }
  }

  private answer(execution: LiveExecution, result: Result, then: Continue): Promise<void> | void {
    const { clock } = this.parts.account;
    if (execution.doom) return then.kill(execution.doom);
    if (execution.isOverTime(clock.now())) return then.kill(TIME_LIMIT);
    const now = clock.now();
    const remainingUsage = execution.remainingUnits;
    if (!result.ok) return then.reply(this.failed(execution, result.thrown, now, remainingUsage));
    let text: string;
    try {
      text = encodeWire({ value: result.value as Wire, now, remainingUsage } satisfies Reply);
    } catch (thrown) {
      text = this.failed(execution, thrown, now, remainingUsage);
    }
    return then.reply(text);
  }

  private failed(execution: LiveExecution, thrown: unknown, now: number, remainingUsage: number): string {
    const error = isErrorData(thrown) ? thrown : errorData(thrown);
    if (thrown instanceof Error && !(thrown instanceof NetSuiteError)) {
      // A fault of the simulator itself: the script gets NetSuite's general error, the log says where it happened.
      const details = thrown.stack ?? thrown.message;
      this.parts.account.log({ type: 'SYSTEM', title: 'SIMULATOR_FAULT', details, caller: execution.caller });
    }
    return encodeWire({ error, now, remainingUsage } satisfies Reply);
  }

  private crash(execution: LiveExecution, then: Continue): void {
    execution.doomParents(SERVER_RESTART);
    then.kill(SERVER_RESTART);
  }
}

function isErrorData(thrown: unknown): thrown is ErrorData {
  return typeof thrown === 'object' && thrown !== null && !(thrown instanceof Error) && 'name' in thrown;
}
