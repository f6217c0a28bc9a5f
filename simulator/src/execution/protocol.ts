import type { MessagePort } from 'node:worker_threads';

/** What the account thread gives a worker when it makes it. */
export interface WorkerSetup {
  /** The account's answers arrive here. */
  readonly replies: MessagePort;
  /** One 32-bit cell: 1 when an answer has been posted. */
  readonly flag: SharedArrayBuffer;
}

/** Instead of an answer: the account has ended the execution. */
export const ENDED = '$ended';

/** Account to worker, on the worker's own port: run this execution (a `Start` on the wire). */
export interface StartMessage {
  readonly start: string;
  /** `Store.fileChanges` of the account: what the worker learnt of files at the same number still holds; null: ask. */
  readonly files: number | null;
}

/** Worker to account. After all but a notice the worker runs no script code until it is answered. */
export type WorkerMessage = Notice | Pause;

export interface Notice {
  readonly kind: 'notice';
  readonly notice: string;
  readonly data: string;
}

export type Pause = CallMessage | LoadMessage | SyncMessage | EndMessage;

export interface CallMessage {
  readonly kind: 'call';
  readonly op: string;
  readonly args: string;
  /** Milliseconds of the account's clock that the script spent since it last stopped. */
  readonly spent: number;
}

/** Asks for nothing: lets the account catch up with the notices of a script that makes many. */
export interface SyncMessage {
  readonly kind: 'sync';
  readonly spent: number;
}

export interface LoadMessage {
  readonly kind: 'load';
  readonly path: string;
  /** Hash of the text that the worker has of this file, if any. */
  readonly known: string | null;
  /** Other files that the script loaded when it last ran, so that one question answers for all. */
  readonly more: readonly { readonly path: string; readonly known: string | null }[];
}

export interface EndMessage {
  readonly kind: 'end';
  readonly outcome: 'output' | 'error';
  /** Output or ErrorData on the wire. */
  readonly text: string;
}

/** The answer to a LoadMessage, as JSON: for the file, then for the others in their order. */
export type LoadReplies = readonly LoadReply[];

/** What the account has of a file. `text` is left out when the worker has it. */
export type LoadReply =
  | { readonly found: false }
  | { readonly found: true; readonly hash: string; readonly text?: string };

/** The worker is gone: what the execution ends with. */
export interface Died {
  readonly kind: 'died';
  readonly cause: 'time' | 'memory' | 'terminated' | 'broken';
  readonly message: string;
}
