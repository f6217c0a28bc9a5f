import { giveLaneBack, laneIds, takeLane } from '../store/lanes';

/** What has a lane. */
interface InLane {
  readonly lane: number;
}

/**
 * Does something while the lanes of transfers are held, so that no run posts or sends them at the same time: 10 units,
 * and 8 for each lane. Lanes that another holds are left out.
 * @param claimant unique for this execution: the same people may call twice at once
 * @param work is given those whose lanes could be taken; they may have changed before that, so it must read them again
 * @returns what work returned, and those whose lanes are busy
 */
export function underLanes<Member extends InLane, Done>(
  members: readonly Member[],
  claimant: string,
  work: (taken: readonly Member[]) => Done,
): { readonly done: Done; readonly busy: readonly Member[] } {
  const taken = new Map<number, number>();
  try {
    const ids = members.length === 0 ? new Map<number, number>() : laneIds();
    for (const lane of [...new Set(members.map((member) => member.lane))].sort((a, b) => a - b)) {
      const id = ids.get(lane);
      if (id !== undefined && takeLane(id, claimant, Date.now())) taken.set(lane, id);
    }
    const done = work(members.filter(({ lane }) => taken.has(lane)));
    return { done, busy: members.filter(({ lane }) => !taken.has(lane)) };
  } finally {
    for (const id of taken.values()) giveLaneBack(id);
  }
}

/** Names an execution among all others: who, when, and chance. */
export function newClaimant(who: string): string {
  return `operation, ${who}, ${new Date().toISOString()}, ${Math.random().toString(36).slice(2, 10)}`;
}
