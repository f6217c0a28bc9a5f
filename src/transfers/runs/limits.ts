import { loadConnections } from '../../settings/load';
import { type Allotments, allWithNone } from '../policy/allotments';

/** How many documents of a connection one run posts, for the connections that have such a limit. 10 units, once. */
export function documentsPerRun(): Allotments {
  return Object.fromEntries(
    Array.from(loadConnections().values()).flatMap(({ key, documentsPerRun: limit }) =>
      limit === null ? [] : [[key, limit]],
    ),
  );
}

/**
 * The limits of a run that another one submitted because work was left. Both are one run to the preference, which the
 * first has used up, so the second posts nothing of a connection that has a limit; what is left of it is for the next
 * schedule.
 */
export function limitsOf(isFollowUp: boolean): Allotments {
  const limits = documentsPerRun();
  return isFollowUp ? allWithNone(limits) : limits;
}
