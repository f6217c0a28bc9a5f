import { jsonObject, objectIn } from '../reads';

/** What an answer of Nue says: `{ "status": "SUCCESS", "data": ..., "warnings": [...] }`. */
export interface NueAnswer {
  readonly isSuccess: boolean;
  readonly data: unknown;
  /** Upper snake case; empty where it names none. */
  readonly code: string;
  /** Its words about what is wrong; empty for none. */
  readonly words: string;
}

/**
 * Reads the envelope; null where there is none. How errors stand in it is not published: a code and a message are looked
 * for in the envelope itself and in its `errors`, `error` and `data`.
 */
export function readAnswer(body: string): NueAnswer | null {
  const envelope = jsonObject(body);
  if (envelope === null) return null;
  const listed: readonly unknown[] = Array.isArray(envelope.errors) ? envelope.errors : [envelope.errors];
  const places = [envelope, ...listed, envelope.error, envelope.data].map(objectIn).filter((place) => place !== null);
  const words = [
    ...new Set(places.map((place) => text(place.errorMessage) || text(place.message)).filter(Boolean)),
    ...listed.map(text).filter(Boolean),
    text(envelope.error),
  ];
  const code = places.map((place) => text(place.errorCode) || text(place.code)).find(Boolean) ?? '';
  const status = text(envelope.status).toUpperCase();
  return {
    isSuccess: status === 'SUCCESS',
    data: envelope.data,
    code: code
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '_')
      .slice(0, 100),
    words: words.filter(Boolean).join(' '),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
