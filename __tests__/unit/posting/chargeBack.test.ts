import { describe, expect, test } from '@jest/globals';
import { chargeBackProblem, planChargeBack, reasonAgainstChargeBack } from '../../../src/posting/creditMemo/chargeBack';
import type { HeldRecord } from '../../../src/posting/versions/differences';
import { plainFields } from './company';
import { standingInvoice, standingReversal } from './versions/records';

const memo = standingReversal({ externalId: 'obc-nue-creditMemo-c1' });
const invoice = standingInvoice({ recordId: '14', number: 'INV-9', unpaid: '0' });

describe('the invoice that takes a credit memo back', () => {
  const lines: readonly Readonly<Record<string, unknown>>[] = [
    {
      item: 601,
      quantity: 2,
      rate: 45.675,
      amount: 91.35,
      price: '-1',
      class: '7',
      custcol_nue_start_date: new Date(2026, 7, 3),
    },
    { item: '903', quantity: 1, rate: 8.65, amount: 8.65, price: '-1', description: 'Tax', department: '' },
  ];
  const held: HeldRecord = {
    field: (field) => ({ subsidiary: '1', exchangerate: 1.12, account: '119', class: '' })[field],
    lineCount: () => lines.length,
    lineField: (_sublist, line, field) => lines[line]?.[field],
  };
  const plan = planChargeBack(memo, held, 'obc-nue-creditMemo-c1-reversal');

  test('has the credit memo’s customer, day, period, exchange rate and A/R account', () => {
    expect(plan).toMatchObject({
      action: 'create',
      recordType: 'invoice',
      externalId: 'obc-nue-creditMemo-c1-reversal',
      expected: { total: '100', currency: '1', entity: '7' },
    });
    expect(plainFields(plan.fields)).toEqual({
      entity: '7',
      subsidiary: '1',
      currency: '1',
      trandate: '2026-08-03',
      postingperiod: '202608',
      exchangerate: '1.12',
      memo: 'Charges back credit memo CM-1, cancelled in the billing platform',
      account: '119',
    });
  });

  test('has its lines, none of them taxable', () => {
    expect((plan.sublists.item ?? []).map((line) => plainFields(line.fields))).toEqual([
      {
        item: '601',
        quantity: '2',
        rate: '45.675',
        amount: '91.35',
        price: '-1',
        istaxable: false,
        class: '7',
        custcol_nue_start_date: '2026-08-03',
      },
      { item: '903', quantity: '1', rate: '8.65', amount: '8.65', price: '-1', description: 'Tax', istaxable: false },
    ]);
  });
});

describe('a credit memo is not charged back', () => {
  test('where NetSuite would not let it be applied anew, or something was made from it', () => {
    expect(reasonAgainstChargeBack(memo)).toBeNull();
    expect(reasonAgainstChargeBack({ ...memo, isPeriodLocked: true })).toContain('its period Aug 2026 is closed');
    const links = [{ type: 'CustRfnd', recordId: '20' }];
    expect(reasonAgainstChargeBack({ ...memo, links })).toBe('customer refund 20 was made from it');
    expect(reasonAgainstChargeBack(invoice)).toContain('its type is invoice');
  });

  test('in full where the invoice comes to another amount, or is open', () => {
    expect(chargeBackProblem(memo, invoice)).toBeNull();
    expect(chargeBackProblem(memo, { ...invoice, total: '90' })).toContain('comes to 90, the credit memo to 100');
    expect(chargeBackProblem(memo, { ...invoice, unpaid: '40' })).toContain('still owes 40');
  });
});
