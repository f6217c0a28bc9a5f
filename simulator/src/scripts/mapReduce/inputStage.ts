import type { InputDataOutput, KeyValue } from '../../kernel/entryPoints';
import { type ErrorData, errorData, notSupported } from '../../kernel/errors';
import type { Caller } from '../../kernel/execution';
import type { Operation } from '../../kernel/operation';
import type { Wire } from '../../kernel/wire';
import { queryInputRows } from '../../query/inputRows';
import type { SearchDefinition } from '../../search/definition';
import { searchInputRows } from '../../search/inputRows';
import { enterStage } from '../instances';
import { callStage } from './call';
import { fileRows } from './fileRows';
import { pairError, SERVER_RESTART } from './limits';
import { countCall, countError, errorJson, type Run } from './state';

/**
 * Runs getInputData and reads what it returned into pairs (section_4387799161). An error in it, or in what it returned,
 * sends the run straight to summarize.
 */
export function* inputStage(run: Run): Operation<KeyValue[]> {
  const { account, input, instance } = run;
  enterStage(account, instance.id, 'GET_INPUT', 0);
  input.startedAt = account.clock.now();
  const pairs = yield* readInput(run);
  input.endedAt = account.clock.now();
  if (Array.isArray(pairs)) return pairs;
  run.inputError = errorJson(pairs);
  run.isCut = true;
  countError(input, null, pairs, input.calls);
  return [];
}

function* readInput(run: Run): Operation<KeyValue[] | ErrorData> {
  for (let isRestarted = run.instance.status !== 'PENDING'; ; isRestarted = true) {
    const outcome = yield* callStage(run, 'getInputData', { isRestarted });
    countCall(run.input, outcome.unitsUsed);
    if (outcome.status === 'completed') return rowsOf(run, outcome.output as unknown as InputDataOutput);
    if (outcome.error.name !== SERVER_RESTART) return outcome.error;
    countError(run.input, null, outcome.error, run.input.calls);
  }
}

function rowsOf(run: Run, output: InputDataOutput): KeyValue[] | ErrorData {
  try {
    const pairs = output.kind === 'pairs' ? [...output.pairs] : sourceRows(run, output);
    for (const pair of pairs) {
      const error = pairError(pair);
      if (error) return error;
    }
    return pairs;
  } catch (error) {
    return errorData(error);
  }
}

/** Searches, queries and files are read by the account itself; that costs the script no units. */
function sourceRows(run: Run, source: Extract<InputDataOutput, { kind: 'source' }>): KeyValue[] {
  const caller: Caller = { user: run.user, context: 'MAPREDUCE', execution: null };
  switch (source.type) {
    case 'file':
      return fileRows(run.account, source.definition);
    case 'suiteql':
      return queryInputRows(run.account, caller, source.definition as unknown as { query: string; params?: Wire[] });
    case 'search':
      return searchInputRows(
        run.account,
        caller,
        source.definition as unknown as SearchDefinition | { readonly id: string },
      );
    default:
      throw notSupported(`getInputData with a ${source.type}`);
  }
}
