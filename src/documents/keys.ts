import type { BillingDocument, DocumentReference } from './document';

/** A key of a document within its connection, for maps; different documents have different keys. */
export function referenceKey(reference: DocumentReference): string {
  return `${reference.kind}:${reference.id}`;
}

/** A key of a document over all connections; a connection's key holds no colon. */
export function documentKey(connection: string, reference: DocumentReference): string {
  return `${connection}:${referenceKey(reference)}`;
}

/** The document's name as others refer to it. */
export function referenceTo(document: BillingDocument): DocumentReference {
  return { kind: document.kind, id: document.id };
}
