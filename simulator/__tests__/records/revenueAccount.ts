import { demoCompany } from '../../src/company/presets/demo';
import { type RecognitionRequest, recognizeRevenue } from '../../src/records/recognizeRevenue';
import { orders } from './orders';
import { administrator, finish, testAccount } from './testAccount';

export const revenueRules = [
  {
    name: 'A quarter',
    method: 'Straight-line, by even periods',
    startDate: 'Event Date',
    endDate: 'Recognition Period',
    recognitionPeriods: 3,
  },
  {
    name: 'By quantity',
    amountSource: 'Event-Percent based on quantity',
    method: 'Straight-line, by even periods',
    startDate: 'Event Date',
    endDate: 'Event Date',
  },
  {
    name: 'By its dates',
    method: 'Straight-line, by even periods',
    startDate: 'Revenue Element Start Date',
    endDate: 'Revenue Element End Date',
  },
] as const;

/** The demo company with a revenue recognition feature, and short forms of what recognizes revenue. */
export function revenueAccount(feature: 'REVENUERECOGNITION' | 'ADVANCEDREVENUERECOGNITION') {
  const t = testAccount({ ...demoCompany, features: [...demoCompany.features, feature], revenueRules });
  const rule = (name: string): string => t.idOf('revenuerecognitionrule', 'name', name);
  const recognize = (period: string, more: Omit<RecognitionRequest, 'period'> = {}) =>
    finish(recognizeRevenue(t.account, administrator, { period, ...more }));
  /** Planned revenue, what is recognized marked with a star. */
  const planned = (type = 'ACTUAL') =>
    t.store
      .all<{ amount: number; journal: number | null }>(
        `SELECT r.amount, r.journal FROM revenueplanplannedrevenue r JOIN revenueplan p ON p.id = r.revenueplan
         JOIN accountingperiod a ON a.id = r.plannedperiod WHERE p.revenueplantype = ? ORDER BY p.id, a.startdate, r.id`,
        [type],
      )
      .map(({ amount, journal }) => `${amount}${journal === null ? '' : '*'}`);
  const plans = () =>
    t.store.all<{ id: number; status: string; totalrecognized: number; remainingdeferredbalance: number }>(
      "SELECT id, status, totalrecognized, remainingdeferredbalance FROM revenueplan WHERE revenueplantype = 'ACTUAL' ORDER BY id",
    );
  const elementStatus = () =>
    t.store.all('SELECT revenueplanstatus AS status FROM revenueelement ORDER BY id').map(({ status }) => status);
  return { t, rule, recognize, planned, plans, elementStatus, ...orders(t) };
}
