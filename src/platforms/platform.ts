import type { BillingDocument } from '../documents/document';
import type { InputError, Result } from '../documents/problem';
import type { OutboundPlatform } from './outbound';
import type { PlatformReads } from './reads';

/** What a decoder has to know of the connection. */
export interface DecodeSettings {
  /** The connection's key. */
  readonly connection: string;
  /** IANA name; timestamps become dates in it. */
  readonly timeZone: string;
}

/** What a payload contains: the document that was sent, and the documents that it brings along (its customer, its items). */
export interface Decoded {
  readonly document: BillingDocument;
  /** In the order in which they must be posted; each with its own part of the payload as `raw`. */
  readonly embedded: readonly BillingDocument[];
}

/** A billing platform: one folder in `platforms/`. To add one touches no other. */
export interface Platform {
  readonly id: string;
  readonly name: string;
  /** The kinds it sends, as the RESTlet's `kind`. */
  readonly kinds: readonly string[];
  /** Pure. Checks the payload against the platform's schema and says the same in the connector's vocabulary. */
  decode(kind: string, data: unknown, settings: DecodeSettings): Result<Decoded, InputError>;
  /** How changes in NetSuite are sent to it; absent where none are. */
  readonly outbound?: OutboundPlatform;
  /** How it is asked for its documents; absent where it cannot be. The address and the login are those of `outbound`. */
  readonly reads?: PlatformReads;
}
