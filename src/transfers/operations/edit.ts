import { canonicalJson } from '../../documents/canonicalJson';
import type { BillingDocument } from '../../documents/document';
import { platforms } from '../../platforms';
import type { Decoded } from '../../platforms/platform';
import { loadConnections } from '../../settings/load';
import { PART_KIND } from '../payload';
import { customerKey, summaryOf } from '../policy/customers';
import { laneOf } from '../policy/lanes';
import { needsFile, storePayloadFile } from '../store/payloads';
import { type Doer, entryOf, refusedResult, WITHOUT_ERROR } from './perform';
import { isTooLong, type ReplacedPayload, withOriginal } from './policy/originals';
import type { OperationResult } from './request';
import { changeTransfer, type TransferRow } from './store/rows';

/** A short text field holds so many characters. */
const TEXT_LENGTH = 300;

/**
 * Replaces the payload of a transfer and queues it. The new one must be the same document. The row keeps its key, hash
 * and version, so that the original, delivered again, is still `unchanged`; the old payload is kept in `original`. The
 * caller holds the lane. About 15 units, 30 more where a payload needs a file.
 */
export function editTransfer(
  row: TransferRow,
  payload: Readonly<Record<string, unknown>>,
  doer: Doer,
  now: string,
): OperationResult {
  if (row.status !== 'Not Transferred') {
    return refused(row, 'NOT_EDITABLE', `is ${row.status}: only what is not transferred can be edited.`);
  }
  if (row.direction !== 'Inbound') {
    return refused(row, 'NOT_EDITABLE', 'goes to the platform: correct the record in NetSuite, which sends it anew.');
  }
  if (row.recovery !== '') {
    return refused(row, 'HALF_DONE', 'is half done in NetSuite: retry it, so that it can be ended.');
  }
  // A part is kept as it was decoded; what a person writes is the platform's own object.
  const sourceKind = row.sourceKind === PART_KIND ? row.kind : row.sourceKind;
  const text = JSON.stringify(payload);
  if (isSame(row, sourceKind, payload) && row.reason === 'Queued') {
    return { transfer: row.id, outcome: 'unchanged', status: row.status, reason: row.reason };
  }
  const decoded = decode(row, sourceKind, payload);
  if ('error' in decoded) return refusedResult(row.id, decoded.error);
  const { document, embedded } = decoded;
  if (document.kind !== row.kind || document.id !== row.platformId) {
    const error = {
      code: 'ANOTHER_DOCUMENT',
      message: `The payload is of the ${document.kind} "${document.id}", the transfer of the ${row.kind} "${row.platformId}": keep the id.`,
      path: 'payload',
    };
    return refusedResult(row.id, error);
  }
  changeTransfer(row.id, {
    status: 'Not Transferred',
    reason: 'Queued',
    next_attempt: '',
    ...WITHOUT_ERROR,
    ...summaryFields(row, document, embedded),
    source_kind: sourceKind,
    ...payloadFields(row, text, now),
    original: originalWith(row, doer.who, now),
    history: entryOf(row, doer, 'payload edited and queued; the earlier one is kept', now),
  });
  return { transfer: row.id, outcome: 'changed', status: 'Not Transferred', reason: 'Queued' };
}

function isSame(row: TransferRow, sourceKind: string, payload: unknown): boolean {
  if (row.payloadFile !== null || row.sourceKind !== sourceKind) return false;
  try {
    return canonicalJson(JSON.parse(row.payload())) === canonicalJson(payload);
  } catch {
    return false;
  }
}

function decode(
  row: TransferRow,
  sourceKind: string,
  payload: unknown,
): Decoded | { readonly error: { readonly code: string; readonly message: string; readonly path: string } } {
  const settings = loadConnections().get(row.connection);
  const platform = settings === undefined ? undefined : platforms.get(settings.platform);
  if (settings === undefined || platform === undefined) {
    const message = `Connection "${row.connection}" is not there any more: set it up again under the same key.`;
    return { error: { code: 'UNKNOWN_CONNECTION', message, path: '' } };
  }
  const decoded = platform.decode(sourceKind, payload, { connection: settings.key, timeZone: settings.timeZone });
  if (decoded.ok) return decoded.value;
  return { error: { ...decoded.error, path: `payload.${decoded.error.path}` } };
}

/** What the hub shows; with another customer the document goes to that customer's lane. */
function summaryFields(row: TransferRow, document: BillingDocument, embedded: readonly BillingDocument[]) {
  const customer = customerKey(document);
  const { date, amount, currency, customerName } = summaryOf(document, embedded);
  return {
    number: document.number.slice(0, TEXT_LENGTH),
    customer,
    customer_name: customerName.slice(0, TEXT_LENGTH),
    date,
    amount,
    currency,
    lane: laneOf(row.connection, customer),
  };
}

function payloadFields(row: TransferRow, text: string, now: string) {
  return needsFile(text)
    ? { payload: '', payload_file: storePayloadFile(text, `edit-${row.id}-${now.replace(/\D/g, '')}`) }
    : { payload: text, payload_file: '' };
}

/** The replaced payloads with the one that is stored now; in a file where the field would be full. */
function originalWith(row: TransferRow, by: string, now: string): string {
  const earlier = row.original();
  const replaced = { replaced: now, by };
  const inFile = (file: number): string => withOriginal(earlier, { ...replaced, file } satisfies ReplacedPayload);
  if (row.payloadFile !== null) return inFile(row.payloadFile);
  const payload = row.payload();
  const whole = withOriginal(earlier, { ...replaced, payload });
  return isTooLong(whole) ? inFile(storePayloadFile(payload, `original-${row.id}-${now.replace(/\D/g, '')}`)) : whole;
}

function refused(row: TransferRow, code: string, rest: string): OperationResult {
  const error = { code, message: `Transfer ${row.id} ${rest}` };
  return { ...refusedResult(row.id, error), status: row.status, reason: row.reason };
}
