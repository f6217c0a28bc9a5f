import { CALL_LEASE } from '../policy/lanes';
import { withLanes } from '../runs/lanes';
import { laneIds } from '../store/lanes';

/** What has a lane, by its number. */
interface InLane {
  readonly lane: number;
}

/**
 * Does something in a call while the lanes of transfers are held, so that no run posts or sends them at the same time:
 * 10 units, and 8 for each lane. Lanes that another holds are left out.
 * @param claimant unique for this execution: the same people may call twice at once
 * @param work is given those whose lanes could be taken, if any; they may have changed before, so it must read them again
 * @returns those whose lanes are busy
 */
export function underLanes<Member extends InLane>(
  members: readonly Member[],
  claimant: string,
  work: (taken: readonly Member[]) => void,
): readonly Member[] {
  if (members.length === 0) return [];
  const ids = laneIds();
  const lanes = [...new Set(members.map(({ lane }) => lane))]
    .sort((first, second) => first - second)
    .flatMap((number) => {
      const id = ids.get(number);
      return id === undefined ? [] : [{ id, number }];
    });
  const done = withLanes(lanes, { claimant, lease: CALL_LEASE }, (numbers) => {
    const taken = new Set(numbers);
    work(members.filter(({ lane }) => taken.has(lane)));
    return taken;
  });
  return members.filter(({ lane }) => done?.has(lane) !== true);
}

/** Names an execution among all others: who, when, and chance. */
export function newClaimant(who: string): string {
  return `${who}, ${new Date().toISOString()}, ${Math.random().toString(36).slice(2, 10)}`;
}
