import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { ApiVersion, CompiledFile, HostBinding, StartExecution } from '../kernel/scriptHost';
import { compile } from './compile';
import {
  ENDED,
  type LoadReplies,
  type LoadReply,
  type Pause,
  type StartMessage,
  type WorkerMessage,
  type WorkerSetup,
} from './protocol';

/**
 * The thread of a script execution: it waits to be started, runs one entry point in a fresh context, and is used again.
 * Each call of the account blocks it until the answer is there.
 */
if (parentPort === null) throw new Error('This file runs as a worker thread.');
const account = parentPort;
const { replies, flag } = workerData as WorkerSetup;
const answered = new Int32Array(flag);
const scriptSide = new Script(readFileSync(new URL('./script.js', import.meta.url), 'utf8'), { filename: 'N' });

/** Texts of script files by path, as the account last had them. */
const files = new Map<string, { readonly hash: string; readonly text: string }>();

/** Paths that scripts loaded when they last ran, by the first of them. */
const loadedTogether = new Map<string, readonly string[]>();

/**
 * What the account answered about files while its File Cabinet was as it is now. Until the script makes its first call no
 * other execution can change it.
 */
let answeredFiles = new Map<string, LoadReply>();
let answeredAt: number | null = null;
let isBeforeFirstCall = true;

/** Paths that this execution has loaded so far. */
let loadedNow: string[] = [];

/** True once the account has ended the execution: nothing of it reaches the account any more. */
let isEnded = false;

const post = (message: WorkerMessage): void => {
  if (!isEnded) account.postMessage(message);
};

function ask(message: Pause): string {
  if (isEnded) throw new Error(ENDED);
  Atomics.store(answered, 0, 0);
  post(message);
  // A notification may be late: that of an answer which was taken before the account's thread came to notify.
  while (Atomics.load(answered, 0) === 0) Atomics.wait(answered, 0, 0);
  const reply = String(receiveMessageOnPort(replies)?.message);
  if (reply !== ENDED) return reply;
  // Whatever the script does about it, it only comes to its end.
  isEnded = true;
  throw new Error(ENDED);
}

function load(context: object, path: string, version: ApiVersion): CompiledFile {
  const reply = (isBeforeFirstCall ? answeredFiles.get(path) : undefined) ?? askFor(path);
  loadedNow.push(path);
  if (!reply.found) return { kind: 'missing' };
  const text = reply.text ?? files.get(path)?.text ?? '';
  files.set(path, { hash: reply.hash, text });
  return compile(context, path, text, reply.hash, version);
}

function askFor(path: string): LoadReply {
  const known = (of: string): string | null => files.get(of)?.hash ?? null;
  const others = loadedNow.length > 0 ? [] : (loadedTogether.get(path) ?? []).filter((other) => other !== path);
  const more = others.map((other) => ({ path: other, known: known(other) }));
  const replies = JSON.parse(ask({ kind: 'load', path, known: known(path), more })) as LoadReplies;
  const reply = replies[0] ?? { found: false };
  if (isBeforeFirstCall) {
    answeredFiles.set(path, reply);
    for (const [index, other] of others.entries()) answeredFiles.set(other, replies[index + 1] ?? { found: false });
  }
  return reply;
}

function execute({ start, files: fileChanges }: StartMessage): void {
  const context = createContext({});
  if (fileChanges === null || fileChanges !== answeredAt) answeredFiles = new Map();
  answeredAt = fileChanges;
  isBeforeFirstCall = true;
  loadedNow = [];
  scriptSide.runInContext(context);
  const startExecution = Reflect.get(context, '$startExecution') as StartExecution;
  const binding: HostBinding = {
    call: (op, args, spent) => {
      isBeforeFirstCall = false;
      return ask({ kind: 'call', op, args, spent });
    },
    sync: (spent) => {
      ask({ kind: 'sync', spent });
    },
    notify: (notice, data) => post({ kind: 'notice', notice, data }),
    load: (path, version) => load(context, path, version),
  };
  let ended: Pause | null = null;
  startExecution(binding, start, (outcome, text) => {
    ended = { kind: 'end', outcome, text };
  });
  const [first] = loadedNow;
  if (first !== undefined) loadedTogether.set(first, [...new Set(loadedNow)]);
  // Promises that nobody awaits make their calls before this; one that is still open then will never settle.
  setImmediate(() => {
    isEnded = false;
    post(ended ?? { kind: 'end', outcome: 'error', text: NEVER_SETTLED });
  });
}

const NEVER_SETTLED = JSON.stringify({
  name: 'UNEXPECTED_ERROR',
  message: 'The entry point returned a promise that never settles.',
});

process.on('unhandledRejection', (reason) => {
  const message = reason instanceof Object && 'message' in reason ? String(reason.message) : String(reason);
  post({ kind: 'notice', notice: 'unhandledRejection', data: JSON.stringify(message) });
});

account.on('message', (message: StartMessage) => execute(message));
