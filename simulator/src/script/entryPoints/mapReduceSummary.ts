import type { KeyValue, StageError, StageSummary, SummarizeInput } from '../../kernel/entryPoints';

/** What `each` calls back; it stops at the first callback that does not return true (section_4412447940). */
interface Iteration {
  iterator(): { each(callback: (...row: never[]) => unknown): void; [Symbol.iterator](): Iterator<unknown> };
}

function iteration<T>(rows: readonly T[], row: (item: T) => unknown[]): Iteration {
  return {
    iterator: () => ({
      each: (callback) => {
        for (const item of rows) if (callback(...(row(item) as never[])) !== true) return;
      },
      [Symbol.iterator]: () => rows.map((item) => item as unknown)[Symbol.iterator](),
    }),
  };
}

/** `context.errors` and `summary.mapSummary.errors`: key, error as JSON text, number of the execution. */
export function errorIterator(errors: readonly StageError[]): Iteration {
  return iteration(errors, ({ key, error, executionNo }) => [key, error, executionNo]);
}

/** The argument of summarize (section_4461259124). */
export function summaryContext(input: SummarizeInput): object {
  return {
    isRestarted: input.isRestarted,
    dateCreated: input.dateCreated,
    seconds: input.seconds,
    usage: input.usage,
    concurrency: input.concurrency,
    yields: input.yields,
    inputSummary: input.inputSummary,
    mapSummary: stage(input.mapSummary),
    reduceSummary: stage(input.reduceSummary),
    output: iteration(input.output, ({ key, value }: KeyValue) => [key, value]),
  };
}

function stage(summary: StageSummary): object {
  return {
    ...summary,
    keys: iteration(summary.keys, ({ key, executionCount, completionState }) => [key, executionCount, completionState]),
    errors: errorIterator(summary.errors),
  };
}
