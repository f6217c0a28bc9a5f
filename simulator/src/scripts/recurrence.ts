/** A recurrence as deployments keep it: SDF's element (`daily`, `weekly` ...) and its values. */
export interface Recurrence {
  readonly kind: string;
  /** `YYYY-MM-DD`. */
  readonly startdate: string;
  /** `HH:MM:SSZ`. */
  readonly starttime: string;
  readonly enddate?: string;
  /** ISO duration, `PT15M`; the repetition ends at midnight and begins anew on the next day of the recurrence. */
  readonly repeat?: string;
  readonly [element: string]: string | undefined;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const ORDERS = ['FIRST', 'SECOND', 'THIRD', 'FOURTH'];

/**
 * Moments at which a recurrence is due, later than `after` and up to `until`; milliseconds UTC, ascending
 * (section_1504707195). Days and midnight are those of the start time's zone, UTC.
 */
export function dueTimes(recurrence: Recurrence, after: number, until: number): number[] {
  const start = Date.parse(`${recurrence.startdate}T00:00:00Z`);
  const end = recurrence.enddate ? Date.parse(`${recurrence.enddate}T00:00:00Z`) : Number.POSITIVE_INFINITY;
  const offset = Date.parse(`${recurrence.startdate}T${recurrence.starttime}`) - start;
  const step = recurrence.repeat ? minutesOf(recurrence.repeat) * MINUTE : DAY;
  const times: number[] = [];
  for (let day = Math.max(start, midnight(after)); day <= Math.min(end, until); day += DAY) {
    if (!recursOn(recurrence, start, day)) continue;
    for (let time = day + offset; time < day + DAY && time <= until; time += step) {
      if (time > after) times.push(time);
    }
  }
  return times;
}

/** The next moment after `after`, within four years; null where there is none. */
export function nextTime(recurrence: Recurrence, after: number): number | null {
  const limit = after + 4 * 366 * DAY;
  for (let from = after; from < limit; from += 31 * DAY) {
    const [next] = dueTimes(recurrence, from, from + 31 * DAY);
    if (next !== undefined) return next;
  }
  return null;
}

const midnight = (time: number): number => Math.floor(time / DAY) * DAY;

function minutesOf(duration: string): number {
  const [, hours = '0', minutes = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(duration) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

function recursOn(recurrence: Recurrence, start: number, day: number): boolean {
  const date = new Date(day);
  const first = new Date(start);
  const every = (element: string): number => Number(recurrence[element] ?? 1);
  const months = (date.getUTCFullYear() - first.getUTCFullYear()) * 12 + date.getUTCMonth() - first.getUTCMonth();
  switch (recurrence.kind) {
    case 'single':
      return day === start;
    case 'daily':
      return ((day - start) / DAY) % every('everyxdays') === 0;
    case 'everyweekday':
      return date.getUTCDay() >= 1 && date.getUTCDay() <= 5;
    case 'weekly': {
      const week = Math.floor((day + first.getUTCDay() * DAY - start) / (7 * DAY));
      return week % every('everyxweeks') === 0 && recurrence[WEEKDAYS[date.getUTCDay()] ?? ''] === 'T';
    }
    case 'monthly':
      return months % every('everyxmonths') === 0 && date.getUTCDate() === first.getUTCDate();
    case 'monthlydayofweek':
      return months % every('everyxmonths') === 0 && isDayOfWeek(recurrence, date);
    case 'yearly':
      return months % 12 === 0 && date.getUTCDate() === first.getUTCDate();
    case 'yearlydayofweek':
      return months % 12 === 0 && isDayOfWeek(recurrence, date);
    default:
      return false;
  }
}

/** The first, second, third, fourth or last Monday (and so on) of its month. */
function isDayOfWeek({ orderofweek = '', dayofweek = '' }: Recurrence, date: Date): boolean {
  if (WEEKDAYS[date.getUTCDay()]?.toUpperCase() !== dayofweek) return false;
  const day = date.getUTCDate();
  if (orderofweek !== 'LAST') return Math.floor((day - 1) / 7) === ORDERS.indexOf(orderofweek);
  return day + 7 > new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}
