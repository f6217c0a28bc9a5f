import { describe, expect, test } from '@jest/globals';
import {
  baselinesBefore,
  judgeChange,
  linksIn,
  newerChange,
  postedOver,
  type RecordTransfer,
} from '../../../src/transfers/policy/outbound';
import { outcomeOfVerdict } from '../../../src/transfers/policy/verdicts';

const at = (minute: number): string => `2026-11-02T10:${String(minute).padStart(2, '0')}:00.000Z`;

function inbound(id: number, transferred: number, baseline: string, connection = 'zuora'): RecordTransfer {
  return {
    id,
    direction: 'Inbound',
    connection,
    platformId: 'a1',
    status: 'Transferred',
    reason: null,
    hash: '',
    baseline,
    follows: null,
    received: at(0),
    transferred: at(transferred),
  };
}

function outbound(id: number, received: number, baseline: string, more: Partial<RecordTransfer> = {}): RecordTransfer {
  return {
    ...inbound(id, 0, baseline),
    direction: 'Outbound',
    status: 'Not Transferred',
    reason: 'Queued',
    hash: baseline,
    received: at(received),
    transferred: '',
    ...more,
  };
}

const content = (text: string) => ({ hash: text, baseline: text });

describe('a change', () => {
  test('is none where the connector’s own posting left the same, for whatever connection', () => {
    expect(judgeChange(content('A'), 'zuora', [inbound(1, 1, 'A')])).toEqual({ outcome: 'unchanged' });
    expect(judgeChange(content('B'), 'zuora', [inbound(1, 1, 'A'), inbound(2, 2, 'B', 'other')])).toEqual({
      outcome: 'unchanged',
    });
  });

  test('is none where it is stored already, whatever became of it', () => {
    const cancelled = outbound(2, 2, 'B', { status: 'Cancelled', reason: null });
    expect(judgeChange(content('B'), 'zuora', [inbound(1, 1, 'A'), cancelled])).toEqual({ outcome: 'unchanged' });
  });

  test('of another connection does not count', () => {
    const transfers = [inbound(1, 1, 'A'), outbound(2, 2, 'B', { connection: 'other' })];
    expect(judgeChange(content('B'), 'zuora', transfers)).toEqual({ outcome: 'new', after: null });
  });

  test('is new where nothing is known', () => {
    expect(judgeChange(content('A'), 'zuora', [inbound(1, 1, '')])).toEqual({ outcome: 'new', after: null });
  });

  test('that comes back is another one, named by what it follows', () => {
    const transfers = [inbound(1, 1, 'A'), outbound(2, 2, 'B'), outbound(3, 3, 'A')];
    expect(judgeChange(content('B'), 'zuora', transfers)).toEqual({ outcome: 'new', after: 3 });
  });

  test('is judged by time: what was posted later than a change was noticed comes after it', () => {
    const transfers = [inbound(1, 5, 'A'), outbound(2, 3, 'B')];
    expect(judgeChange(content('A'), 'zuora', transfers)).toEqual({ outcome: 'unchanged' });
    expect(judgeChange(content('B'), 'zuora', transfers)).toEqual({ outcome: 'new', after: 1 });
  });

  test('is linked to the newest transfer of each connection that brought the record', () => {
    const links = linksIn([inbound(1, 1, 'A'), inbound(2, 2, 'A'), inbound(3, 3, '', 'nue'), outbound(4, 4, 'B')]);
    expect([...links].map(([connection, { id }]) => [connection, id])).toEqual([
      ['zuora', 2],
      ['nue', 3],
    ]);
  });
});

describe('what the platform has before a change is sent', () => {
  test('is what was posted or sent last, and what may have been sent since', () => {
    const change = outbound(9, 9, 'D');
    const sent = outbound(3, 3, 'B', { status: 'Transferred', reason: null });
    const perhaps = outbound(5, 5, 'C', { status: 'Cancelled', reason: null });
    expect(baselinesBefore(change, [inbound(1, 1, 'A'), sent, perhaps, change])).toEqual(['B', 'C']);
  });

  test('is not known where nothing was noted', () => {
    expect(baselinesBefore(outbound(2, 2, 'B'), [inbound(1, 1, '')])).toEqual([]);
  });

  test('is not known where the note was made after the change, of the save on which it was made', () => {
    const change = outbound(2, 2, 'B', { follows: 1 });
    expect(baselinesBefore(change, [inbound(1, 3, 'B'), change])).toEqual([]);
    expect(postedOver(change, [inbound(1, 3, 'B'), change])).toBeNull();
  });
});

describe('a waiting change', () => {
  test('is overtaken by a version of the platform that was posted since', () => {
    const change = outbound(2, 2, 'B', { follows: 1 });
    expect(postedOver(change, [inbound(1, 1, 'A'), change, inbound(3, 4, 'C')])?.id).toBe(3);
    expect(postedOver(change, [inbound(1, 1, 'A'), change])).toBeNull();
  });

  test('is not overtaken by what the platform only says back', () => {
    const sent = outbound(2, 2, 'B', { status: 'Transferred', reason: null });
    const change = outbound(3, 3, 'C', { follows: 1 });
    const transfers = [inbound(1, 1, 'A'), sent, change, inbound(4, 4, 'B')];
    expect(postedOver(change, transfers)).toBeNull();
    expect(baselinesBefore(change, transfers)).toEqual(['B']);
  });

  test('is replaced by a newer one', () => {
    const change = outbound(2, 2, 'B');
    expect(newerChange(change, [change, outbound(4, 4, 'C'), outbound(1, 1, 'A')])?.id).toBe(4);
    expect(newerChange(change, [change, inbound(3, 3, 'C')])).toBeNull();
  });
});

describe('an answer', () => {
  const again = { result: 'try again', code: 'HTTP_500', message: 'No.', after: null } as const;

  test('that passes is tried ever more slowly, and in the end needs a person', () => {
    const first = outcomeOfVerdict({ verdict: again, rest: 0 }, 1, 0, 0);
    const second = outcomeOfVerdict({ verdict: again, rest: 0 }, 2, 0, 0);
    expect([first, second]).toMatchObject([
      { reason: 'Will Retry', nextAttempt: '1970-01-01T00:00:02.718Z' },
      { reason: 'Will Retry', nextAttempt: '1970-01-01T00:00:07.389Z' },
    ]);
    expect(outcomeOfVerdict({ verdict: again, rest: 0 }, 16, 0, 0)).toMatchObject({ reason: 'Action Needed' });
  });

  test('that asks for rest never needs a person', () => {
    const limit = { ...again, code: 'HTTP_429', after: 60 };
    expect(outcomeOfVerdict({ verdict: limit, rest: 60 }, 99, 0, 0)).toMatchObject({
      reason: 'Will Retry',
      nextAttempt: '1970-01-01T00:01:00.000Z',
    });
  });
});
