import type { ReadyWork } from './facts';

/** So long may ready work lie before somebody is told: two sweeps of posting may have failed then. */
export const STANDSTILL_MINUTES = 30;

/** And is told again while it lies on. */
const REMIND_MINUTES = 24 * 60;

/** What is remembered of a connection's standstill between two looks, as the mark's text. */
export interface StandstillMemory {
  /** UTC time since which there is ready work without progress; empty: none. */
  readonly since: string;
  /** UTC time of the last alert; empty: none is out. */
  readonly alerted: string;
}

export interface StandstillStep {
  readonly memory: StandstillMemory;
  /** `alert` when it has just become one, or still is after a day; `over` when work moves again after an alert. */
  readonly tell: 'alert' | 'over' | null;
}

export const NO_STANDSTILL: StandstillMemory = { since: '', alerted: '' };

/**
 * Whether a connection's queue stands still: work is ready, and nothing of the connection was tried for half an hour.
 * Pure.
 * @param work null where nothing is ready
 * @param isPaused a paused connection stands still because somebody wants it to
 * @param now milliseconds since 1970
 */
export function judgeStandstill(
  work: ReadyWork | null,
  isPaused: boolean,
  memory: StandstillMemory,
  now: number,
): StandstillStep {
  if (work === null || isPaused) return { memory: NO_STANDSTILL, tell: memory.alerted === '' ? null : 'over' };
  const noticed = memory.since === '' ? new Date(now).toISOString() : memory.since;
  const moved = work.lastAttempt > noticed;
  const since = moved ? work.lastAttempt : noticed;
  const isStill = minutesSince(since, now) >= STANDSTILL_MINUTES;
  if (!isStill) {
    const isOver = moved && memory.alerted !== '';
    return { memory: { since, alerted: isOver ? '' : memory.alerted }, tell: isOver ? 'over' : null };
  }
  const isDue = memory.alerted === '' || minutesSince(memory.alerted, now) >= REMIND_MINUTES;
  return isDue
    ? { memory: { since, alerted: new Date(now).toISOString() }, tell: 'alert' }
    : { memory: { since, alerted: memory.alerted }, tell: null };
}

function minutesSince(time: string, now: number): number {
  return (now - Date.parse(time)) / 60_000;
}
