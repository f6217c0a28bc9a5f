import type { SimulatedAccount, TracedCall, TracedExecution } from 'netsuite-simulator';

/** One measured figure, with its bar where it has one. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly atMost: number | null;
}

/** A call of a script, as `SimulatedAccount.watch` told of it. */
export type Call = Pick<TracedCall, 'op' | 'units' | 'args'>;

/** An execution of a script with its calls in their order. */
export interface RecordedExecution extends TracedExecution {
  readonly calls: readonly Call[];
  readonly failed: boolean;
  /** Its own time by the account's clock. */
  readonly seconds: number;
}

/** What scripts did between two moments. */
export interface Recording {
  /** In the order in which they made their first call or, without any, ended. */
  readonly executions: readonly RecordedExecution[];
  /** All calls in the order in which the account served them. */
  readonly calls: readonly TracedCall[];
}

/** Records what scripts do from now on, until the returned function is called. */
export function record(account: SimulatedAccount): () => Recording {
  const executions = new Map<
    number,
    Omit<RecordedExecution, 'calls' | 'failed' | 'seconds'> & { calls: Call[]; failed: boolean; seconds: number }
  >();
  const calls: TracedCall[] = [];
  const leave = account.watch((happened) => {
    const { execution, parent, script, deployment, scriptType, entryPoint } = happened;
    const known = executions.get(execution) ?? {
      ...{ execution, parent, script, deployment, scriptType, entryPoint },
      calls: [],
      failed: false,
      seconds: 0,
    };
    executions.set(execution, known);
    if (happened.event === 'end') {
      known.failed = happened.failed;
      known.seconds = happened.seconds;
    } else {
      known.calls.push(happened);
      calls.push(happened);
    }
  });
  return () => {
    leave();
    return { executions: [...executions.values()], calls };
  };
}

/** Governance units of calls. */
export function unitsOf(calls: readonly Call[]): number {
  return calls.reduce((sum, { units }) => sum + units, 0);
}
