import type { Direction, StoredStatus, TransferReason } from './states';

/** What is stored about a record and what a platform knows of it: a transfer of either direction. */
export interface RecordTransfer {
  readonly id: number;
  readonly direction: Direction;
  readonly connection: string;
  /** The platform's id of what the record stands for. */
  readonly platformId: string;
  readonly status: StoredStatus;
  readonly reason: TransferReason | null;
  /** Of an outbound transfer: of its content. */
  readonly hash: string;
  /** Fingerprint of the content: what NetSuite held when the transfer was posted, or what is to be sent; else empty. */
  readonly baseline: string;
  /** Of an outbound transfer: the inbound one that had written the record last when the change was noticed; else null. */
  readonly follows: number | null;
  /** UTC, ISO 8601; empty where it is not transferred. */
  readonly received: string;
  readonly transferred: string;
}

/** The transfers by which a record came from platforms: the newest one of each connection. */
export function linksIn(transfers: readonly RecordTransfer[]): ReadonlyMap<string, RecordTransfer> {
  return new Map(
    transfers
      .filter(({ direction, status }) => direction === 'Inbound' && status === 'Transferred')
      .map((transfer) => [transfer.connection, transfer]),
  );
}

export type ChangeJudgement =
  | { readonly outcome: 'unchanged' }
  /** `after`: see `rowKey`; it makes a content that comes back another transfer than when it was there before. */
  | { readonly outcome: 'new'; readonly after: number | null };

/**
 * Whether what a record holds now is to be stored as a change for a connection. It is not where the newest transfer says
 * the same: one that the connector posted itself (for whatever connection: what it wrote is never sent back), or a
 * change that is stored already, even if a person cancelled it.
 * @param transfers all of the record
 */
export function judgeChange(
  content: { readonly hash: string; readonly baseline: string },
  connection: string,
  transfers: readonly RecordTransfer[],
): ChangeJudgement {
  const own = transfers.filter((transfer) => transfer.direction === 'Outbound' && transfer.connection === connection);
  const newest = newestOf([...transfers.filter(isPosted), ...own]);
  if (newest !== null && newest.baseline === content.baseline) return { outcome: 'unchanged' };
  const isBack = own.some(({ hash }) => hash === content.hash);
  return { outcome: 'new', after: isBack && newest !== null ? newest.id : null };
}

/**
 * Whether what happened to a record for good is to be stored for a connection: once, whatever the platform sends
 * afterwards. Its content names the record.
 */
export function judgeFinal(hash: string, connection: string, transfers: readonly RecordTransfer[]): ChangeJudgement {
  const isStored = transfers.some(
    (transfer) => transfer.direction === 'Outbound' && transfer.connection === connection && transfer.hash === hash,
  );
  return isStored ? { outcome: 'unchanged' } : { outcome: 'new', after: null };
}

/**
 * What a platform has or may have of a record when a change is sent: the baseline of what it is known to have, and those
 * of other changes since, which may have been sent: a run can die between sending and its note of it. None where it is not known what it has; then all is
 * sent.
 * @param change the change that is sent
 * @param transfers all of the document in its connection
 */
export function baselinesBefore(change: RecordTransfer, transfers: readonly RecordTransfer[]): readonly string[] {
  const isKnown = (transfer: RecordTransfer): boolean =>
    isPosted(transfer) || (transfer.direction === 'Outbound' && transfer.status === 'Transferred');
  const known = newestOf(transfers.filter((transfer) => transfer.id !== change.id && isKnown(transfer)));
  if (known === null || known.baseline === '' || isWithin(change, known)) return [];
  const maybe = transfers.filter(
    (transfer) =>
      transfer.direction === 'Outbound' &&
      transfer.id !== change.id &&
      transfer.status !== 'Transferred' &&
      timeOf(transfer) >= timeOf(known),
  );
  return [known.baseline, ...maybe.map(({ baseline }) => baseline)];
}

/**
 * The inbound transfer that was posted over a change before it was sent, so that NetSuite does not hold the change any
 * more: the last one to write wins. Null where there is none. A version by which the platform only says back what it was
 * sent wins nothing: the change is sent all the same, and what the platform says of that puts it back in NetSuite.
 */
export function postedOver(change: RecordTransfer, transfers: readonly RecordTransfer[]): RecordTransfer | null {
  const later = transfers.filter(
    (transfer) =>
      isPosted(transfer) &&
      transfer.transferred > change.received &&
      !isWithin(change, transfer) &&
      !isSaidBack(transfer, transfers),
  );
  return newestOf(later);
}

/** A newer change of the same record, which says all that this one says; null where this is the newest. */
export function newerChange(change: RecordTransfer, transfers: readonly RecordTransfer[]): RecordTransfer | null {
  return newestOf(transfers.filter((other) => other.direction === 'Outbound' && other.id > change.id));
}

/** Posted by the connector, with a note of what NetSuite held then. */
function isPosted({ direction, status, baseline }: RecordTransfer): boolean {
  return direction === 'Inbound' && status === 'Transferred' && baseline !== '';
}

/**
 * True where the change was made after the connector had saved the record, but before it had read back what NetSuite holds:
 * its note holds the change, although the platform has not seen it.
 */
function isWithin(change: RecordTransfer, posted: RecordTransfer): boolean {
  return posted.direction === 'Inbound' && change.follows === posted.id && posted.transferred >= change.received;
}

/** True where a posted version left in NetSuite what had been sent to the platform before. */
function isSaidBack(posted: RecordTransfer, transfers: readonly RecordTransfer[]): boolean {
  return transfers.some(
    ({ direction, status, baseline, received }) =>
      direction === 'Outbound' &&
      status === 'Transferred' &&
      baseline === posted.baseline &&
      received < posted.transferred,
  );
}

function newestOf(transfers: readonly RecordTransfer[]): RecordTransfer | null {
  return transfers.reduce<RecordTransfer | null>(
    (newest, transfer) =>
      newest === null ||
      timeOf(transfer) > timeOf(newest) ||
      (timeOf(transfer) === timeOf(newest) && transfer.id > newest.id)
        ? transfer
        : newest,
    null,
  );
}

/** When the record held what the transfer says. */
function timeOf({ direction, transferred, received }: RecordTransfer): string {
  return direction === 'Inbound' ? transferred : received;
}
