import type { ProvingGround } from '../world/account';
import type { Picture } from '../world/picture';

/**
 * A course of events in which the proof breaks every call. It starts from the account as it stands ready after the
 * set-up; the flow's own preparation is done once, without faults.
 */
export interface Flow {
  readonly name: string;
  /** What kind of work it is; of each kind one flow is run in every build. */
  readonly kind: string;
  /** Minutes that pass in any case before the account is observed, for what no row tells of yet; none if left out. */
  readonly restsAfter?: number;
  /** What is there before: customers, documents, stand-ins of platforms. */
  prepare(ground: ProvingGround): Promise<void>;
  /** What the world outside does: calls that are repeated until they are acknowledged, edits in NetSuite. */
  act(ground: ProvingGround): Promise<void>;
  /** What came of it, in the account and outside of it. */
  observe(ground: ProvingGround): Promise<Picture>;
  /** Takes back what is not in the account, such as what a stand-in was sent, before each run. */
  reset?(ground: ProvingGround): Promise<void> | void;
}
