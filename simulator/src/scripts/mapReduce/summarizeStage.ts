import type { StageSummary, SummarizeInput } from '../../kernel/entryPoints';
import type { Operation } from '../../kernel/operation';
import type { Wire } from '../../kernel/wire';
import { enterStage } from '../instances';
import { callStage } from './call';
import { SERVER_RESTART } from './limits';
import { countCall, countError, type KeyStage, type Run, secondsOf } from './state';

/** Runs summarize, where the script has it; after a server restart again. Its error ends the script. */
export function* summarizeStage(run: Run): Operation<void> {
  const { account, summarize, instance } = run;
  enterStage(account, instance.id, 'SUMMARIZE', 0);
  summarize.startedAt = account.clock.now();
  if (run.script.functions.includes('summarize')) {
    for (let isRestarted = instance.status !== 'PENDING'; ; isRestarted = true) {
      const outcome = yield* callStage(run, 'summarize', summaryOf(run, isRestarted) as unknown as Wire);
      countCall(summarize, outcome.unitsUsed);
      if (outcome.status === 'completed') break;
      countError(summarize, null, outcome.error, summarize.calls);
      if (outcome.error.name !== SERVER_RESTART) break;
    }
  }
  summarize.endedAt = account.clock.now();
}

function summaryOf(run: Run, isRestarted: boolean): SummarizeInput {
  const { input, map, reduce } = run;
  return {
    isRestarted,
    dateCreated: new Date(run.createdAt),
    seconds: (run.account.clock.now() - run.createdAt) / 1000,
    usage: input.units + map.units + reduce.units,
    concurrency: Math.max(1, map.concurrency, reduce.concurrency),
    yields: map.yields + reduce.yields,
    inputSummary: {
      dateCreated: new Date(input.startedAt),
      seconds: secondsOf(input),
      usage: input.units,
      error: run.inputError,
    },
    mapSummary: stageSummary(map),
    reduceSummary: stageSummary(reduce),
    output: run.output,
  };
}

function stageSummary(stage: KeyStage): StageSummary {
  return {
    dateCreated: new Date(stage.startedAt),
    seconds: secondsOf(stage),
    usage: stage.units,
    concurrency: stage.concurrency,
    yields: stage.yields,
    keys: stage.pairs.map(({ key, executions, completionState }) => ({
      key,
      executionCount: executions,
      completionState,
    })),
    errors: stage.stageErrors,
  };
}
