import { systemAccount } from '../../company/settings';
import type { Account } from '../../kernel/account';
import type { LineData } from '../data';
import { keyIn } from '../recordType';
import { userError } from '../validation';
import { isAdvanced, isClassic } from './regime';

/** What of an item decides whether its revenue is deferred. */
interface ItemRow extends Record<string, string | number | null> {
  readonly itemid: string;
  readonly deferredrevenueaccount: number | null;
  readonly revenuerecognitionrule: number | null;
  readonly directrevenueposting: string | null;
}

/**
 * The deferred revenue account that a line is credited to in place of its income account; null where its revenue is not
 * deferred.
 *
 * With Advanced Revenue Management the item decides (section_4340443927): one with a revenue recognition rule defers
 * unless it posts revenue directly, to its own account or to the one that the system made. With classic revenue
 * recognition a line defers that has a template, and its item has to have a deferred revenue account (section_N3753754).
 */
export function deferralAccount(account: Account, line: LineData): number | null {
  const advanced = isAdvanced(account);
  const template = isClassic(account) ? keyIn(line.fields.revrecschedule) : null;
  const item = keyIn(line.fields.item);
  if ((!advanced && template === null) || item === null) return null;
  const row = account.store.get<ItemRow>(
    'SELECT itemid, deferredrevenueaccount, revenuerecognitionrule, directrevenueposting FROM item WHERE id = ?',
    [item],
  );
  if (row === null) return null;
  const byRule = advanced && row.revenuerecognitionrule !== null && row.directrevenueposting !== 'T';
  if (byRule) return row.deferredrevenueaccount ?? systemDeferral(account, row.itemid);
  if (template === null) return null;
  if (row.deferredrevenueaccount === null) throw missing(row.itemid);
  return row.deferredrevenueaccount;
}

function systemDeferral(account: Account, itemid: string): number {
  const found = systemAccount(account, 'deferredRevenue');
  if (found === null) throw missing(itemid);
  return found;
}

function missing(itemid: string): Error {
  return userError(`The item ${itemid} has no deferred revenue account.`);
}
