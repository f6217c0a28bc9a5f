import type { DocumentKind } from '../../documents/document';
import { documentRank } from '../../documents/ranks';
import { sha256 } from '../../netsuite/sha256';
import { withEntry } from '../policy/history';
import { rowKey } from '../policy/keys';
import { outboundLaneOf } from '../policy/lanes';
import { judgeChange, judgeFinal, type RecordTransfer } from '../policy/outbound';
import type { TransferError } from '../policy/states';
import { storeTransfer } from '../store/newTransfers';

/** The source kind of a change in NetSuite: its payload is a content, no platform's object. */
export const CHANGE_KIND = 'change';

/** What a record that stands for a platform's document holds now, or that it is gone. */
export interface NoticedChange {
  readonly kind: DocumentKind;
  readonly connection: string;
  readonly platformId: string;
  /** The platform's id of the customer in whose order it is sent. */
  readonly customer: string;
  readonly record: { readonly type: string; readonly id: string; readonly number: string };
  readonly customerName: string;
  /** JSON text. */
  readonly content: string;
  /** Fingerprint of it. */
  readonly baseline: string;
  /** The transfer that had written the record last, its stamp; null where none had. */
  readonly stamp: number | null;
  /** For the history: through what it was noticed, `user 12 (USERINTERFACE)`, `sweep`. */
  readonly by: string;
  readonly what: string;
  /** See `PublishingKind.isFinal`; false where it is left out. */
  readonly isFinal?: boolean;
  /** What a person must do; null for a change that is to be sent. */
  readonly error: TransferError | null;
}

/**
 * Stores a change as an outbound transfer, unless it is stored or known already: 6 units. The key refuses a second one,
 * whoever notices it at the same time.
 * @param transfers all of the record
 * @returns true where it was stored by this call
 */
export function storeChange(change: NoticedChange, transfers: readonly RecordTransfer[], now: string): boolean {
  const { kind, connection, platformId, record, content, baseline, error } = change;
  const hash = sha256(content);
  const judgement =
    change.isFinal === true
      ? judgeFinal(hash, connection, transfers)
      : judgeChange({ hash, baseline }, connection, transfers);
  if (judgement.outcome === 'unchanged') return false;
  const identity = { direction: 'Outbound', connection, kind, id: platformId, version: '', hash } as const;
  const key = rowKey({ ...identity, after: judgement.after }, sha256);
  return storeTransfer(
    {
      ...identity,
      key,
      sourceKind: CHANGE_KIND,
      number: record.number,
      payload: content,
      payloadFile: null,
      customer: change.customer,
      customerName: change.customerName,
      date: '',
      amount: '',
      currency: '',
      lane: outboundLaneOf(connection, change.customer),
      rank: documentRank(kind),
      received: now,
      history: withEntry('', now, change.by, change.what),
      more: {
        baseline,
        recovery: change.stamp === null ? null : String(change.stamp),
        record_type: record.type,
        record_id: Number(record.id),
        record_number: record.number,
        ...(error === null
          ? {}
          : { reason: 'Action Needed', error_code: error.code, error_message: error.message, remedy: error.remedy }),
      },
    },
    null,
  ).isNew;
}
