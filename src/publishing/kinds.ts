import type { ChangeDocument, ChangeHeader } from '../documents/changes';
import type { ConnectionSettings } from '../settings/settings';
import { creditMemoPublishing } from './creditMemo';
import { customerPublishing } from './customer';
import type { PublishingKind } from './kind';

/** A kind of change with its own type of content hidden: texts go in, a change comes out. */
export interface SentKind {
  readonly kind: ChangeDocument['kind'];
  /** See {@link PublishingKind.isFinal}. */
  readonly isFinal: boolean;
  isSent(settings: ConnectionSettings): boolean;
  /** The change that a stored content says; null where the content cannot be read. See {@link PublishingKind.change}. */
  change(header: ChangeHeader, content: string, before: readonly string[]): ChangeDocument | null;
}

/** The kinds of changes that are sent, by the name under which their transfers are stored. */
export const sentKinds: ReadonlyMap<string, SentKind> = new Map(
  [sentKind(customerPublishing), sentKind(creditMemoPublishing)].map((kind) => [kind.kind, kind]),
);

function sentKind<Content, Change extends ChangeDocument>(kind: PublishingKind<Content, Change>): SentKind {
  return {
    kind: kind.kind,
    isFinal: kind.isFinal,
    isSent: (settings) => kind.isSent(settings),
    change: (header, text, before) => {
      const content = kind.parse(text);
      return content === null ? null : kind.change(header, content, before);
    },
  };
}
