import { startBudget } from '../../netsuite/budget';
import { mayPost } from '../../netsuite/callers';
import { loadConnections } from '../../settings/load';
import { TRANSFER_TYPE, transferField } from '../store/columns';
import { deletePayloadFile } from '../store/payloads';
import { changeRecord } from '../store/records';
import { type OldTransfer, oldTransfers } from './findOld';
import { retentionLimits } from './retention';

/** One run removes at most so much; the next day's run goes on. */
const MOST_OF_RUN = 20_000;

/** So many transfers are the work of one invocation: 2 units each, 22 where a file is deleted, of its 5,000. */
const SHARE = 200;

/** NetSuite ends a reduce invocation after 900 seconds. */
const SECONDS = 600;

/** What is past the retention preferences, in shares, by key. 10 units for the settings, and 10 a connection. */
export function sharesToPurge(now: number): Record<string, string> {
  if (!mayPost()) return {};
  const old: OldTransfer[] = [];
  for (const settings of loadConnections().values()) {
    old.push(...oldTransfers(retentionLimits(settings, now), MOST_OF_RUN - old.length));
  }
  const shares: Record<string, string> = {};
  for (let start = 0; start < old.length; start += SHARE) {
    shares[String(start).padStart(8, '0')] = JSON.stringify(old.slice(start, start + SHARE));
  }
  return shares;
}

/**
 * Removes the payloads and names of a share; key, version, hash, record and history stay, so that a duplicate is still
 * known (`transfers/policy/judge`). What time or units do not allow is found again by the next run.
 * @param share an element of {@link sharesToPurge}
 * @returns how many transfers were changed
 */
export function purgeShare(share: string, now: string): number {
  const budget = startBudget(SECONDS);
  let purged = 0;
  for (const transfer of JSON.parse(share) as readonly OldTransfer[]) {
    if (!budget.allows(100)) break;
    purgeTransfer(transfer, now);
    purged += 1;
  }
  return purged;
}

function purgeTransfer({ id, what, file }: OldTransfer, now: string): void {
  // The file first: a row that still names it finds it again, a file that no row names would stay for ever.
  if (what === 'payload' && file !== null) deletePayloadFile(file);
  changeRecord(TRANSFER_TYPE, id, {
    [transferField('customer_name')]: '',
    ...(what === 'payload'
      ? {
          [transferField('payload')]: '',
          [transferField('payload_file')]: '',
          [transferField('original')]: '',
          [transferField('purged')]: now,
        }
      : {}),
  });
}
