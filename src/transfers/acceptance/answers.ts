import type { BillingDocument } from '../../documents/document';
import type { InputError } from '../../documents/problem';
import { recordUrl } from '../../netsuite/recordLinks';
import type { DocumentResult } from '../request';
import type { PostedRow } from './postAtOnce';
import type { Acceptance } from './storeCandidate';

/** The answer about a document that cannot be taken. */
export function rejectedResult(refused: {
  readonly kind: string;
  readonly id: string;
  readonly error: InputError;
}): DocumentResult {
  return { kind: refused.kind, id: refused.id, outcome: 'rejected', error: { ...refused.error } };
}

/**
 * The answer about a document that is stored, now or before; one in an intake has no transfer yet. A newer version of one
 * that was cancelled is not stored but refused.
 * @param path where the document stands in the request
 */
export function storedResult(
  document: BillingDocument,
  { outcome, version }: Acceptance,
  path: string,
): DocumentResult {
  const { record } = version;
  if (outcome === 'cancelled') {
    const { kind, id } = document;
    const message =
      `The ${kind} "${id}" was cancelled by transfer ${version.transfer}, and stays cancelled: ` +
      'send what is to be posted under an id of its own.';
    return rejectedResult({ kind, id, error: { code: 'DOCUMENT_CANCELLED', message, path } });
  }
  return {
    kind: document.kind,
    id: document.id,
    outcome,
    ...(version.transfer === null ? {} : { transfer: version.transfer }),
    status: version.status,
    ...(record === null ? {} : { record: { ...record, url: recordUrl(record.type, record.id) } }),
  };
}

/** The answer about a document with what the call then made of it; others stay as they are. */
export function postedResult(result: DocumentResult, posted: ReadonlyMap<number, PostedRow>): DocumentResult {
  const row = result.transfer === undefined ? undefined : posted.get(result.transfer);
  if (row === undefined) return result;
  const { record: _, ...rest } = result;
  return { ...rest, status: row.status, ...(row.record === null ? {} : { record: row.record }) };
}
