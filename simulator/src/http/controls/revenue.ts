import { administrator } from '../../auth/people';
import { type RecognitionRequest, recognizeRevenue } from '../../records/recognizeRevenue';
import type { Incoming } from '../incoming';
import { json, type Outgoing } from '../outgoing';
import type { Served } from '../served';
import { ControlError, controlBody } from './body';

/**
 * `/simulator/revenue`: POST `{ "period": "Jul 2026" }` creates the revenue recognition journal entries of a period, as
 * the page of NetSuite does, and tells which. `subsidiary`, `date`, `includePriorPeriods`, `approve` and `source`
 * (`plans` or `schedules`) are the page's other fields.
 */
export async function serveRevenue({ account, perform }: Served, request: Incoming): Promise<Outgoing> {
  const user = administrator(account);
  return json(200, { journals: await perform(recognizeRevenue(account, { user }, requestOf(controlBody(request)))) });
}

function requestOf(body: Readonly<Record<string, unknown>>): RecognitionRequest {
  const { period, subsidiary, date, includePriorPeriods, approve, source, process } = body;
  if (!isKey(period)) throw new ControlError(400, 'The body must have period, a name, an internal id or a day.');
  if (subsidiary !== undefined && !isKey(subsidiary)) {
    throw new ControlError(400, 'subsidiary must be a name or an internal id.');
  }
  if (date !== undefined && !(typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date))) {
    throw new ControlError(400, 'date must be a day, YYYY-MM-DD.');
  }
  if (source !== undefined && source !== 'plans' && source !== 'schedules') {
    throw new ControlError(400, 'source must be plans or schedules.');
  }
  if (process !== undefined && process !== 'recognition' && process !== 'reclassification') {
    throw new ControlError(400, 'process must be recognition or reclassification.');
  }
  return {
    period,
    ...(subsidiary === undefined ? {} : { subsidiary }),
    ...(date === undefined ? {} : { date }),
    ...(source === undefined ? {} : { source }),
    ...(process === undefined ? {} : { process }),
    includePriorPeriods: truth(includePriorPeriods, 'includePriorPeriods'),
    approve: truth(approve, 'approve'),
  };
}

function isKey(value: unknown): value is string | number {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}

function truth(value: unknown, name: string): boolean {
  if (value !== undefined && typeof value !== 'boolean') throw new ControlError(400, `${name} must be true or false.`);
  return value === true;
}
