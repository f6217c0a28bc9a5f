import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { add, compare, decimal, decimalPlaces, divide, sum } from '../../../src/documents/decimal';
import type { Decimal } from '../../../src/documents/values';
import { platforms } from '../../../src/platforms';
import { planOf } from '../../../src/posting/kinds';
import { DECODE } from '../platforms/settings';
import { directory, plain, posted, settings } from './company';

/** Cents as a decimal. */
function money(cents: number): Decimal {
  return divide(decimal(cents), decimal(100), 2);
}

interface GeneratedLine {
  readonly cents: number;
  readonly quantity: number;
  readonly taxCents: number;
}

const lines = fc.array(
  fc.record<GeneratedLine>({
    cents: fc.integer({ min: -500_000, max: 5_000_000 }),
    quantity: fc.oneof(
      fc.integer({ min: 0, max: 100_000 }),
      fc.integer({ min: 1, max: 1_000 }).map((n) => n / 1000),
    ),
    taxCents: fc.integer({ min: 0, max: 100_000 }),
  }),
  { minLength: 1, maxLength: 40 },
);

/** A Zuora invoice of such lines, amounts as JSON numbers or as text. */
function invoice(generated: readonly GeneratedLine[], asText: boolean): Record<string, unknown> {
  const figure = (cents: number): number | string => (asText ? (cents / 100).toFixed(2) : cents / 100);
  const total = generated.reduce((cents, line) => cents + line.cents + line.taxCents, 0);
  return {
    id: 'i1',
    invoiceNumber: 'INV1',
    accountId: 'a1',
    status: 'Posted',
    currency: 'EUR',
    invoiceDate: '2026-08-01',
    amount: figure(total),
    invoiceItems: generated.map((line, position) => ({
      id: `l${position}`,
      productRatePlanChargeId: 'c1',
      chargeAmount: figure(line.cents),
      quantity: line.quantity,
      taxationItems: [
        { id: `t${position}`, taxAmount: figure(line.taxCents), jurisdiction: 'DE', taxCode: 'V', accountingCode: '9' },
      ],
    })),
  };
}

const where = directory({
  documents: { 'customer:a1': posted('customer', '5', '2'), 'item:c1': posted('noninventorysaleitem', '6') },
});

test('planned lines sum to the platform’s total to the cent, whatever the lines are', () => {
  fc.assert(
    fc.property(lines, fc.boolean(), (generated, asText) => {
      const total = generated.reduce((cents, line) => cents + line.cents + line.taxCents, 0);
      const decoded = platforms.get('zuora')?.decode('invoice', invoice(generated, asText), DECODE);
      if (decoded?.ok !== true) {
        expect([total < 0, decoded?.error.code]).toEqual([true, 'NEGATIVE_INVOICE']);
        return;
      }
      const planned = planOf(decoded.value.document, where, settings(), null);
      if (!planned.ok) throw new Error(planned.error.message);
      const amounts = (planned.value.sublists.item ?? []).map((line) => plain(line.fields.amount) as Decimal);
      expect(sum(amounts)).toBe(money(total));
      expect(planned.value.expected?.total).toBe(money(total));
      for (const line of planned.value.sublists.item ?? []) {
        expect(decimalPlaces(plain(line.fields.rate) as Decimal)).toBeLessThanOrEqual(8);
      }
    }),
    { numRuns: 500 },
  );
});

test('an invoice whose total is off by a cent is never planned', () => {
  fc.assert(
    fc.property(lines, fc.constantFrom('0.01', '-0.01'), (generated, off) => {
      const data = invoice(generated, true);
      const wrong = add(decimal(String(data.amount)), decimal(off));
      const decoded = platforms.get('zuora')?.decode('invoice', { ...data, amount: wrong }, DECODE);
      const expected = compare(wrong, decimal(0)) < 0 ? 'NEGATIVE_INVOICE' : 'TOTAL_MISMATCH';
      expect(decoded?.ok === false && decoded.error.code).toBe(expected);
    }),
    { numRuns: 200 },
  );
});
