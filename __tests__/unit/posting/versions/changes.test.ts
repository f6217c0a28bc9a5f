import { describe, expect, test } from '@jest/globals';
import type { CalendarDate } from '../../../../src/documents/values';
import {
  isCreditedInFull,
  reasonAgainstEdit,
  reasonAgainstReversal,
  reversalPeriod,
  reversalProblem,
} from '../../../../src/posting/versions/changes';
import type { StandingRecord } from '../../../../src/posting/versions/standing';
import { directory, settings } from '../company';
import { invoicePlan, standingInvoice, standingReversal } from './records';

const baseline = { fingerprint: 'f'.repeat(64), modified: '2026-08-03 10:00:00' };

describe('a posted invoice may be edited in place', () => {
  const against = (changes: Partial<StandingRecord>, plan = invoicePlan(), known: typeof baseline | null = baseline) =>
    reasonAgainstEdit(standingInvoice(changes), known, plan);

  test('where only the connector has touched it and its period is open', () => {
    expect(against({})).toBeNull();
  });

  test.each<[Partial<StandingRecord>, string]>([
    [{ isPeriodLocked: true }, 'its period Aug 2026 is closed'],
    [{ stamp: '' }, 'the connector did not make it'],
    [{ unpaid: '60' }, 'something is applied to it'],
    [{ links: [{ type: 'RtnAuth', recordId: '44' }] }, 'return authorization 44 was made from it'],
    [{ mayBeRecognized: true }, 'the account recognizes revenue over time, and its lines may be recognized already'],
    [{ modified: '2026-08-09 08:00:00' }, 'someone else has edited it since'],
    [{ entity: '8' }, 'its customer changes'],
    [{ currency: '2' }, 'its currency changes'],
  ])('not where %j: %s', (changes, reason) => {
    expect(against(changes)).toBe(reason);
  });

  test('not where the period of a new date is closed; with its old date it stays in the period that it has', () => {
    const { postingperiod: _, ...fields } = invoicePlan().fields;
    expect(against({}, invoicePlan({ fields }))).toBeNull();
    const moved = { ...fields, trandate: { date: '2026-07-03' as CalendarDate } };
    expect(against({}, invoicePlan({ fields: moved }))).toBe('the period of its new date is closed');
  });

  test('where no baseline is known, only while nobody saved it since it was created', () => {
    expect(against({}, invoicePlan(), null)).toBeNull();
    expect(against({ isUntouched: false }, invoicePlan(), null)).toBe('someone else has edited it since');
  });
});

describe('a posted invoice can be reversed', () => {
  test('while all of it is open', () => {
    expect(reasonAgainstReversal(standingInvoice())).toBeNull();
    expect(reasonAgainstReversal(standingInvoice({ total: '0', unpaid: '0' }))).toBeNull();
    const arranged = standingInvoice({ links: [{ type: 'RevArrng', recordId: '70' }] });
    expect(reasonAgainstReversal(arranged)).toBeNull();
  });

  test.each<[Partial<StandingRecord>, RegExp]>([
    [{ recordType: 'cashsale' }, /takes back invoices alone, and it is a cashsale/],
    [{ isVoided: true }, /voided in NetSuite/],
    [{ unpaid: '60', links: [{ type: 'CustPymt', recordId: '33' }] }, /^customer payment 33 is applied to it/],
    [{ unpaid: '60' }, /^only 60 of 100 is open/],
    [{ links: [{ type: 'CustCred', recordId: '34' }] }, /^credit memo 34 is applied/],
  ])('not where %j', (changes, reason) => {
    expect(reasonAgainstReversal(standingInvoice(changes))).toMatch(reason);
  });
});

test('an invoice that a person has credited in full needs no cancellation', () => {
  const credit = { type: 'CustCred', recordId: '34' };
  const payment = { type: 'CustPymt', recordId: '33' };
  expect(isCreditedInFull(standingInvoice({ unpaid: '0', links: [credit] }))).toBe(true);
  expect(isCreditedInFull(standingInvoice({ unpaid: '1', links: [credit] }))).toBe(false);
  expect(isCreditedInFull(standingInvoice({ unpaid: '0', links: [credit, payment] }))).toBe(false);
  expect(isCreditedInFull(standingInvoice({ total: '0', unpaid: '0' }))).toBe(false);
});

describe('a reversal', () => {
  test('counts only where it takes back all of the invoice', () => {
    const reversed = standingInvoice({ unpaid: '0' });
    expect(reversalProblem(reversed, standingReversal())).toBeNull();
    expect(reversalProblem(reversed, standingReversal({ total: '-99.99' }))).toMatch(/comes to -99.99/);
    expect(reversalProblem(standingInvoice({ unpaid: '0.01' }), standingReversal())).toMatch(/0.01 .* still open/);
  });

  test('is posted in the period of the invoice while that is open', () => {
    expect(reversalPeriod(standingInvoice(), directory(), settings())).toEqual({
      ok: true,
      value: { id: '202608', note: null },
    });
  });

  test('else as the settings say: never silently in another one', () => {
    const closed = directory({ closedMonths: ['2026-08'] });
    const period = (closedPeriod: 'Ask' | 'Reject' | 'First Open Period') =>
      reversalPeriod(standingInvoice({ isPeriodLocked: true }), closed, settings({ closedPeriod }));
    expect(period('Ask')).toMatchObject({ ok: false, error: { code: 'PERIOD_CLOSED' } });
    expect(period('Reject')).toMatchObject({ ok: false, error: { code: 'PERIOD_REJECTED' } });
    expect(period('First Open Period')).toEqual({
      ok: true,
      value: { id: '202609', note: 'Reversed in Period 2026-09: Aug 2026 is closed' },
    });
  });
});
