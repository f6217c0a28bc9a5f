import { referenceKey, referenceTo } from '../../documents/keys';
import { sha256 } from '../../netsuite/sha256';
import type { StoredVersion } from '../store/knownVersions';
import { type NewTransfer, storeTransfer } from '../store/newTransfers';
import { needsFile, storePayloadFile } from '../store/payloads';
import { decide, type Receipt } from './decide';
import type { Candidate } from './prepare';

/** What became of a document that arrived, and the version that stands for it now. */
export interface Acceptance {
  /** `cancelled`: the document was cancelled before, and `version` is the cancellation. Nothing is stored. */
  readonly outcome: 'accepted' | 'unchanged' | 'stale' | 'cancelled';
  readonly version: StoredVersion;
}

/** Keeps a new row; returns its internal id and whether it was new after all, or null where it is only kept for later. */
export type Keep = (transfer: NewTransfer) => { readonly id: number; readonly isNew: boolean } | null;

/** Keeps a row as a transfer at once: 6 units. */
export const keepAsTransfer: Keep = (transfer) => storeTransfer(transfer, null);

/**
 * Judges a document beside what is known and keeps it where it is new. It becomes known, so that later documents of the
 * same call are judged beside it. Older versions that are not transferred stay as they are: who posts the newer one,
 * and holds the lane, gives them up.
 */
export function storeCandidate(
  candidate: Candidate,
  known: Map<string, StoredVersion[]>,
  receipt: Receipt,
  keep: Keep,
): Acceptance {
  const decision = decide(candidate, known, receipt, sha256);
  if (decision.outcome !== 'new') return { outcome: decision.outcome, version: decision.known };
  const kept = keep(withPayloadKept(decision.transfer));
  const version: StoredVersion = {
    transfer: kept === null ? null : kept.id,
    version: candidate.document.version,
    hash: candidate.hash,
    status: 'Not Transferred',
    reason: 'Queued',
    record: null,
  };
  const key = referenceKey(referenceTo(candidate.document));
  known.set(key, [...(known.get(key) ?? []), version]);
  return { outcome: kept === null || kept.isNew ? 'accepted' : 'unchanged', version };
}

function withPayloadKept(transfer: NewTransfer): NewTransfer {
  if (!needsFile(transfer.payload)) return transfer;
  return { ...transfer, payload: '', payloadFile: storePayloadFile(transfer.payload, transfer.key) };
}
