import type { ChangeDocument, ChangeHeader } from '../documents/changes';
import type { ConnectionSettings } from '../settings/settings';

/**
 * One kind of change that is sent to platforms: a folder in `publishing/`. Content is what a record holds of what the
 * platform is told; it is stored as the payload of an outbound transfer, and as the baseline of what the platform knows.
 */
export interface PublishingKind<Content, Change extends ChangeDocument> {
  readonly kind: Change['kind'];
  /** Whether the connection wants this kind sent. */
  isSent(settings: ConnectionSettings): boolean;
  /** Reads a stored content; null where it is none (any more). */
  parse(text: string): Content | null;
  /**
   * The change to send.
   * @param before contents that the platform has or may have: what it is known to have, and what was sent since without
   *   a clear answer; none where nothing is known
   */
  change(header: ChangeHeader, content: Content, before: readonly Content[]): Change;
}
