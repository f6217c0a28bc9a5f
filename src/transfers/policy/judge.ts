import { compareVersions } from '../../documents/versions';
import type { StoredStatus } from './states';

/** What is stored of a version of a document. */
export interface KnownVersion {
  /** Internal id of the transfer; null while it is only about to be stored by the same request. */
  readonly transfer: number | null;
  readonly version: string;
  readonly hash: string;
  readonly status: StoredStatus;
  /** True for the row that cancels the document. */
  readonly isCancellation?: boolean;
}

export type Judgement<Known extends KnownVersion> =
  | { readonly outcome: 'unchanged' | 'stale'; readonly known: Known }
  /** The document was cancelled, and this is no version that was here before. */
  | { readonly outcome: 'cancelled'; readonly known: Known }
  | {
      readonly outcome: 'new';
      /**
       * Where content without a version comes back to what it was before: the transfer after which it came. It makes
       * the row's key another one than that of the earlier row with the same content.
       */
      readonly after: number | null;
    };

/**
 * What a version that arrives is beside those that are stored. Content decides where versions are the same or there is
 * none: what arrives later is newer. A cancellation is a document's last word: what was answered before it is answered
 * so ever after, and what is new is refused, because nobody could say whether it is meant to live again.
 * @param isPart true for what came inside of another document; without a version of its own it adds nothing to a
 *   document that is known, because it may hold less than the whole.
 */
export function judge<Known extends KnownVersion>(
  arriving: { readonly version: string; readonly hash: string },
  known: readonly Known[],
  isPart: boolean,
): Judgement<Known> {
  const cancellation = known.find((version) => version.isCancellation === true && version.status !== 'Cancelled');
  const versions = known.filter((version) => version.isCancellation !== true);
  const newest = newestOf(versions);
  if (newest === null) return { outcome: 'new', after: null };
  if (newest.version === arriving.version && newest.hash === arriving.hash) {
    return { outcome: 'unchanged', known: newest };
  }
  if (isPart && arriving.version === '' && versions.some((version) => version.status !== 'Cancelled')) {
    return { outcome: 'unchanged', known: newest };
  }
  if (compareVersions(arriving.version, newest.version) < 0) return { outcome: 'stale', known: newest };
  if (cancellation !== undefined) return { outcome: 'cancelled', known: cancellation };
  const same = versions.find((version) => version.version === arriving.version && version.hash === arriving.hash);
  return { outcome: 'new', after: same === undefined ? null : newest.transfer };
}

/** The newest version: by its version, and among equal ones the one that was stored last. */
export function newestOf<Known extends KnownVersion>(known: readonly Known[]): Known | null {
  return known.reduce<Known | null>((newest, version) => {
    if (newest === null) return version;
    const order = compareVersions(version.version, newest.version);
    if (order !== 0) return order > 0 ? version : newest;
    return (version.transfer ?? Number.MAX_SAFE_INTEGER) >= (newest.transfer ?? Number.MAX_SAFE_INTEGER)
      ? version
      : newest;
  }, null);
}
