import type { Account } from '../kernel/account';
import type { DeployedScript } from '../kernel/execution';

export type LogLevel = DeployedScript['logLevel'];

/** Levels from the one that shows everything to the one that shows least. */
export const LOG_LEVELS: readonly LogLevel[] = ['DEBUG', 'AUDIT', 'ERROR', 'EMERGENCY'];

/** Calls of N/log that all scripts of an account may make within an hour (section_N3352137). */
const MOST_CALLS = 100_000;
const HOUR = 60 * 60_000;
/** The hour moves on by the minute. */
const MINUTE = 60_000;

/**
 * Counts what scripts log. When an account has logged too much within an hour, the level of the script that logs is
 * raised by one, on its deployment, and counting begins anew. Which script that is, and by how much, Oracle only shows
 * by an example.
 */
export class LogGovernance {
  /** Calls by the minute in which they were made. */
  private readonly minutes = new Map<number, number>();
  /** Deployments whose level was raised: executions that began before it follow, too. */
  private readonly raised = new Set<string>();
  private total = 0;

  constructor(private readonly account: Account) {}

  /** Level at which a running script logs. */
  levelOf({ deployment, logLevel }: DeployedScript): LogLevel {
    if (!this.raised.has(deployment)) return logLevel;
    const row = this.account.store.get<{ loglevel: LogLevel }>(
      'SELECT loglevel FROM scriptdeployment WHERE primarykey = ?',
      [Number(deployment)],
    );
    return row?.loglevel ?? logLevel;
  }

  /** Counts one call. @returns the script's new level where it had to be raised */
  count(script: DeployedScript): LogLevel | null {
    const minute = Math.floor(this.account.clock.now() / MINUTE);
    this.minutes.set(minute, (this.minutes.get(minute) ?? 0) + 1);
    this.total += 1;
    if (this.total <= MOST_CALLS) return null;
    this.forget(minute);
    return this.total <= MOST_CALLS ? null : this.raise(script);
  }

  /** Forgets everything: the account goes back to another state. */
  reset(): void {
    this.minutes.clear();
    this.raised.clear();
    this.total = 0;
  }

  private forget(now: number): void {
    for (const [minute, count] of this.minutes) {
      if (minute > now - HOUR / MINUTE) continue;
      this.minutes.delete(minute);
      this.total -= count;
    }
  }

  private raise(script: DeployedScript): LogLevel | null {
    this.minutes.clear();
    this.total = 0;
    const level = LOG_LEVELS[LOG_LEVELS.indexOf(this.levelOf(script)) + 1];
    if (level === undefined) return null;
    this.raised.add(script.deployment);
    this.account.store.run('UPDATE scriptdeployment SET loglevel = ? WHERE primarykey = ?', [
      level,
      Number(script.deployment),
    ]);
    return level;
  }
}
