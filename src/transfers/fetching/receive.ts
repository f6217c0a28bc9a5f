import type { DocumentReference } from '../../documents/document';
import { referenceTo } from '../../documents/keys';
import type { Result } from '../../documents/problem';
import { sha256 } from '../../netsuite/sha256';
import type { Refusal } from '../../platforms/outbound';
import { prepare } from '../acceptance/prepare';
import { keepAsTransfer, storeCandidate } from '../acceptance/storeCandidate';
import type { Source } from '../runs/fetching';
import { knownVersions } from '../store/knownVersions';
import type { MissingDocument } from '../store/missing';

/**
 * Takes a document that was fetched exactly as if it had been sent: decoded, judged beside what is stored, stored under
 * the same keys. Its history says for whom it was fetched. 16 units, 6 for each part that it brings along.
 * @returns whether something new was stored; or why the document cannot be taken
 */
export function receiveFetched(
  missing: MissingDocument,
  data: unknown,
  { settings, platform }: Source,
): Result<boolean, Refusal> {
  const { kind, id, waiting } = missing;
  const decodeSettings = { connection: settings.key, timeZone: settings.timeZone };
  const prepared = prepare({ ok: true, kind, data }, 0, platform, decodeSettings, sha256);
  if (!prepared.ok) {
    const { code, message } = prepared.error;
    return { ok: false, error: { code, message, remedy: `Correct it in ${platform.name}.` } };
  }
  const { candidate, parts } = prepared;
  if (candidate.document.kind !== kind || candidate.document.id !== id)
    return { ok: false, error: another(candidate.document, platform.name) };
  const known = knownVersions(
    settings.key,
    [candidate, ...parts].map(({ document }) => referenceTo(document)),
  );
  const receipt = {
    connection: settings.key,
    received: new Date().toISOString(),
    by: `connector, fetched from ${platform.name} for transfer ${waiting}, which waits for it`,
  };
  for (const part of parts) storeCandidate(part, known, receipt, keepAsTransfer);
  return { ok: true, value: storeCandidate(candidate, known, receipt, keepAsTransfer).outcome === 'accepted' };
}

function another({ kind, id }: DocumentReference, platform: string): Refusal {
  return {
    code: 'ANOTHER_DOCUMENT',
    message: `${platform} answered with the ${kind} "${id}".`,
    remedy: `Report it to ${platform}.`,
  };
}
