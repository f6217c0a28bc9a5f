import type { Account } from '../kernel/account';
import { type Lateness, onTime } from './lateness';
import { dueTimes, nextTime, type Recurrence } from './recurrence';
import { type Deployment, deploymentById } from './registry';
import { startBySchedule } from './submit';

/** A deployment that its schedule starts at a moment. */
export interface DueStart {
  readonly at: number;
  readonly deployment: Deployment;
}

/** What schedules start later than `after` and up to `until`, in order of time; milliseconds UTC. */
export function dueStarts(account: Account, after: number, until: number, lateness: Lateness = onTime): DueStart[] {
  return scheduled(account)
    .flatMap(({ deployment, recurrence }) =>
      dueTimes(recurrence, after - lateness.most, until)
        .map((time) => ({ at: time + lateness.of(deployment.deployment, time), deployment }))
        .filter(({ at }) => at > after && at <= until),
    )
    .sort((a, b) => a.at - b.at || Number(a.deployment.deployment) - Number(b.deployment.deployment));
}

/** The next moment after `after` at which a schedule starts something; null where nothing is scheduled. */
export function nextStart(account: Account, after: number, lateness: Lateness = onTime): number | null {
  const times = scheduled(account)
    .map(({ recurrence }) => nextTime(recurrence, after))
    .filter((time) => time !== null);
  if (lateness.most === 0) return times.length === 0 ? null : Math.min(...times);
  // What was due before may be still to come, and what comes at the latest is as late as possible.
  const latest = times.length === 0 ? after : Math.min(...times);
  return dueStarts(account, after, latest + lateness.most, lateness)[0]?.at ?? null;
}

/**
 * Starts what the account's clock has passed between two moments: each deployment once at most, because a start is
 * skipped while an earlier run of the deployment is unfinished.
 *
 * @returns task ids
 */
export function startDue(account: Account, after: number, until: number, lateness: Lateness = onTime): string[] {
  return dueStarts(account, after, until, lateness).flatMap(
    ({ deployment }) => startBySchedule(account, deployment) ?? [],
  );
}

function scheduled(account: Account): { deployment: Deployment; recurrence: Recurrence }[] {
  return account.store
    .all<{ primarykey: number; recurrence: string }>(
      `SELECT primarykey, recurrence FROM scriptdeployment
       WHERE status = 'SCHEDULED' AND isdeployed = 'T' AND recurrence IS NOT NULL ORDER BY primarykey`,
    )
    .flatMap(({ primarykey, recurrence }) => {
      const deployment = deploymentById(account, String(primarykey));
      if (!deployment || deployment.isInactive) return [];
      return [{ deployment, recurrence: JSON.parse(recurrence) as Recurrence }];
    });
}
