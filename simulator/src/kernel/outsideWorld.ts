/** A request that a script sends to a host outside of the account, with its secrets filled in. */
export interface OutsideRequest {
  readonly method: string;
  /** Fully qualified. */
  readonly url: string;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** The account's time, milliseconds since 1970. */
  readonly now: number;
}

/** What a host answers. */
export interface OutsideAnswer {
  readonly code: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * How a host fails instead of answering: no answer in time, a connection that is closed, or none at all. The request may
 * have been worked on all the same.
 */
export type OutsideFailure = 'no answer' | 'closed' | 'no connection';

/**
 * The hosts that stand in for the world outside, in the program that opened the account. It answers at once, so that what
 * scripts find outside takes its turn with everything else and is the same in every replay. Null: this host is not one
 * of them, and the request goes where it would go without.
 */
export type OutsideWorld = (request: OutsideRequest) => OutsideAnswer | OutsideFailure | null;
