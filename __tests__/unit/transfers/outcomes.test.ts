import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MOST_ATTEMPTS, retryDelay } from '../../../src/transfers/policy/backoff';
import { withEntry } from '../../../src/transfers/policy/history';
import { describeOutcome, outcomeOfError, outcomeOfProblem } from '../../../src/transfers/policy/outcomes';
import { visibleStatus } from '../../../src/transfers/policy/states';

const NOW = Date.UTC(2026, 2, 31, 12);

describe('an error of NetSuite', () => {
  test('that passes is tried again later', () => {
    const outcome = outcomeOfError({ code: 'RCRD_HAS_BEEN_CHANGED', message: 'Record has been changed' }, 1, NOW, 0);
    expect(outcome).toMatchObject({
      status: 'Not Transferred',
      reason: 'Will Retry',
      nextAttempt: '2026-03-31T12:00:02.718Z',
    });
  });

  test('that passes, but did not pass often enough, needs a person', () => {
    const outcome = outcomeOfError({ code: 'UNEXPECTED_ERROR', message: 'An unexpected error' }, MOST_ATTEMPTS, NOW, 0);
    expect(outcome).toMatchObject({ reason: 'Action Needed', error: { message: 'An unexpected error' } });
  });

  test('that nobody foresaw needs a person and keeps NetSuite’s words', () => {
    const outcome = outcomeOfError({ code: 'SOMETHING_NEW', message: 'Words of NetSuite' }, 1, NOW, 0);
    expect(outcome).toMatchObject({
      reason: 'Action Needed',
      error: { code: 'SOMETHING_NEW', message: 'Words of NetSuite' },
    });
  });

  test('about concurrency offers scheduled mode', () => {
    const outcome = outcomeOfError(
      { code: 'SSS_REQUEST_LIMIT_EXCEEDED', message: 'Request Limit Exceeded!' },
      1,
      NOW,
      0,
    );
    expect(outcome).toMatchObject({
      reason: 'Will Retry',
      error: { remedy: expect.stringContaining('scheduled mode') },
    });
  });
});

test('delays grow to six hours, and chance takes off at most a quarter', () => {
  expect(retryDelay(30, 0)).toBe(6 * 3_600_000);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempts, chance) => {
      const longest = retryDelay(attempts, 0);
      const delay = retryDelay(attempts, chance);
      expect(delay).toBeLessThanOrEqual(longest);
      expect(delay).toBeGreaterThanOrEqual(Math.floor(longest * 0.75));
      expect(retryDelay(attempts + 1, 0)).toBeGreaterThanOrEqual(longest);
    }),
  );
});

describe('a problem of planning', () => {
  const problem = { code: 'X', message: 'what', remedy: 'do', waitsFor: { kind: 'customer', id: 'C1' } } as const;

  test('that waits for another document names it', () => {
    expect(outcomeOfProblem({ ...problem, reason: 'Waiting' })).toMatchObject({
      reason: 'Waiting',
      waitsFor: { kind: 'customer', id: 'C1' },
    });
  });

  test('that waits for nothing that is named needs a person', () => {
    expect(outcomeOfProblem({ ...problem, reason: 'Waiting', waitsFor: null })).toMatchObject({
      reason: 'Action Needed',
    });
  });
});

describe('the history', () => {
  test('gains one line for each entry, and none is lost', () => {
    const first = withEntry('', '2026-03-31T12:00:00.000Z', 'RESTlet, user 5', 'received');
    const second = withEntry(first, '2026-03-31T12:01:00.000Z', 'connector', 'two\nlines');
    expect(second.split('\n')).toEqual([
      '2026-03-31T12:00:00.000Z RESTlet, user 5: received',
      '2026-03-31T12:01:00.000Z connector: two lines',
    ]);
  });

  test('says what an attempt came to', () => {
    const retry = outcomeOfError({ code: 'UNEXPECTED_ERROR', message: 'Oops' }, 2, NOW, 0);
    expect(describeOutcome(retry, 2)).toBe('attempt 2: UNEXPECTED_ERROR: Oops; next attempt 2026-03-31T12:00:07.389Z');
    expect(describeOutcome({ status: 'Transferred', notes: ['Name cut'] }, 1)).toBe('attempt 1: transferred. Name cut');
  });
});

test('a queued transfer is Transferring while its lane is taken, others are not', () => {
  expect(visibleStatus('Not Transferred', 'Queued', true)).toBe('Transferring');
  expect(visibleStatus('Not Transferred', 'Queued', false)).toBe('Not Transferred');
  expect(visibleStatus('Not Transferred', 'Action Needed', true)).toBe('Not Transferred');
  expect(visibleStatus('Transferred', null, true)).toBe('Transferred');
});
