import type { Execution } from '../kernel/execution';

export interface CallUsage {
  readonly calls: number;
  readonly units: number;
}

/** What all executions of one entry point of a deployment used. */
export interface ScriptUsage {
  readonly script: string;
  readonly deployment: string;
  readonly entryPoint: string;
  readonly executions: number;
  readonly failed: number;
  readonly units: number;
  /** The most that one execution used, in units and in seconds of the account's clock. */
  readonly mostUnits: number;
  readonly mostSeconds: number;
  readonly calls: Readonly<Record<string, CallUsage>>;
}

type Counted = {
  -readonly [K in Exclude<keyof ScriptUsage, 'calls'>]: ScriptUsage[K];
} & { readonly calls: Map<string, { calls: number; units: number }> };

/** Governance units by script and by call. */
export class Usage {
  private readonly scripts = new Map<string, Counted>();

  charge(execution: Execution, op: string, units: number): void {
    const script = this.of(execution);
    const call = script.calls.get(op) ?? { calls: 0, units: 0 };
    call.calls += 1;
    call.units += units;
    script.calls.set(op, call);
    script.units += units;
  }

  ended(execution: Execution, seconds: number, failed: boolean): void {
    const script = this.of(execution);
    script.executions += 1;
    if (failed) script.failed += 1;
    script.mostUnits = Math.max(script.mostUnits, execution.unitsUsed);
    script.mostSeconds = Math.max(script.mostSeconds, seconds);
  }

  /** What was used since the account was made or since {@link clear}. */
  report(): ScriptUsage[] {
    return [...this.scripts.values()].map((script) => ({ ...script, calls: Object.fromEntries(script.calls) }));
  }

  clear(): void {
    this.scripts.clear();
  }

  private of({ request }: Execution): Counted {
    const { scriptId, deploymentId } = request.script;
    const key = `${scriptId} ${deploymentId} ${request.entryPoint}`;
    const known = this.scripts.get(key);
    if (known) return known;
    const fresh: Counted = {
      script: scriptId,
      deployment: deploymentId,
      entryPoint: request.entryPoint,
      executions: 0,
      failed: 0,
      units: 0,
      mostUnits: 0,
      mostSeconds: 0,
      calls: new Map(),
    };
    this.scripts.set(key, fresh);
    return fresh;
  }
}
