import type { DocumentKind } from '../documents/document';
import type { PlatformAnswer, PlatformRequest, Refusal } from './outbound';

/** What a platform's answer says of a document that it was asked for. */
export type Reading =
  /** The document as the platform's decoder takes it, as if it had been sent. */
  | { readonly result: 'found'; readonly data: unknown }
  | { readonly result: 'not found' }
  | ({ readonly result: 'refused' } & Refusal);

/** How a platform is asked for one of its documents. Pure; `platforms/client` asks. */
export interface PlatformReads {
  /** The kinds that it can be asked for. */
  readonly kinds: readonly DocumentKind[];
  /** The request that asks for a document by the platform's id. It changes nothing, so it may be sent twice. */
  request(kind: DocumentKind, id: string): PlatformRequest;
  /**
   * Reads an answer to {@link request}. Null where the answer says nothing of the document: then the platform's own
   * judgement of it stands, as for any other request.
   */
  read(kind: DocumentKind, id: string, answer: PlatformAnswer): Reading | null;
}

/** The body of an answer as a JSON object; null where it is none. */
export function jsonObject(body: string): Readonly<Record<string, unknown>> | null {
  try {
    return objectIn(JSON.parse(body));
  } catch {
    return null;
  }
}

/** The value where it is an object and no list; else null. */
export function objectIn(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
}
