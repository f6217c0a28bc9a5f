import { startBudget } from '../netsuite/budget';
import { callerName, mayPost } from '../netsuite/callers';
import { externalId } from '../netsuite/externalIds';
import { userError } from '../netsuite/scriptErrors';
import { sha256 } from '../netsuite/sha256';
import { recordsByExternalId } from '../posting/existing';
import { groupOfKind } from '../posting/recordGroups';
import { loadConnections } from '../settings/load';
import { cancellationOf } from './acceptance/cancellation';
import { postAtOnce } from './acceptance/postAtOnce';
import type { LookupParameters } from './lookup';
import { newClaimant, underLanes } from './operations/underLanes';
import { withEntry } from './policy/history';
import type { Withdrawal } from './request';
import { TRANSFER_TYPE, transferField } from './store/columns';
import { openIntakeWith } from './store/intakes';
import { storeTransfer } from './store/newTransfers';
import { changeRecord } from './store/records';
import { type VersionRow, versionRows } from './store/storedVersions';

/** Store and post for so many seconds, as a POST does. */
const SECONDS = 45;

/**
 * Answers DELETE: withdraws a document that is not in NetSuite, and queues the cancellation of one that is, once. About
 * 70 units, and 2 for each intake that is open; a cancellation costs 16 to store, and in immediate mode what working it off costs.
 * @throws INVALID_REQUEST, NOT_FOUND, TRANSFER_IN_PROGRESS
 */
export function withdraw(parameters: LookupParameters): Withdrawal {
  const { connection, kind, id } = parameters;
  if (!connection || !kind || !id) throw userError('INVALID_REQUEST', 'Give connection, kind and id.');
  const known = versionRows(connection, kind, id);
  if (isCancelledOrPosted(known)) return cancel(known);
  // A version that was accepted and is not stored yet would be posted after all.
  const intake = openIntakeWith(connection, kind, id);
  if (intake !== null) {
    const message = `The ${kind} "${id}" may be among the documents of intake ${intake}, which are being stored: try again in a minute.`;
    throw userError('TRANSFER_IN_PROGRESS', message);
  }
  const rows = readRows(connection, kind, id);
  let held = rows;
  let withdrawn: Withdrawal | null = null;
  // Versions of different customers are in different lanes; all are needed, so that no run posts any of them.
  const busy = underLanes(rows, newClaimant(`withdrawal of transfer ${lastOf(rows).transfer}`), (taken) => {
    if (taken.length < rows.length) return;
    // Read again: it may have been transferred before the lanes were taken.
    held = readRows(connection, kind, id);
    if (!isCancelledOrPosted(held) && !isInNetSuite(lastOf(held))) withdrawn = withdrawAll(held);
  });
  if (busy.length > 0) {
    const message = `The ${kind} "${id}" may be in transfer just now: try again in a minute.`;
    throw userError('TRANSFER_IN_PROGRESS', message);
  }
  return withdrawn ?? cancel(held);
}

function readRows(connection: string, kind: string, id: string): readonly VersionRow[] {
  const rows = versionRows(connection, kind, id);
  if (rows.length > 0) return rows;
  throw userError('NOT_FOUND', `Connection "${connection}" has sent no ${kind} "${id}".`);
}

function isCancelledOrPosted(rows: readonly VersionRow[]): boolean {
  return cancellationIn(rows) !== undefined || rows.some((row) => row.status === 'Transferred');
}

/** The cancellation of the document that counts: one that was itself cancelled does not. */
function cancellationIn(rows: readonly VersionRow[]): VersionRow | undefined {
  return rows.find((row) => row.isCancellation && row.status !== 'Cancelled');
}

/** True where a run has made the record and died before it noted it in the transfer: 10 units. */
function isInNetSuite(version: VersionRow): boolean {
  const id = externalId(version);
  return recordsByExternalId(groupOfKind(version.kind), [id]).has(id);
}

/** No version may be posted any more: 2 units each. */
function withdrawAll(rows: readonly VersionRow[]): Withdrawal {
  for (const row of rows) {
    if (row.status !== 'Not Transferred') continue;
    const entry = withEntry(row.history(), new Date().toISOString(), `RESTlet, ${callerName()}`, 'withdrawn');
    changeRecord(TRANSFER_TYPE, row.transfer, {
      [transferField('status')]: 'Cancelled',
      [transferField('reason')]: '',
      [transferField('error_code')]: '',
      [transferField('error_message')]: '',
      [transferField('remedy')]: '',
      [transferField('history')]: entry,
    });
  }
  return { outcome: 'withdrawn', transfer: lastOf(rows).transfer, status: 'Cancelled' };
}

/** Stores the cancellation, unless it is there, and gets it on its way by the connection's mode. */
function cancel(rows: readonly VersionRow[]): Withdrawal {
  const known = cancellationIn(rows);
  if (known !== undefined) return answer(known.transfer, known.status);
  const budget = startBudget(SECONDS);
  const by = `RESTlet, ${callerName()}`;
  const cancelled = rows.filter((row) => !row.isCancellation).pop() ?? lastOf(rows);
  const { status: _s, isCancellation: _c, history: _h, ...version } = cancelled;
  const after = lastOf(rows).transfer;
  const cancellation = cancellationOf(version, after, new Date().toISOString(), by, sha256);
  const { id: transfer } = storeTransfer(cancellation, null);
  const settings = loadConnections().get(version.connection);
  if (settings === undefined || settings.isPaused || settings.scheduledMode || !mayPost()) {
    return answer(transfer, 'Not Transferred');
  }
  const { lane, rank } = cancellation;
  const posted = postAtOnce(settings.key, [{ transfer, lane, rank }], budget);
  return answer(transfer, posted.get(transfer)?.status ?? 'Not Transferred');
}

function answer(transfer: number, status: Withdrawal['status']): Withdrawal {
  return { outcome: status === 'Transferred' ? 'cancelled' : 'cancellation queued', transfer, status };
}

function lastOf(rows: readonly VersionRow[]): VersionRow {
  const last = rows[rows.length - 1];
  if (last === undefined) throw new RangeError('A document without versions.');
  return last;
}
