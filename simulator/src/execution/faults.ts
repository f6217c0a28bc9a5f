import type { ErrorData } from '../kernel/errors';
import type { ScriptType } from '../kernel/execution';
import { seededRandom } from '../kernel/random';

/**
 * What goes wrong at a call:
 * - `errorBefore`, `errorAfter`: the account answers with an error before it did anything, or after it did everything;
 * - `crashBefore`, `crashAfter`: the server that runs the execution restarts before or after the call's effect;
 * - `lostReply`: the answer to the call is lost, and the script waits until its time is up;
 * - `usageLimit`: the call would pass the script's units, so that it has no effect and the script ends with
 *   SSS_USAGE_LIMIT_EXCEEDED, which it cannot catch;
 * - `restart`: the execution goes on to its end, and then the server restarts before that was noted: a stage of a
 *   map/reduce script runs its function once more although it has ended, other scripts end as in a crash;
 * - `lostAnswer`: the execution goes on to its end, but who called the RESTlet or Suitelet from outside gets no answer.
 *   Calls of other scripts are not hit.
 */
export type FaultKind =
  | 'errorBefore'
  | 'errorAfter'
  | 'crashBefore'
  | 'crashAfter'
  | 'lostReply'
  | 'usageLimit'
  | 'restart'
  | 'lostAnswer';

/** One call, as the fault plan sees it. */
export interface CallSite {
  readonly op: string;
  /** Script id of the script, its type, and the entry point that runs. */
  readonly script: string;
  readonly scriptType: ScriptType;
  readonly entryPoint: string;
  readonly execution: number;
  /** Number of the call in its execution, from 1. */
  readonly callInExecution: number;
}

/** Scripts whose callers outside of the account wait for an answer. */
const ANSWERING: readonly ScriptType[] = ['RESTLET', 'SUITELET'];

/** A rule hits the calls that all of its conditions name. */
export interface FaultRule {
  readonly kind: FaultKind;
  readonly op?: string;
  readonly script?: string;
  readonly entryPoint?: string;
  readonly execution?: number;
  /** Number of the call in its execution, from 1. */
  readonly callInExecution?: number;
  /** Number of the call over all executions since the plan was made, from 1. */
  readonly call?: number;
  /** The n-th of the calls that the other conditions name, from 1. */
  readonly nth?: number;
  /** Chance of each such call, from 0 to 1; drawn from the seed of the plan. */
  readonly probability?: number;
  /** How often the rule hits at most; once if not given. */
  readonly times?: number;
  /** What the script gets; by default NetSuite's UNEXPECTED_ERROR. */
  readonly error?: ErrorData;
}

export interface FaultPlan {
  readonly rules: readonly FaultRule[];
  readonly seed?: number;
  /** Keeps the site of every call, for plans that are made from them. */
  readonly keepSites?: boolean;
}

export interface Hit {
  readonly kind: FaultKind;
  readonly error: ErrorData;
  readonly call: number;
  readonly site: CallSite;
}

const UNEXPECTED: ErrorData = { name: 'UNEXPECTED_ERROR', message: 'An unexpected error has occurred.' };

interface Counted {
  readonly rule: FaultRule;
  seen: number;
  hits: number;
}

/** The account's fault plan. Without one it only counts. */
export class Faults {
  private rules: Counted[] = [];
  private random = seededRandom(0);
  private count = 0;
  private readonly done: Hit[] = [];
  private kept: CallSite[] | null = null;

  /** Replaces the plan; counting starts anew. */
  plan({ rules, seed = 0, keepSites = false }: FaultPlan): void {
    this.rules = rules.map((rule) => ({ rule, seen: 0, hits: 0 }));
    this.random = seededRandom(seed);
    this.count = 0;
    this.done.length = 0;
    this.kept = keepSites ? [] : null;
  }

  clear(): void {
    this.plan({ rules: [] });
  }

  /** Calls since the plan was made. */
  get calls(): number {
    return this.count;
  }

  /** Where the calls since the plan was made came from, the first one first; none where the plan does not keep them. */
  get sites(): readonly CallSite[] {
    return this.kept ?? [];
  }

  /** What has gone wrong since the plan was made. */
  get hits(): readonly Hit[] {
    return this.done;
  }

  /** Counts a call and says what goes wrong at it; the first rule that hits decides. */
  consult(site: CallSite): Hit | null {
    this.count += 1;
    this.kept?.push(site);
    let hit: Hit | null = null;
    for (const counted of this.rules) {
      if (!this.matches(counted, site) || hit !== null) continue;
      counted.hits += 1;
      hit = { kind: counted.rule.kind, error: counted.rule.error ?? UNEXPECTED, call: this.count, site };
      this.done.push(hit);
    }
    return hit;
  }

  private matches(counted: Counted, site: CallSite): boolean {
    const { rule } = counted;
    const named =
      (rule.op ?? site.op) === site.op &&
      (rule.script ?? site.script) === site.script &&
      (rule.entryPoint ?? site.entryPoint) === site.entryPoint &&
      (rule.execution ?? site.execution) === site.execution &&
      (rule.callInExecution ?? site.callInExecution) === site.callInExecution &&
      (rule.call ?? this.count) === this.count;
    if (!named || (rule.kind === 'lostAnswer' && !ANSWERING.includes(site.scriptType))) return false;
    counted.seen += 1;
    if (rule.nth !== undefined && rule.nth !== counted.seen) return false;
    if (rule.probability !== undefined && this.random.next() >= rule.probability) return false;
    return counted.hits < (rule.times ?? 1);
  }
}
