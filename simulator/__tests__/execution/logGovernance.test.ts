import { LogGovernance } from '../../src/execution/logGovernance';
import type { Account } from '../../src/kernel/account';
import { manualClock } from '../../src/kernel/clock';
import type { DeployedScript } from '../../src/kernel/execution';

const HOUR = 60 * 60_000;

function governance() {
  const clock = manualClock(Date.parse('2026-07-15T17:00:00Z'));
  const levels = new Map<string, string>();
  const store = {
    run: (_: string, [level, deployment]: readonly [string, number]) => levels.set(String(deployment), level),
    get: (_: string, [deployment]: readonly [number]) => ({ loglevel: levels.get(String(deployment)) }),
  };
  const logs = new LogGovernance({ clock, store } as unknown as Account);
  const script = { deployment: '7', logLevel: 'DEBUG' } as DeployedScript;
  const count = (times: number): (string | null)[] =>
    Array.from({ length: times }, () => logs.count(script)).filter((level) => level !== null);
  return { clock, logs, script, count, levels };
}

test('the level goes up by one with each hundred thousand calls, until nothing is above it', () => {
  const { count, logs, script } = governance();
  expect(count(100_000)).toEqual([]);
  expect(count(1)).toEqual(['AUDIT']);
  expect(logs.levelOf(script)).toBe('AUDIT');
  expect(count(100_001)).toEqual(['ERROR']);
  expect(count(100_001)).toEqual(['EMERGENCY']);
  expect(count(100_001)).toEqual([]);
});

test('calls of more than an hour ago do not count', () => {
  const { clock, count } = governance();
  count(60_000);
  clock.advance(HOUR / 2);
  count(40_000);
  clock.advance(HOUR / 2 + 60_000);
  expect(count(60_000)).toEqual([]);
  expect(count(1)).toEqual(['AUDIT']);
});

test('a level that someone changes afterwards holds', () => {
  const { count, levels, logs, script } = governance();
  count(100_001);
  levels.set('7', 'DEBUG');
  expect(logs.levelOf(script)).toBe('DEBUG');
});

test('an account that goes back starts anew', () => {
  const { count, logs, script } = governance();
  count(100_001);
  logs.reset();
  expect(logs.levelOf(script)).toBe('DEBUG');
  expect(count(100_000)).toEqual([]);
});
