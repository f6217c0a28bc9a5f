import { describe, expect, test } from '@jest/globals';
import { judge, type KnownVersion, newestOf } from '../../../src/transfers/policy/judge';

function known(transfer: number, version: string, hash: string, status: KnownVersion['status'] = 'Not Transferred') {
  return { transfer, version, hash, status };
}

describe('a version that arrives', () => {
  test('is new where nothing is known', () => {
    expect(judge({ version: '1', hash: 'a' }, [], false)).toEqual({ outcome: 'new', after: null });
  });

  test('is unchanged where version and content are those of the newest, whatever became of it', () => {
    for (const status of ['Not Transferred', 'Transferred', 'Cancelled'] as const) {
      const stored = known(7, '2026-01-02T00:00:00.000Z', 'a', status);
      expect(judge({ version: '2026-01-02T00:00:00.000Z', hash: 'a' }, [stored], false)).toEqual({
        outcome: 'unchanged',
        known: stored,
      });
    }
  });

  test('is stale where a newer version is known, even if it is known itself', () => {
    const older = known(1, '1', 'a', 'Cancelled');
    const newer = known(2, '2', 'b');
    expect(judge({ version: '1', hash: 'a' }, [older, newer], false)).toEqual({ outcome: 'stale', known: newer });
    expect(judge({ version: '1', hash: 'x' }, [newer], false)).toEqual({ outcome: 'stale', known: newer });
  });

  test('compares counters as numbers', () => {
    expect(judge({ version: '10', hash: 'b' }, [known(1, '9', 'a')], false).outcome).toBe('new');
  });

  test('with the same version and other content is new', () => {
    expect(judge({ version: '1', hash: 'b' }, [known(1, '1', 'a')], false).outcome).toBe('new');
  });

  test('that brings back earlier content without a version gets a key of its own', () => {
    const back = judge(
      { version: '', hash: 'a' },
      [known(1, '', 'a', 'Transferred'), known(2, '', 'b', 'Transferred')],
      false,
    );
    expect(back).toEqual({ outcome: 'new', after: 2 });
  });

  test('as a part without a version adds nothing to a known document, but brings a withdrawn one back', () => {
    const whole = known(1, '5', 'whole', 'Transferred');
    expect(judge({ version: '', hash: 'part' }, [whole], true)).toEqual({ outcome: 'unchanged', known: whole });
    expect(judge({ version: '', hash: 'part' }, [known(1, '', 'whole', 'Cancelled')], true).outcome).toBe('new');
  });
});

describe('a version of a cancelled document', () => {
  const posted = known(1, '2', 'a', 'Transferred');
  const cancellation = { ...known(2, '2', 'cancellation'), isCancellation: true };

  test('is unchanged or stale where it was before', () => {
    expect(judge({ version: '2', hash: 'a' }, [posted, cancellation], false)).toEqual({
      outcome: 'unchanged',
      known: posted,
    });
    expect(judge({ version: '1', hash: 'x' }, [posted, cancellation], false)).toEqual({
      outcome: 'stale',
      known: posted,
    });
  });

  test('is refused where it is new, before the cancellation is worked off and after', () => {
    for (const status of ['Not Transferred', 'Transferred'] as const) {
      const last = { ...cancellation, status };
      expect(judge({ version: '3', hash: 'b' }, [posted, last], false)).toEqual({ outcome: 'cancelled', known: last });
      expect(judge({ version: '2', hash: 'b' }, [posted, last], false).outcome).toBe('cancelled');
    }
  });

  test('is new again where a person cancelled the cancellation', () => {
    const given = { ...cancellation, status: 'Cancelled' as const };
    expect(judge({ version: '3', hash: 'b' }, [posted, given], false)).toEqual({ outcome: 'new', after: null });
  });
});

test('the newest of equal versions is the one that was stored last', () => {
  expect(newestOf([known(3, '1', 'a'), known(9, '1', 'b'), known(5, '1', 'c')])?.transfer).toBe(9);
  expect(newestOf([])).toBeNull();
});
