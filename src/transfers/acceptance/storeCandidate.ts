import { referenceKey, referenceTo } from '../../documents/keys';
import { sha256 } from '../../netsuite/sha256';
import type { StoredVersion } from '../store/knownVersions';
import { replaceTransfer, storeTransfer } from '../store/newTransfers';
import { decide, type Receipt } from './decide';
import type { Candidate } from './prepare';

/** What became of a document that arrived, and the stored version that stands for it now. */
export interface Acceptance {
  readonly outcome: 'accepted' | 'unchanged' | 'stale';
  readonly version: StoredVersion;
}

/**
 * Judges a document beside what is stored and stores it where it is new: 6 units, and 2 for each older version that it
 * replaces. What it stores becomes known, so that later documents of the same call are judged beside it.
 */
export function storeCandidate(
  candidate: Candidate,
  known: Map<string, StoredVersion[]>,
  receipt: Receipt,
): Acceptance {
  const decision = decide(candidate, known, receipt, sha256);
  if (decision.outcome !== 'new') return { outcome: decision.outcome, version: decision.known };
  const { id, isNew } = storeTransfer(decision.transfer);
  for (const replaced of decision.replaces) {
    if (replaced.transfer !== null && replaced.transfer !== id) {
      replaceTransfer(replaced.transfer, { id, version: candidate.document.version });
    }
  }
  const version: StoredVersion = {
    transfer: id,
    version: candidate.document.version,
    hash: candidate.hash,
    status: 'Not Transferred',
    reason: 'Queued',
    record: null,
  };
  const key = referenceKey(referenceTo(candidate.document));
  const replacedNow = new Set(decision.replaces);
  const others = (known.get(key) ?? []).map((other) =>
    replacedNow.has(other) ? { ...other, status: 'Cancelled' as const, reason: null } : other,
  );
  known.set(key, [...others, version]);
  return { outcome: isNew ? 'accepted' : 'unchanged', version };
}
