import type { ChangeDocument, ChangeHeader } from '../documents/changes';
import type { ConnectionSettings } from '../settings/settings';

/**
 * One kind of change that is sent to platforms: a folder in `publishing/`. A content is what a record holds of what the
 * platform is told; as JSON text it is the payload of an outbound transfer. A baseline is its fingerprint, at most 300
 * characters, which stays in the transfers: what the platform knows.
 */
export interface PublishingKind<Content, Change extends ChangeDocument> {
  readonly kind: Change['kind'];
  /**
   * True for what happens to a record once and for good: it is sent once for each record, and no version that the platform
   * sends in the meantime takes its place.
   */
  readonly isFinal: boolean;
  /** Whether the connection wants this kind sent. */
  isSent(settings: ConnectionSettings): boolean;
  /** Reads a stored content; null where it is none (any more). */
  parse(text: string): Content | null;
  /**
   * The change to send.
   * @param before baselines that the platform has or may have: what it is known to have, and what was sent since without
   *   a clear answer; none where nothing is known
   */
  change(header: ChangeHeader, content: Content, before: readonly string[]): Change;
}
