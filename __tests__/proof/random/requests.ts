import { bodyOf, type callOnce, codesOf, documentsCall, withdrawal } from '../world/outside';
import { documentName, type SourceDocument } from './documents';
import type { Call, Delivery } from './steps';

/** Name of a version of a document, as logs and findings show it. */
export function nameOf({ document, version }: Delivery): string {
  return `${documentName(document)} v${version + 1}`;
}

/** The POST of a call. */
export function requestOf({ connection, deliveries }: Call) {
  return documentsCall(
    connection,
    deliveries.map(({ document, version }) => ({ kind: document.kind, data: document.versions[version] })),
  );
}

/** The DELETE of a document. */
export function deleteOf({ connection, kind, id }: SourceDocument) {
  return withdrawal(connection, kind, id);
}

/** An answer in a word for each document: outcomes, or codes of errors. */
export function said(answer: Awaited<ReturnType<typeof callOnce>>): string {
  if (answer === null) return 'no answer';
  const { results, outcome } = bodyOf(answer);
  if (results === undefined) return codesOf(answer).join(' ') || (outcome ?? 'done');
  return results
    .map(({ outcome, error }) => (error?.code === undefined ? outcome : `${outcome} ${error.code}`))
    .join(' ');
}
