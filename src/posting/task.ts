import type { BillingDocument } from '../documents/document';
import type { ScriptError } from '../netsuite/scriptErrors';
import type { ConnectionSettings } from '../settings/settings';
import type { PostingProblem, RecordPlan } from './plan';

/** A document to post. */
export interface PostingTask {
  /** Internal id of its transfer. */
  readonly transfer: number;
  readonly document: BillingDocument;
  readonly settings: ConnectionSettings;
  /** True where what the document became is to be cancelled; of the document only its head counts then. */
  readonly cancels?: boolean;
}

/** The NetSuite record that stands for a document. */
export interface PostedReference {
  readonly recordType: string;
  readonly recordId: string;
  readonly number: string;
  /** What the next version is compared with (see `versions/baseline`); absent where there is nothing to keep. */
  readonly baseline?: string;
}

export type PostingOutcome =
  /** `record` is null where a cancellation found nothing to cancel. */
  | { readonly kind: 'posted'; readonly record: PostedReference | null; readonly notes: readonly string[] }
  /** `record` where there is one all the same: made, but not as planned. */
  | { readonly kind: 'problem'; readonly problem: PostingProblem; readonly record: PostedReference | null }
  | { readonly kind: 'failed'; readonly error: ScriptError };

/** A save whose result is still to be read back. */
export interface Written {
  readonly kind: 'written';
  readonly plan: RecordPlan;
  readonly recordId: string;
}

/** What became of a document so far. */
export type Step = PostingOutcome | Written;

/** Keeps what was written of work that needs more than one write, between the writes. */
export type SaveRecoveryPoint = (task: PostingTask, point: string) => void;
