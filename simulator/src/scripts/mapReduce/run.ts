import type { Account } from '../../kernel/account';
import { DESCRIBE, type KeyValue, type ScriptInterface } from '../../kernel/entryPoints';
import type { ErrorData } from '../../kernel/errors';
import type { Operation } from '../../kernel/operation';
import { announceEnd } from '../completion';
import { enterStage, finishInstance, type ScriptInstance } from '../instances';
import { nextPlace } from '../processors';
import type { Deployment } from '../registry';
import { callStage } from './call';
import { inputStage } from './inputStage';
import { queueJob } from './jobs';
import { startKeyStage } from './keyStage';
import { persistedBytes, persistedDataError } from './limits';
import { reportOf } from './report';
import { shuffle } from './shuffle';
import { bytesOf, countError, errorJson, fillStage, newCourse, newKeyStage, type Run } from './state';
import { summarizeStage } from './summarizeStage';

const NO_INTERFACE: ScriptInterface = { functions: [], config: { retryCount: null, exitOnError: false } };

/**
 * Starts a run of a map/reduce script: its jobs go through the account's processors, stage by stage (section_4480364878
 * and its sister pages). Everything that it reports is in the instance's row when the run has ended.
 */
export function startMapReduce(account: Account, deployment: Deployment, instance: ScriptInstance): void {
  const run: Run = {
    account,
    instance,
    deployment,
    user: instance.submitter,
    order: nextPlace(account),
    createdAt: account.clock.now(),
    script: NO_INTERFACE,
    input: newCourse('getInputData'),
    map: newKeyStage('map'),
    reduce: newKeyStage('reduce'),
    summarize: newCourse('summarize'),
    shuffled: [],
    shuffledSize: 0,
    output: [],
    outputSize: 0,
    inputError: null,
    isCut: false,
    fail: (error) => fail(run, error),
  };
  queueJob(run, 'getInputData', () => beginning(run));
}

function* beginning(run: Run): Operation<void> {
  const described = yield* callStage(run, DESCRIBE, null);
  if (described.status === 'failed') {
    fail(run, described.error);
    return;
  }
  run.script = described.output as unknown as ScriptInterface;
  const { functions } = run.script;
  if (!functions.includes('getInputData') || !(functions.includes('map') || functions.includes('reduce'))) {
    fail(run, {
      name: 'SSS_INVALID_SCRIPT',
      message: 'A map/reduce script must have the function getInputData and one of map and reduce.',
    });
    return;
  }
  const pairs = yield* inputStage(run);
  if (functions.includes('map')) startMap(run, pairs);
  else queueShuffle(run, pairs);
}

function startMap(run: Run, pairs: readonly KeyValue[]): void {
  fillStage(
    run.map,
    pairs.map(({ key, value }) => ({ key, values: [value] })),
    wasBrokenOff(run),
  );
  cutIfTooLarge(run);
  startKeyStage(run, run.map, () => {
    if (run.script.functions.includes('reduce')) queueShuffle(run, run.shuffled);
    else queueSummarize(run);
  });
}

function queueShuffle(run: Run, pairs: readonly KeyValue[]): void {
  if (run.isCut) {
    queueSummarize(run);
    return;
  }
  run.shuffled = [...pairs];
  run.shuffledSize = pairs.reduce((sum, { key, value }) => sum + bytesOf(key) + bytesOf(value), 0);
  queueJob(run, 'shuffle', function* () {
    enterStage(run.account, run.instance.id, 'SHUFFLE', 0);
    fillStage(run.reduce, shuffle(run.shuffled), wasBrokenOff(run));
    run.shuffled = [];
    run.shuffledSize = 0;
    cutIfTooLarge(run);
    startKeyStage(run, run.reduce, () => queueSummarize(run));
  });
}

/** Input that is too large sends the run straight to summarize. */
function cutIfTooLarge(run: Run): void {
  const error = persistedDataError(persistedBytes(run));
  if (!error) return;
  run.isCut = true;
  run.inputError = errorJson(error);
  countError(run.input, null, error, 1);
}

function queueSummarize(run: Run): void {
  queueJob(run, 'summarize', function* () {
    yield* summarizeStage(run);
    const isComplete = run.inputError === null && run.summarize.errors.every(isRestart);
    finish(run, isComplete ? 'COMPLETE' : 'FAILED');
  });
}

/** True where the account was closed while the script ran: it begins anew, and some of its work may be done. */
function wasBrokenOff(run: Run): boolean {
  return run.instance.status !== 'PENDING';
}

const isRestart = ({ name }: { readonly name: string }): boolean => name === 'SSS_APP_SERVER_RESTART';

function fail(run: Run, error: ErrorData): void {
  countError(run.input, null, error, Math.max(1, run.input.calls));
  finish(run, 'FAILED');
}

function finish(run: Run, status: 'COMPLETE' | 'FAILED'): void {
  finishInstance(run.account, run.instance.id, status, reportOf(run, status));
  announceEnd(run.account, run.instance.taskId);
}
