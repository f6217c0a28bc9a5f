import type Big from 'big.js';
import { money } from '../../accounting/money';
import type { Period } from '../../accounting/periods';
import type { Account } from '../../kernel/account';
import { userError } from '../validation';
import { isAdvanced, isClassic } from './regime';

/** Where recognition takes its lines from: plans of Advanced Revenue Management, schedules of the classic feature. */
export type RevenueSource = 'plans' | 'schedules';

/** One line of a plan or a schedule that is due to post, in the base currency of its subsidiary. */
export interface DueRevenue {
  /** Row of `revenueplanplannedrevenue` or of `revrecschedulerecurrence`. */
  readonly id: number;
  /** Its plan or schedule. */
  readonly owner: number;
  readonly amount: Big;
  readonly deferralAccount: number;
  readonly recognitionAccount: number;
  readonly subsidiary: number;
  readonly entity: number | null;
  readonly class: number | null;
  readonly department: number | null;
  readonly location: number | null;
}

/** Which lines are asked for. */
export interface DueFilter {
  readonly period: Period;
  /** Also what earlier periods have left (Include Prior Periods, of plans alone). */
  readonly includePriorPeriods: boolean;
  /** Internal id; null for all. */
  readonly subsidiary: number | null;
}

type DueRow = Record<keyof DueRevenue, number | null>;

/**
 * Lines due to post (section_4358638894, section_N1692238): planned for the period, not recognized yet, of actual plans
 * that are not on hold.
 */
export function dueRevenue(account: Account, source: RevenueSource, filter: DueFilter): DueRevenue[] {
  const rows = source === 'plans' ? duePlans(account, filter) : dueSchedules(account, filter);
  return rows.map((row) => {
    const { deferralAccount, recognitionAccount } = row;
    if (deferralAccount === null || recognitionAccount === null) {
      throw userError('An element of the revenue plans has no deferral account, or no recognition account.');
    }
    return {
      ...row,
      id: Number(row.id),
      owner: Number(row.owner),
      amount: money(row.amount),
      subsidiary: Number(row.subsidiary),
      deferralAccount,
      recognitionAccount,
    };
  });
}

function duePlans(account: Account, { period, includePriorPeriods, subsidiary }: DueFilter): DueRow[] {
  if (!isAdvanced(account)) return [];
  return account.store.all<DueRow>(
    `SELECT r.id, r.revenueplan AS owner, r.amount, r.deferredrevenueaccount AS "deferralAccount",
       r.recognitionaccount AS "recognitionAccount", e.subsidiary, e.entity, e.class, e.department, e.location
     FROM revenueplanplannedrevenue r
     JOIN revenueplan p ON p.id = r.revenueplan AND p.revenueplantype = 'ACTUAL'
     JOIN revenueelement e ON e.id = p.createdfrom
     JOIN accountingperiod a ON a.id = r.plannedperiod
     WHERE r.journal IS NULL AND COALESCE(r.isrecognized, 'F') = 'F' AND r.amount <> 0
       AND COALESCE(p.holdrevenuerecognition, 'F') <> 'T'
       AND (a.id = ?1 OR (?2 = 'T' AND a.startdate < ?3)) AND COALESCE(?4, e.subsidiary) = e.subsidiary
     ORDER BY e.subsidiary, r.revenueplan, a.startdate, r.id`,
    [period.id, includePriorPeriods ? 'T' : 'F', period.start, subsidiary],
  );
}

function dueSchedules(account: Account, { period, subsidiary }: DueFilter): DueRow[] {
  if (!isClassic(account)) return [];
  return account.store.all<DueRow>(
    `SELECT r.id, r.schedule AS owner, r.recamount AS amount, r.deferralaccount AS "deferralAccount",
       r.incomeaccount AS "recognitionAccount", tl.subsidiary, t.entity, tl.class, tl.department, tl.location
     FROM revrecschedulerecurrence r
     JOIN revrecschedule s ON s.id = r.schedule
     JOIN "transaction" t ON t.id = s.sourcetransaction
     JOIN transactionline tl ON tl."transaction" = s.sourcetransaction AND tl.id = s.sourceline
     WHERE r.journal IS NULL AND COALESCE(r.isrecognized, 'F') = 'F' AND r.recamount <> 0 AND r.postingperiod = ?1
       AND COALESCE(?2, tl.subsidiary) = tl.subsidiary
     ORDER BY tl.subsidiary, r.schedule, r.id`,
    [period.id, subsidiary],
  );
}
