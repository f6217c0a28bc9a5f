import { compare, decimal } from '../../documents/decimal';
import type { Result } from '../../documents/problem';
import type { ConnectionSettings } from '../../settings/settings';
import { postingPeriod } from '../billed/period';
import type { Directory, PostingProblem, RecordPlan } from '../plan';
import type { Baseline } from './baseline';
import { linkNames } from './linkNames';
import type { LinkedTransaction, StandingRecord } from './standing';

/**
 * Why a posted transaction cannot be edited in place so that it equals the newer version; null where it can. Its period
 * and that of the new date must be open, and nothing but the connector may have touched it (DESIGN: an edit must never
 * undo what a person did, nor change what was paid or recognized). Pure.
 * @param plan the update; it writes a posting period only where that of the new date is open
 */
export function reasonAgainstEdit(current: StandingRecord, baseline: Baseline | null, plan: RecordPlan): string | null {
  if (current.isPeriodLocked) return `its period ${current.periodName} is closed`;
  const { postingperiod, trandate } = plan.fields;
  const keepsDate = trandate !== undefined && 'date' in trandate && trandate.date === current.date;
  if (postingperiod === undefined && !keepsDate) return 'the period of its new date is closed';
  if (current.stamp === '') return 'the connector did not make it';
  if (!isUnapplied(current)) return 'something is applied to it';
  if (current.links.length > 0) return `${linkNames(current.links)} was made from it`;
  if (current.mayBeRecognized)
    return 'the account recognizes revenue over time, and its lines may be recognized already';
  const isOurs = baseline === null ? current.isUntouched : baseline.modified === current.modified;
  if (!isOurs) return 'someone else has edited it since';
  if (plan.expected === null) return null;
  if (plan.expected.entity !== current.entity) return 'its customer changes';
  return current.currency === '' || plan.expected.currency === current.currency ? null : 'its currency changes';
}

/**
 * What keeps a transaction from being reversed in full, in words; null where nothing does. What is paid or credited
 * already cannot be credited again: a person decides what becomes of the payment. Pure.
 */
export function reasonAgainstReversal(current: StandingRecord): string | null {
  if (current.recordType !== 'invoice')
    return `the connector takes back invoices alone, and it is a ${current.recordType}`;
  if (current.isVoided) return 'it was voided in NetSuite';
  const following = followers(current);
  if (following.length > 0) return `${linkNames(following)} is applied to it or was made from it`;
  if (!isUnapplied(current))
    return `${current.unpaid === '' ? 'nothing' : `only ${current.unpaid}`} of ${current.total} is open`;
  return null;
}

/** Whether credit memos alone have taken back all of a transaction: a person did by hand what a cancellation would do. */
export function isCreditedInFull(current: StandingRecord): boolean {
  const { unpaid, total } = current;
  const links = followers(current);
  const isSettled =
    compare(decimal(unpaid || '0'), decimal('0')) === 0 && compare(decimal(total || '0'), decimal('0')) > 0;
  return isSettled && links.length > 0 && links.every(({ type }) => type === 'CustCred');
}

/** What reverses a transaction is not applied to it in full: the difference would be owed, or be credited, twice. */
export function reversalProblem(current: StandingRecord, reversal: StandingRecord): string | null {
  const [owed, credited] = [decimal(current.total), decimal(reversal.total.replace(/^-/, ''))];
  if (compare(owed, credited) !== 0) return `it comes to ${reversal.total}, the invoice to ${current.total}`;
  if (compare(decimal(current.unpaid || '0'), decimal('0')) !== 0) {
    return `${current.unpaid} of the invoice is still open`;
  }
  return null;
}

/**
 * The period in which a reversal is posted: that of what it reverses, so that both are gone from the same books; where
 * it is closed, as the connection's policy says.
 */
export function reversalPeriod(
  current: StandingRecord,
  directory: Directory,
  settings: ConnectionSettings,
): Result<{ readonly id: string; readonly note: string | null }, PostingProblem> {
  if (!current.isPeriodLocked) return { ok: true, value: { id: current.period, note: null } };
  const period = postingPeriod(current.date, directory, settings);
  if (!period.ok) return period;
  const { id, name } = period.value.period;
  return { ok: true, value: { id, note: `Reversed in ${name}: ${current.periodName} is closed` } };
}

/** What is linked to it but for its revenue arrangement, which a credit memo changes with it. */
function followers({ links }: StandingRecord): readonly LinkedTransaction[] {
  return links.filter(({ type }) => type !== 'RevArrng');
}

function isUnapplied({ unpaid, total }: StandingRecord): boolean {
  return total !== '' && compare(decimal(unpaid || '0'), decimal(total)) === 0;
}
