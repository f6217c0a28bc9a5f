import type { KeyValue, WrittenOutput } from '../../kernel/entryPoints';
import type { ErrorData } from '../../kernel/errors';
import type { Operation } from '../../kernel/operation';
import type { Wire } from '../../kernel/wire';
import { enterStage } from '../instances';
import { JOB_UNITS } from '../limits';
import { processorsOf } from '../processorPreferences';
import { callStage } from './call';
import { cancelJobs, queueAgain, queueJob } from './jobs';
import { persistedBytes, persistedDataError, SERVER_RESTART, USAGE_LIMIT } from './limits';
import { reportProgress } from './progress';
import { bytesOf, countCall, countError, errorJson, type KeyStage, type Run, type StagePair } from './state';

/**
 * Starts the map or the reduce stage: as many jobs as the deployment's concurrency limit and the account's processors
 * allow, each of which takes pairs until none waits (section_4480364878).
 *
 * @param done goes on with the run when the last job has ended
 */
export function startKeyStage(run: Run, stage: KeyStage, done: () => void): void {
  const { account, deployment, instance } = run;
  enterStage(account, instance.id, stage.name === 'map' ? 'MAP' : 'REDUCE', 0);
  stage.startedAt = account.clock.now();
  stage.concurrency = Math.min(deployment.concurrencyLimit, processorsOf(account), stage.pairs.length);
  reportProgress(run, stage);
  if (stage.concurrency === 0) {
    stage.endedAt = stage.startedAt;
    done();
    return;
  }
  stage.jobs = stage.concurrency;
  for (let count = 0; count < stage.concurrency; count += 1) queueJob(run, stage.name, () => keyJob(run, stage, done));
}

/** One job: works on buffers of pairs until none waits, or until it has to yield to other scripts. */
function* keyJob(run: Run, stage: KeyStage, done: () => void): Operation<void> {
  const job = { units: 0, startedAt: run.account.clock.now() };
  while (stage.waiting.length > 0 && !run.isCut) {
    if (mustYield(run, job)) {
      stage.yields += 1;
      queueAgain(run, stage.name, () => keyJob(run, stage, done));
      return;
    }
    yield* workOnBuffer(run, stage, job);
  }
  stage.jobs -= 1;
  if (stage.jobs > 0) return;
  stage.endedAt = run.account.clock.now();
  done();
}

interface JobUse {
  units: number;
  readonly startedAt: number;
}

/** Soft limits: looked at between two calls only. */
function mustYield(run: Run, job: JobUse): boolean {
  const minutes = (run.account.clock.now() - job.startedAt) / 60_000;
  return job.units >= JOB_UNITS || minutes >= run.deployment.yieldAfterMinutes;
}

/**
 * Flags a buffer of pairs, works on them and marks them done together; so a restart of the server repeats the whole
 * buffer, and what its pairs have written so far counts for nothing.
 */
function* workOnBuffer(run: Run, stage: KeyStage, job: JobUse): Operation<void> {
  const buffer: StagePair[] = [];
  for (let pair = stage.waiting.pop(); pair; pair = stage.waiting.pop()) {
    buffer.push(pair);
    if (buffer.length >= run.deployment.bufferSize) break;
  }
  const finished: StagePair[] = [];
  let written: KeyValue[] = [];
  for (const pair of buffer) {
    if (run.isCut || (finished.length > 0 && mustYield(run, job))) break;
    const result = yield* workOnPair(run, stage, pair, job);
    if (result === 'restart') {
      repeatAfterRestart(run, stage, buffer);
      return;
    }
    finished.push(pair);
    written = written.concat(result);
  }
  const left = buffer.slice(finished.length);
  for (const pair of left.reverse()) stage.waiting.push(pair);
  for (const pair of finished) markDone(stage, pair);
  keepWritten(run, stage, written, finished.at(-1)?.key ?? '');
  reportProgress(run, stage);
}

/** Calls the function for a pair, again after an error as often as `retryCount` says. */
function* workOnPair(
  run: Run,
  stage: KeyStage,
  pair: StagePair,
  job: JobUse,
): Operation<readonly KeyValue[] | 'restart'> {
  const { retryCount, exitOnError } = run.script.config;
  for (;;) {
    pair.executions += 1;
    const outcome = yield* callStage(run, stage.name, pairInput(stage, pair));
    job.units += outcome.unitsUsed;
    countCall(stage, outcome.unitsUsed);
    if (outcome.status === 'completed') {
      pair.completionState = 'COMPLETE';
      return (outcome.output as unknown as WrittenOutput).written;
    }
    if (outcome.error.name === SERVER_RESTART) return 'restart';
    noteError(stage, pair, outcome.error);
    if (outcome.error.name === USAGE_LIMIT) stage.jobs -= cancelJobs(run, stage.name);
    if (pair.retries < (retryCount ?? 0)) {
      pair.retries += 1;
      continue;
    }
    pair.completionState = 'FAILED';
    if (exitOnError) run.isCut = true;
    return [];
  }
}

function pairInput(stage: KeyStage, pair: StagePair): Wire {
  const { key, values, isRestarted, executions, errors } = pair;
  const common = { key, isRestarted, executionNo: executions, errors: errors.map((error) => ({ ...error })) };
  return stage.name === 'map' ? { ...common, value: values[0] ?? '' } : { ...common, values };
}

/**
 * After a server restart the pairs of the buffer wait again, unless the script sets `retryCount` to 0. Without
 * `retryCount` there is no limit; with one it counts (section_1509578980, section_1508887826).
 */
function repeatAfterRestart(run: Run, stage: KeyStage, buffer: readonly StagePair[]): void {
  const { retryCount } = run.script.config;
  const error: ErrorData = { name: SERVER_RESTART, message: 'An application server restarted while the script ran.' };
  for (const pair of [...buffer].reverse()) {
    pair.isRestarted = true;
    noteError(stage, pair, error);
    if (retryCount === null || pair.retries < retryCount) {
      if (retryCount !== null) pair.retries += 1;
      pair.completionState = 'PENDING';
      stage.waiting.push(pair);
    } else {
      pair.completionState = 'FAILED';
      markDone(stage, pair);
    }
  }
  reportProgress(run, stage);
}

function noteError(stage: KeyStage, pair: StagePair, error: ErrorData): void {
  const noted = { key: pair.key, error: errorJson(error), executionNo: pair.executions };
  pair.errors = [...pair.errors, noted];
  stage.stageErrors.push(noted);
  countError(stage, pair.key, error, pair.executions);
}

function markDone(stage: KeyStage, pair: StagePair): void {
  stage.pendingCount -= 1;
  stage.pendingSize -= pair.size;
}

/** What map writes goes to the shuffle stage if the script reduces, else it is the script's output. */
function keepWritten(run: Run, stage: KeyStage, written: readonly KeyValue[], key: string): void {
  if (written.length === 0) return;
  const size = written.reduce((sum, pair) => sum + bytesOf(pair.key) + bytesOf(pair.value), 0);
  if (stage.name === 'map' && run.script.functions.includes('reduce')) {
    for (const pair of written) run.shuffled.push(pair);
    run.shuffledSize += size;
  } else {
    for (const pair of written) run.output.push(pair);
    run.outputSize += size;
  }
  const error = persistedDataError(persistedBytes(run));
  if (!error) return;
  run.isCut = true;
  stage.stageErrors.push({ key, error: errorJson(error), executionNo: 1 });
  countError(stage, key, error, 1);
}
