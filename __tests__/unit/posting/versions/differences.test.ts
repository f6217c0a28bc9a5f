import { describe, expect, test } from '@jest/globals';
import type { Decimal } from '../../../../src/documents/values';
import { bodyEdit, type HeldRecord, holdsPlan } from '../../../../src/posting/versions/differences';
import { invoicePlan } from './records';

type Fields = Readonly<Record<string, unknown>>;

const body: Fields = {
  entity: '7',
  trandate: new Date(2026, 7, 3),
  postingperiod: '202608',
  memo: 'For August',
  duedate: new Date(2026, 8, 2),
};
const line: Fields = { item: '601', amount: 100, istaxable: false, description: 'From the item', price: '-1' };

function held(changes: Fields = {}, lines: readonly Fields[] = [line]): HeldRecord {
  const fields = { ...body, ...changes };
  return {
    field: (id) => fields[id],
    lineCount: () => lines.length,
    lineField: (_sublist, index, id) => lines[index]?.[id],
  };
}

describe('a record holds what a plan says', () => {
  test('where each planned field has its value, whatever NetSuite filled besides', () => {
    expect(holdsPlan(invoicePlan(), held(), false)).toBe(true);
    expect(holdsPlan(invoicePlan(), held({ memo: 'For August ' }), false)).toBe(true);
    expect(holdsPlan(invoicePlan(), held({}, [{ ...line, amount: '100.00' }]), false)).toBe(true);
  });

  test('also in another posting period, which a policy may have chosen', () => {
    expect(holdsPlan(invoicePlan(), held({ postingperiod: '202609' }), false)).toBe(true);
  });

  test.each<[Fields, readonly Fields[]]>([
    [{ memo: 'Other' }, [line]],
    [{ entity: '8' }, [line]],
    [{ trandate: new Date(2026, 7, 4) }, [line]],
    [{}, [{ ...line, amount: 100.01 }]],
    [{}, [{ ...line, item: '602' }]],
    [{}, [{ ...line, istaxable: true }]],
    [{}, [line, line]],
    [{}, []],
  ])('not with %j and lines %j', (changes, lines) => {
    expect(holdsPlan(invoicePlan(), held(changes, lines), false)).toBe(false);
  });

  test('where the plan is known to have changed, what it does not say counts as a difference', () => {
    expect(holdsPlan(invoicePlan(), held({}, [{ ...line, description: '' }]), true)).toBe(true);
    expect(holdsPlan(invoicePlan(), held(), true)).toBe(false);
    expect(holdsPlan(invoicePlan(), held({ class: '3' }, [{ ...line, description: '' }]), true)).toBe(false);
  });
});

test('an edit writes what differs and empties what the newer version does not say any more', () => {
  const plan = invoicePlan({
    fields: { ...invoicePlan().fields, memo: { text: 'New' }, exchangerate: { decimal: '1.12' as Decimal } },
  });
  expect(bodyEdit(plan, held({ otherrefnum: 'PO-7', exchangerate: 1.12, class: '' }))).toEqual({
    fields: { memo: { text: 'New' } },
    cleared: ['otherrefnum'],
  });
});
