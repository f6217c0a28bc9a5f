import type { Account } from '../kernel/account';
import { type Operation, turn } from '../kernel/operation';
import { makeDueReversals, nextReversal } from '../records/deferredReversals';
import { type Lateness, onTime } from '../scripts/lateness';
import { nextStart, startDue } from '../scripts/schedule';

/** How often an account whose clock goes by itself looks for due schedules, in milliseconds of the machine. */
const LOOK_EVERY = 1000;

/** What schedules need of the account. */
export interface Scheduling {
  readonly account: Account;
  perform<R>(operation: Operation<R>, name?: string): Promise<R>;
  idle(): Promise<void>;
}

/** Starts what is scheduled when the account's clock passes its time, and makes deferred reversals of journals. */
export class Schedules {
  private seenUntil: number;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly open: Scheduling,
    private lateness: Lateness = onTime,
  ) {
    this.seenUntil = open.account.clock.now();
  }

  /** Starts everything since the last look. */
  look(): Promise<void> {
    const { account, perform } = this.open;
    const after = this.seenUntil;
    const until = account.clock.now();
    if (until <= after) return Promise.resolve();
    this.seenUntil = until;
    return perform(due(account, after, until, this.lateness), 'schedule');
  }

  /**
   * Moves the clock to a moment and lets everything run that is scheduled until then, each start at its own time and to
   * its end before the next. Work moves the clock too, which may then be later than the moment.
   */
  async passTo(moment: number): Promise<void> {
    const { account, idle } = this.open;
    await idle();
    await this.look();
    await idle();
    for (;;) {
      const next = earlier(nextStart(account, this.seenUntil, this.lateness), nextReversal(account, this.seenUntil));
      const stop = next === null || next > moment ? moment : next;
      if (stop > account.clock.now()) account.clock.set(stop);
      await this.look();
      await idle();
      if (stop === moment && account.clock.now() <= this.seenUntil) return;
    }
  }

  /** Looks again and again, for a clock that goes by itself. The timer keeps no process alive. */
  watch(): void {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY);
    this.timer.unref();
  }

  /** The clock was set back, with the data; perhaps under another seed. */
  reset(lateness: Lateness): void {
    this.lateness = lateness;
    this.seenUntil = this.open.account.clock.now();
  }

  close(): void {
    if (this.timer) clearInterval(this.timer);
  }
}

function earlier(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

function* due(account: Account, after: number, until: number, lateness: Lateness): Operation<void> {
  yield* turn();
  makeDueReversals(account);
  startDue(account, after, until, lateness);
}
