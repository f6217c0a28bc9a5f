import * as v from 'valibot';
import type { InputError, Result } from '../../documents/problem';
import { documentSchema, type InboundRequest, MOST_DOCUMENTS, MOST_PREVIEWS, requestSchema } from '../request';

/** A document as it was sent, or why it is none. */
export type SentDocument =
  | { readonly ok: true; readonly kind: string; readonly data: unknown }
  | { readonly ok: false; readonly kind: string; readonly error: InputError };

/**
 * Reads the body of a POST. A body that is no request gives one error for the whole call; the documents are read with
 * {@link readDocument}.
 */
export function parseRequest(body: unknown): Result<InboundRequest, InputError> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return refuseRequest('The body must be a JSON object, sent with Content-Type: application/json.', '');
  }
  const parsed = v.safeParse(requestSchema, body, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = issuePath(issue);
    if (path === 'documents' && Array.isArray((body as { documents?: unknown }).documents)) {
      const count = (body as { documents: readonly unknown[] }).documents.length;
      return refuseRequest(`A call takes 1 to ${MOST_DOCUMENTS} documents; this one has ${count}.`, path);
    }
    return refuseRequest(`${path}: ${issue.message}.`, path);
  }
  if (parsed.output.mode === 'preview' && parsed.output.documents.length > MOST_PREVIEWS) {
    return refuseRequest(
      `A preview takes at most ${MOST_PREVIEWS} documents; this one has ${parsed.output.documents.length}.`,
      'documents',
    );
  }
  return { ok: true, value: parsed.output };
}

/** Reads one document of a request. Paths start at the request: `documents[3].data.currency`. */
export function readDocument(document: unknown, index: number): SentDocument {
  const parsed = v.safeParse(documentSchema, document, { abortEarly: true });
  if (parsed.success) return { ok: true, ...parsed.output };
  const [issue] = parsed.issues;
  const field = issuePath(issue);
  const path = field === '' ? documentPath(index) : `${documentPath(index)}.${field}`;
  const isMissing = issue.received === 'undefined';
  const kind = (document as { kind?: unknown } | null)?.kind;
  return {
    ok: false,
    kind: typeof kind === 'string' ? kind : '',
    error: {
      code: isMissing ? 'MISSING_FIELD' : 'WRONG_TYPE',
      message: isMissing
        ? `"${field}" is missing: each document needs a "kind" and its "data".`
        : `${path}: ${issue.message}.`,
      path,
    },
  };
}

/** Where a document stands in its request. */
export function documentPath(index: number): string {
  return `documents[${index}]`;
}

function refuseRequest(message: string, path: string): Result<never, InputError> {
  return { ok: false, error: { code: 'INVALID_REQUEST', message, path } };
}

function issuePath(issue: v.BaseIssue<unknown>): string {
  return v.getDotPath(issue) ?? '';
}
