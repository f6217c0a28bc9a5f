import { canonicalJson } from '../../documents/canonicalJson';
import type { BillingDocument } from '../../documents/document';
import type { InputError } from '../../documents/problem';
import type { DecodeSettings, Platform } from '../../platforms/platform';
import { PART_KIND } from '../payload';
import type { Sha256 } from '../policy/keys';
import { documentPath, type SentDocument } from './parseRequest';

/** A document that can be stored: as it was sent, or as a part of one that was. */
export interface Candidate {
  readonly document: BillingDocument;
  /** The kind by which the payload is read again when it is posted. */
  readonly sourceKind: string;
  /** JSON text. */
  readonly payload: string;
  readonly hash: string;
  readonly isPart: boolean;
  /** The documents that came with it. */
  readonly companions: readonly BillingDocument[];
}

/** One document of a request, decoded. */
export type Prepared =
  | {
      readonly ok: true;
      readonly index: number;
      readonly kind: string;
      readonly data: unknown;
      readonly candidate: Candidate;
      /** In the order in which they must be posted. */
      readonly parts: readonly Candidate[];
    }
  | {
      readonly ok: false;
      readonly index: number;
      readonly kind: string;
      readonly id: string;
      readonly error: InputError;
    };

/** A short text field, in which the platform's id is stored, holds 300 characters; no platform comes near. */
const LONGEST_ID = 255;

/** Decodes a document of a request with what it brings along. Pure. */
export function prepare(
  sent: SentDocument,
  index: number,
  platform: Platform,
  settings: DecodeSettings,
  sha256: Sha256,
): Prepared {
  if (!sent.ok) return { ok: false, index, kind: sent.kind, id: '', error: sent.error };
  const decoded = platform.decode(sent.kind, sent.data, settings);
  if (!decoded.ok) {
    const error = { ...decoded.error, path: `${documentPath(index)}.${decoded.error.path}` };
    return { ok: false, index, kind: sent.kind, id: idOf(sent.data), error };
  }
  const { document, embedded } = decoded.value;
  const tooLong = [document, ...embedded].find((each) => each.id.length > LONGEST_ID);
  if (tooLong !== undefined) {
    const message = `The id of the ${tooLong.kind} has ${tooLong.id.length} characters; at most ${LONGEST_ID} can be stored.`;
    const error = { code: 'INVALID_ID', message, path: `${documentPath(index)}.data` };
    return { ok: false, index, kind: sent.kind, id: '', error };
  }
  return {
    ok: true,
    index,
    kind: sent.kind,
    data: sent.data,
    candidate: {
      document,
      sourceKind: sent.kind,
      payload: JSON.stringify(sent.data),
      hash: sha256(canonicalJson(sent.data)),
      isPart: false,
      companions: embedded,
    },
    parts: embedded.map((part) => ({
      document: part,
      sourceKind: PART_KIND,
      payload: JSON.stringify(part),
      hash: sha256(canonicalJson(part.raw)),
      isPart: true,
      companions: [],
    })),
  };
}

/** The id that a refused payload seems to have, so that the caller knows which one it was. */
function idOf(data: unknown): string {
  if (typeof data !== 'object' || data === null) return '';
  const { id, Id } = data as { readonly id?: unknown; readonly Id?: unknown };
  const found = id ?? Id;
  return typeof found === 'string' || typeof found === 'number' ? String(found).slice(0, LONGEST_ID) : '';
}
