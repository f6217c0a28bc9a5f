import type { LogEntry } from '../kernel/account';
import type { Store } from '../store/store';

/** One line of the script execution log. */
export interface LogLine {
  /** ISO time of the account's clock, UTC. */
  readonly date: string;
  readonly type: LogEntry['type'];
  readonly title: string;
  readonly details: string;
  /** Script ids; null for what no script wrote. */
  readonly script: string | null;
  readonly deployment: string | null;
  readonly entryPoint: string | null;
}

export interface LogFilter {
  readonly script?: string;
  readonly type?: LogEntry['type'];
}

/** Adds to the script execution log. */
export function writeLog(store: Store, now: number, { type, title, details, caller }: LogEntry): void {
  const request = caller.execution?.request;
  store.run(
    `INSERT INTO scriptnote (date, scripttype, type, title, detail, script, deployment, entrypoint, user, execution)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      new Date(now).toISOString(),
      request ? Number(request.script.script) : null,
      type,
      title,
      details,
      request?.script.scriptId ?? null,
      request?.script.deploymentId ?? null,
      request?.entryPoint ?? null,
      Number(caller.user.id),
      caller.execution?.id ?? null,
    ],
  );
}

/** The script execution log, oldest first. */
export function readLog(store: Store, { script, type }: LogFilter = {}): LogLine[] {
  return store
    .all(
      `SELECT date, type, title, detail, script, deployment, entrypoint FROM scriptnote
        WHERE (? IS NULL OR script = ?) AND (? IS NULL OR type = ?) ORDER BY internalid`,
      [script ?? null, script ?? null, type ?? null, type ?? null],
    )
    .map((row) => ({
      date: String(row.date),
      type: String(row.type) as LogLine['type'],
      title: String(row.title ?? ''),
      details: String(row.detail ?? ''),
      script: row.script === null ? null : String(row.script),
      deployment: row.deployment === null ? null : String(row.deployment),
      entryPoint: row.entrypoint === null ? null : String(row.entrypoint),
    }));
}
