import type { ScriptUsage, SimulatedAccount } from 'netsuite-simulator';

/** One measured figure, with its bar where it has one. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly atMost: number | null;
}

/** What scripts used between two moments, by deployment and entry point. */
export interface UsageSince {
  /** Units of all scripts. */
  total(): number;
  /** Units of one script, by its script id. */
  of(script: string): number;
}

/** Starts to measure what scripts use from now on. */
export function usageFrom(account: SimulatedAccount): UsageSince {
  const before = new Map(account.usage().map((usage) => [keyOf(usage), usage.units]));
  const since = (usages: readonly ScriptUsage[]): number =>
    usages.reduce((sum, usage) => sum + usage.units - (before.get(keyOf(usage)) ?? 0), 0);
  return {
    total: () => since(account.usage()),
    of: (script) => since(account.usage().filter((usage) => usage.script === script)),
  };
}

function keyOf(usage: ScriptUsage): string {
  return `${usage.script} ${usage.deployment} ${usage.entryPoint}`;
}
