import { describe, expect, test } from '@jest/globals';
import type { Decimal } from '../../../src/documents/values';
import type { ExistingRecord } from '../../../src/posting/existing';
import { firstOpenPeriod, periodOf, readPeriods } from '../../../src/posting/periods';
import type { RecordPlan } from '../../../src/posting/plan';
import { readBackProblem } from '../../../src/posting/readBack';

const plan: RecordPlan = {
  action: 'create',
  recordType: 'invoice',
  recordId: null,
  externalId: 'obc-nue-invoice-1',
  initialValues: {},
  fields: { postingperiod: { id: '30' } },
  sublists: {},
  expected: { total: '1234.5' as Decimal, currency: '2', entity: '7' },
  notes: [],
};

const held: ExistingRecord = {
  recordType: 'invoice',
  recordId: '99',
  number: 'INV1',
  stamp: '5',
  entity: '7',
  currency: '2',
  total: '1234.5',
  period: '30',
  modified: '',
};

describe('what NetSuite made of a plan', () => {
  test('agrees where customer, currency, total and period do', () => {
    expect(readBackProblem(plan, held)).toBeNull();
    expect(readBackProblem(plan, { ...held, total: '1234.50' })).toBeNull();
  });

  test.each([
    ['total', { total: '1234.51' }, '1234.51'],
    ['total', { total: '' }, ''],
    ['customer', { entity: '8' }, '8'],
    ['currency', { currency: '1' }, '1'],
    ['posting period', { period: '31' }, '31'],
    ['type', { recordType: 'cashsale' }, 'cashsale'],
  ])('with another %s needs a person, who is told both values', (what, difference, value) => {
    const problem = readBackProblem(plan, { ...held, ...difference });
    expect(problem).toMatchObject({ reason: 'Action Needed', code: 'POSTED_DIFFERENTLY' });
    expect(problem?.message).toContain(`has the ${what} "${value}"`);
  });

  test('is the same sale item under both of its names', () => {
    const item = { ...plan, recordType: 'noninventoryitem', expected: null };
    expect(readBackProblem(item, { ...held, recordType: 'noninventorysaleitem' })).toBeNull();
    expect(readBackProblem(item, { ...held, recordType: 'servicesaleitem' })).not.toBeNull();
  });
});

describe('periods', () => {
  const period = (id: string, start: string, end: string, closed = false, locked = false) => ({
    id,
    name: id,
    isClosed: closed,
    isReceivablesLocked: locked,
    start,
    end,
  });
  const periods = [
    period('Jan', '2026-01-01', '2026-01-31', true),
    period('Feb', '2026-02-01', '2026-02-28', false, true),
    period('Mar', '2026-03-01', '2026-03-31'),
  ];
  const day = (text: string) => text as Parameters<typeof periodOf>[1];

  test('hold their first and last day', () => {
    expect(periodOf(periods, day('2026-02-01'))?.id).toBe('Feb');
    expect(periodOf(periods, day('2026-02-28'))?.id).toBe('Feb');
    expect(periodOf(periods, day('2026-04-01'))).toBeNull();
  });

  test('are read in the order of their days, closed and locked told apart', () => {
    const row = (name: string, starts: string, type: string) => ({ id: 1, name, starts, ends: starts, type });
    const read = readPeriods([
      row('Mar', '2026-03-01', 'FFT'),
      row('Jan', '2026-01-01', 'TTF'),
      row('Feb', '2026-02-01', 'FFF'),
    ]);
    expect(read.map(({ name, isClosed, isReceivablesLocked }) => [name, isClosed, isReceivablesLocked])).toEqual([
      ['Jan', true, true],
      ['Feb', false, false],
      ['Mar', false, true],
    ]);
  });

  test('are open where neither closed nor locked for receivables', () => {
    expect(firstOpenPeriod(periods, day('2026-01-15'))?.id).toBe('Mar');
    expect(firstOpenPeriod(periods, day('2026-04-01'))).toBeNull();
  });
});
