import type { BillingDocument } from '../documents/document';
import type { Result } from '../documents/problem';
import type { ConnectionSettings } from '../settings/settings';
import type { Directory, Lookup, PostedRecord, PostingProblem, RecordPlan } from './plan';

/** How documents of one kind become NetSuite records; one folder in `posting/` each. Pure. */
export interface PostingKind<D extends BillingDocument> {
  readonly kind: D['kind'];
  /** What {@link plan} will ask the directory for. A batch joins these, so that each kind of look-up is one query. */
  lookups(document: D, settings: ConnectionSettings): readonly Lookup[];
  /**
   * The record as it would be written, or why it cannot be.
   * @param existing the NetSuite record that this document became earlier (null: none): the plan is then an update.
   */
  plan(
    document: D,
    directory: Directory,
    settings: ConnectionSettings,
    existing: PostedRecord | null,
  ): Result<RecordPlan, PostingProblem>;
}
