import { canonicalJson } from '../../documents/canonicalJson';

/** What is stored of a cancelled credit memo: the record that was cancelled. */
export interface CancelledContent {
  /** Internal id. */
  readonly record: string;
}

/** The note that a record was cancelled, the same whether it was voided or deleted, and whoever noticed it. */
export function cancelledContentText({ record }: CancelledContent): string {
  return canonicalJson({ cancelled: true, record });
}

/** Null for text that is no such note. */
export function parseCancelledContent(text: string): CancelledContent | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { cancelled, record } = value as Readonly<Record<string, unknown>>;
  return cancelled === true && typeof record === 'string' ? { record } : null;
}
