import { changePeriod, type PeriodChange } from '../../accounting/periodStatus';
import { postingPeriods } from '../../accounting/periods';
import type { Incoming } from '../incoming';
import { json, type Outgoing } from '../outgoing';
import type { Served } from '../served';
import { ControlError, controlBody } from './body';

const STATES = ['closed', 'alllocked', 'arlocked', 'aplocked', 'allownonglchanges'] as const;

/**
 * `/simulator/periods`: GET lists the posting periods with their states; POST `{ "period": "Jul 2026", "closed": true }`
 * closes, reopens, locks or unlocks one as Manage Accounting Periods does. A period is named by its name, its internal
 * id or a day in it.
 */
export async function servePeriods({ account }: Served, request: Incoming): Promise<Outgoing> {
  if (request.method === 'POST') {
    const body = controlBody(request);
    const { period } = body;
    if (typeof period !== 'string' && typeof period !== 'number') {
      throw new ControlError(400, 'The body must have period, a name, an internal id or a day.');
    }
    const change: Partial<Record<(typeof STATES)[number], boolean>> = {};
    for (const state of STATES) {
      const value = body[state];
      if (value === undefined) continue;
      if (typeof value !== 'boolean') throw new ControlError(400, `${state} must be true or false.`);
      change[state] = value;
    }
    const changes: PeriodChange = change;
    changePeriod(account, period, changes, new Date(account.clock.now()).toISOString());
  }
  return json(200, { periods: postingPeriods(account) });
}
