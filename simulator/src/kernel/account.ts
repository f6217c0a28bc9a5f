import type { Store } from '../store/store';
import type { Clock } from './clock';
import type { Caller } from './execution';
import type { Operation } from './operation';
import type { OutsideWorld } from './outsideWorld';
import type { Random } from './random';

/**
 * What every part of the account is given: its data, its time and its chance. Everything that must survive a restart
 * or come back with a snapshot is in the store; nothing else may keep state.
 */
export interface Account {
  /** Account id, upper case with underscore for a sandbox: `1234567`, `1234567_SB1`. */
  readonly id: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** Base address under which the account is served, `http://127.0.0.1:8080`; null while it is not. */
  readonly address: string | null;
  /** Hosts that stand in for the world outside, asked first. */
  readonly outside?: OutsideWorld;
  /** Starts work that nobody waits for, such as a map/reduce that a script submitted. */
  spawn(name: string, operation: Operation<unknown>): void;
  /** Writes to the script execution log (N/log, and what the account reports about scripts). */
  log(entry: LogEntry): void;
}

export interface LogEntry {
  readonly type: 'DEBUG' | 'AUDIT' | 'ERROR' | 'EMERGENCY' | 'SYSTEM';
  readonly title: string;
  readonly details: string;
  readonly caller: Caller;
}
