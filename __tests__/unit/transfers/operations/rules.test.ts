import { isTooLong, withOriginal } from '../../../../src/transfers/operations/policy/originals';
import { isThroughWith } from '../../../../src/transfers/operations/policy/progress';
import { operationsOf } from '../../../../src/transfers/operations/policy/roles';
import { decideOperation, type OperatedTransfer } from '../../../../src/transfers/operations/policy/rules';
import type { StoredStatus, TransferReason } from '../../../../src/transfers/policy/states';

function transfer(status: StoredStatus, reason: TransferReason | null, more: Partial<OperatedTransfer> = {}) {
  return { id: 7, status, reason, recovery: '', record: null, unnoted: null, ...more };
}

/** What each operation makes of each state: a reason or status, `=` for unchanged, or the code of the refusal. */
const TABLE: readonly (readonly [StoredStatus, TransferReason | null, string, string, string, string])[] = [
  // status, reason, retry, hold, release, cancel
  ['Not Transferred', 'Queued', '=', 'Held', '=', 'Cancelled'],
  ['Not Transferred', 'Waiting', 'FOLLOWS_BY_ITSELF', 'Held', 'NOT_HELD', 'Cancelled'],
  ['Not Transferred', 'Will Retry', 'Queued', 'Held', 'NOT_HELD', 'Cancelled'],
  ['Not Transferred', 'Action Needed', 'Queued', 'Held', 'NOT_HELD', 'Cancelled'],
  ['Not Transferred', 'Held', 'HELD', '=', 'Queued', 'Cancelled'],
  ['Transferred', null, 'ALREADY_TRANSFERRED', 'ALREADY_TRANSFERRED', 'ALREADY_TRANSFERRED', 'ALREADY_TRANSFERRED'],
  ['Cancelled', null, 'CANCELLED', 'CANCELLED', 'CANCELLED', '='],
];

const OPERATIONS = ['retry', 'hold', 'release', 'cancel'] as const;

const cases = TABLE.flatMap(([status, reason, ...expected]) =>
  OPERATIONS.map((operation, index) => ({ operation, status, reason, expected: expected[index] ?? '' })),
);

test.each(cases)('$operation of $status, $reason: $expected', ({ operation, status, reason, expected }) => {
  const decision = decideOperation(operation, transfer(status, reason));
  switch (decision.outcome) {
    case 'changed':
      expect(decision.status === 'Cancelled' ? 'Cancelled' : decision.reason).toBe(expected);
      return;
    case 'unchanged':
      expect('=').toBe(expected);
      return;
    case 'refused':
      expect(decision.error.code).toBe(expected);
  }
});

test('hold leaves the error to be read, retry, release and cancel take it away', () => {
  const cleared = OPERATIONS.map((operation) => {
    const decision = decideOperation(
      operation,
      transfer('Not Transferred', operation === 'release' ? 'Held' : 'Action Needed'),
    );
    return decision.outcome === 'changed' && decision.clearsError;
  });
  expect(cleared).toEqual([true, false, true, true]);
});

test('what is half done in NetSuite cannot be cancelled', () => {
  const decision = decideOperation('cancel', transfer('Not Transferred', 'Will Retry', { recovery: 'unapplied' }));
  expect(decision).toMatchObject({ outcome: 'refused', error: { code: 'HALF_DONE' } });
});

test('what NetSuite has already, although no attempt came to its end, cannot be cancelled', () => {
  const decision = decideOperation(
    'cancel',
    transfer('Not Transferred', 'Queued', { unnoted: 'invoice INV7 (internal id 12)' }),
  );
  expect(decision).toMatchObject({
    outcome: 'refused',
    error: { code: 'ALREADY_POSTED', message: expect.stringContaining('The next run notes it') },
  });
});

test('cancelling what was made differently says that NetSuite’s record stays', () => {
  const made = transfer('Not Transferred', 'Action Needed', { record: 'invoice INV7 (internal id 12)' });
  expect(decideOperation('cancel', made)).toMatchObject({
    said: 'cancelled; NetSuite’s invoice INV7 (internal id 12) stays as it is',
  });
});

test.each([
  [3, 'administrator', 'retry, hold, release, cancel, mark, edit'],
  [1100, 'customrole_obc_administrator', 'retry, hold, release, cancel, mark, edit'],
  [1101, 'customrole_obc_accountant', 'retry, hold, release'],
  [1102, 'customrole_obc_integration', 'retry, hold, release, cancel'],
  [1, 'accountant', ''],
])('role %i (%s) may: %s', (role, roleId, allowed) => {
  expect(operationsOf({ role, roleId }).join(', ')).toBe(allowed);
});

test('every replaced payload is kept, oldest first', () => {
  const first = withOriginal('', { replaced: '2026-11-02T17:00:00.000Z', by: 'user 5', payload: '{"a":1}' });
  const second = withOriginal(first, { replaced: '2026-11-03T17:00:00.000Z', by: 'user 6', file: 12 });
  expect(JSON.parse(second)).toEqual([
    { replaced: '2026-11-02T17:00:00.000Z', by: 'user 5', payload: '{"a":1}' },
    { replaced: '2026-11-03T17:00:00.000Z', by: 'user 6', file: 12 },
  ]);
  expect([isTooLong('x'.repeat(1_000_000)), isTooLong('x'.repeat(1_000_001))]).toEqual([false, true]);
});

describe('an operation on many', () => {
  const pass = (operation: number, lane: number, isThrough: boolean) => ({ operation, lane, changed: 1, isThrough });

  test('is done when no transfer matches any more, or each lane with some was gone through', () => {
    expect(isThroughWith(4, [], [])).toBe(true);
    expect(isThroughWith(4, [2, 3], [pass(4, 2, true), pass(4, 3, true)])).toBe(true);
  });

  test('is open while a lane was busy, ended early, or was gone through for another operation', () => {
    expect(isThroughWith(4, [2, 3], [pass(4, 2, true)])).toBe(false);
    expect(isThroughWith(4, [2], [pass(4, 2, false)])).toBe(false);
    expect(isThroughWith(4, [2], [pass(5, 2, true)])).toBe(false);
  });
});
