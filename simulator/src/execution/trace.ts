import type { Execution, ScriptType } from '../kernel/execution';

/** Which execution something happened in. */
export interface TracedExecution {
  /** Its number in the account, from 1. */
  readonly execution: number;
  /** The execution that waits for it: the one whose save set off a user event script; null where nobody waits. */
  readonly parent: number | null;
  readonly script: string;
  readonly deployment: string;
  readonly scriptType: ScriptType;
  readonly entryPoint: string;
}

/** A call of a script that is about to be served: `record.save` with its arguments, as they came from the script. */
export interface TracedCall extends TracedExecution {
  readonly event: 'call';
  readonly op: string;
  readonly units: number;
  readonly args: unknown;
}

/** The end of an execution. */
export interface TracedEnd extends TracedExecution {
  readonly event: 'end';
  readonly failed: boolean;
  /** Its own time by the account's clock; that of scripts which it set off does not count. */
  readonly seconds: number;
}

/** Is told of calls and ends in the order in which the account serves them; it must change nothing. */
export type Watcher = (happened: TracedCall | TracedEnd) => void;

/** Tells watchers what scripts do, call by call. Without a watcher it costs nothing. */
export class Trace {
  private readonly watchers = new Set<Watcher>();

  get isWatched(): boolean {
    return this.watchers.size > 0;
  }

  /** Tells a watcher from now on, until the returned function is called. */
  watch(watcher: Watcher): () => void {
    this.watchers.add(watcher);
    return () => {
      this.watchers.delete(watcher);
    };
  }

  called(execution: Execution, op: string, units: number, args: unknown): void {
    const event = { event: 'call', ...traced(execution), op, units, args } as const;
    for (const watcher of this.watchers) watcher(event);
  }

  ended(execution: Execution, failed: boolean, seconds: number): void {
    if (!this.isWatched) return;
    const event = { event: 'end', ...traced(execution), failed, seconds } as const;
    for (const watcher of this.watchers) watcher(event);
  }
}

function traced({ id, parent, request }: Execution): TracedExecution {
  const { scriptId, deploymentId, scriptType } = request.script;
  return {
    execution: id,
    parent: parent?.id ?? null,
    script: scriptId,
    deployment: deploymentId,
    scriptType,
    entryPoint: request.entryPoint,
  };
}
