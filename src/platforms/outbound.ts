import type { ChangeDocument, ChangeKind } from '../documents/changes';
import type { Result } from '../documents/problem';

/** An HTTP request to a platform, as data. The client adds the address, the login and the idempotency key. */
export interface PlatformRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the API's address, encoded: `/v1/accounts/8ad0...`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON; null for no body. */
  readonly body: unknown;
  /** The header in which the platform takes an idempotency key for this request; null where it takes none. */
  readonly idempotencyHeader: string | null;
}

/** What a platform answered. */
export interface PlatformAnswer {
  readonly status: number;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Why a change cannot be sent as it is; a person must act. */
export interface Refusal {
  /** Upper snake case, or the platform's own code. */
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** What an answer means for the change. */
export type Verdict =
  | {
      readonly result: 'sent';
      /** Requests that follow from the answer; they go before those that the encoder made after it. */
      readonly then?: readonly PlatformRequest[];
      /** For the transfer's history. */
      readonly note?: string;
    }
  | {
      readonly result: 'try again';
      readonly code: string;
      readonly message: string;
      /** Seconds after which, where the platform says so; null: ever more slowly. */
      readonly after: number | null;
    }
  /** The login is not valid any more: it is renewed once. */
  | { readonly result: 'unauthorized'; readonly code: string; readonly message: string }
  | ({ readonly result: 'refused' } & Refusal);

export interface Judgement {
  readonly verdict: Verdict;
  /** Seconds for which nothing is to be sent to this tenant at all; 0: go on. */
  readonly rest: number;
}

/** How the client proves who it is; the secret itself is an API secret of the NetSuite account. */
export type Authentication =
  /** OAuth 2.0 client credentials, form-encoded, at this path below the API's address. */
  | { readonly kind: 'client credentials'; readonly tokenPath: string }
  /** A key in a header. */
  | { readonly kind: 'key'; readonly header: string };

/** What an encoder may ask about the connection. */
export interface EncodeSettings {
  /**
   * The platform's name of a payment term of NetSuite (internal id): the source of its mapping, else NetSuite's own name;
   * null where the term is gone.
   */
  paymentTerm(id: string): string | null;
}

/** How changes are sent to a platform. Pure; `platforms/client` sends. */
export interface OutboundPlatform {
  /** Its usual address; null where every tenant has its own. */
  readonly url: string | null;
  readonly authentication: Authentication;
  /** The kinds of changes that it takes. */
  readonly takes: readonly ChangeKind[];
  /**
   * The requests that say the change, sent one after the other; none where there is nothing to say. Sending them twice must
   * come to the same as once: by what they say, or by an idempotency key.
   */
  encode(change: ChangeDocument, settings: EncodeSettings): Result<readonly PlatformRequest[], Refusal>;
  judge(answer: PlatformAnswer, request: PlatformRequest): Judgement;
}
