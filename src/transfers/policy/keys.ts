import type { Direction } from './states';

/** Turns text into the SHA-256 of its UTF-8 bytes, 64 hexadecimal digits. */
export type Sha256 = (text: string) => string;

export interface RowIdentity {
  readonly direction: Direction;
  readonly connection: string;
  readonly kind: string;
  readonly id: string;
  readonly version: string;
  /** Of the canonical JSON of the payload. */
  readonly hash: string;
  /** See `Judgement.after`. */
  readonly after: number | null;
}

/**
 * The external id of a transfer: one for each document, version, content and direction. Hashed, because platforms' ids
 * may be longer than an external id and hold characters that it may not (section_N3436356).
 */
export function rowKey(identity: RowIdentity, sha256: Sha256): string {
  const { direction, connection, kind, id, version, hash, after } = identity;
  const parts = [direction, connection, kind, id, version, hash, after === null ? '' : String(after)];
  return `obc-${direction === 'Inbound' ? 'in' : 'out'}-${sha256(JSON.stringify(parts))}`;
}
