import type { BillingDocument } from '../documents/document';
import type { InputError, Result } from '../documents/problem';
import type { DecodeSettings, Platform } from '../platforms/platform';

/**
 * The source kind of a document that came inside of another one. What surrounds it may say something about it (an
 * invoice's currency is its customer's), so it is stored as it was decoded, and is not decoded again.
 */
export const PART_KIND = 'part';

/** The source kind of a cancellation: its payload is the head of the document that it cancels. */
export const CANCELLATION_KIND = 'cancellation';

/** The document that a stored payload says. */
export function readPayload(
  sourceKind: string,
  payload: string,
  platform: Platform,
  settings: DecodeSettings,
): Result<BillingDocument, InputError> {
  let data: unknown;
  try {
    data = JSON.parse(payload);
  } catch {
    return {
      ok: false,
      error: { code: 'PAYLOAD_UNREADABLE', message: 'The stored payload is not JSON any more.', path: '' },
    };
  }
  if (sourceKind === PART_KIND || sourceKind === CANCELLATION_KIND) return { ok: true, value: data as BillingDocument };
  const decoded = platform.decode(sourceKind, data, settings);
  return decoded.ok ? { ok: true, value: decoded.value.document } : decoded;
}
