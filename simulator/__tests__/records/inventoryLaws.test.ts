import Big from 'big.js';
import fc from 'fast-check';
import { setFeature } from '../../src/company/settings';
import { stockOf } from './stock';
import { codeOf, type TestAccount, testAccount } from './testAccount';

type Step =
  | {
      readonly kind: 'add';
      readonly quantity: number;
      readonly cents: number;
      readonly day: number;
      readonly place: number;
    }
  | {
      readonly kind: 'take' | 'sell' | 'order' | 'credit';
      readonly quantity: number;
      readonly day: number;
      readonly place: number;
    }
  | {
      readonly kind: 'ship' | 'bill' | 'return' | 'receive' | 'delete' | 'change';
      readonly pick: number;
      readonly day: number;
    };

const quantity = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 1, max: 28 });
const place = fc.nat(1);
const pick = fc.nat(50);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      quantity,
      cents: fc.integer({ min: 0, max: 5_000 }),
      day,
      place,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('take' as const, 'sell' as const, 'order' as const, 'credit' as const),
      quantity,
      day,
      place,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'ship' as const,
        'bill' as const,
        'return' as const,
        'receive' as const,
        'delete' as const,
        'change' as const,
      ),
      pick,
      day,
    }),
  },
);

interface Made {
  readonly type: string;
  readonly id: string;
}

/** Does what a step says, as far as there is something to do it with. Refusals leave everything as it was. */
function runner(t: TestAccount) {
  const s = stockOf(t);
  const item = s.inventoryItem();
  const customer = t.customer();
  const places = [t.idOf('location', 'name', 'San Francisco'), t.idOf('location', 'name', 'New York')];
  let made: Made[] = [];
  const on = (of: number): Date => s.day(`2026-07-${String(of).padStart(2, '0')}`);
  const keep = (type: string, id: string): void => {
    made.push({ type, id });
  };
  const chosen = (pickOf: number, ...types: string[]): Made | undefined => {
    const fitting = made.filter((each) => types.length === 0 || types.includes(each.type));
    return fitting[pickOf % Math.max(1, fitting.length)];
  };
  const continued = (from: Made, to: string, of: number): void =>
    keep(to, t.save(t.set(s.transform(from.type, from.id, to), { trandate: on(of) })));
  const act = (each: Step): void => {
    const location = 'place' in each ? (places[each.place] ?? null) : null;
    switch (each.kind) {
      case 'add':
      case 'take': {
        const isAdded = each.kind === 'add';
        const line = { item, location, adjustqtyby: isAdded ? each.quantity : -each.quantity };
        const cost = isAdded ? { unitcost: each.cents / 100 } : {};
        keep('inventoryadjustment', t.save(s.adjustment([{ ...line, ...cost }], { trandate: on(each.day) })));
        return;
      }
      case 'sell':
        keep(
          'invoice',
          t.save(
            t.invoice(customer, [{ item, quantity: each.quantity, rate: 9, location }], { trandate: on(each.day) }),
          ),
        );
        return;
      case 'order':
      case 'credit': {
        const type = each.kind === 'order' ? 'salesorder' : 'creditmemo';
        const lines = [{ item, quantity: each.quantity, rate: 9, location }];
        keep(type, t.save(s.sale(type, customer, lines, { trandate: on(each.day) })));
        return;
      }
      case 'delete': {
        const found = chosen(each.pick);
        if (!found) return;
        t.remove(found.type, found.id);
        made = made.filter((other) => other !== found);
        return;
      }
      case 'change': {
        const found = chosen(each.pick, 'invoice', 'itemfulfillment', 'inventoryadjustment');
        if (!found) return;
        t.save(t.set(t.load(found.type, found.id), { trandate: on(each.day) }));
        return;
      }
      case 'ship':
      case 'bill': {
        const found = chosen(each.pick, 'salesorder');
        if (found) continued(found, each.kind === 'ship' ? 'itemfulfillment' : 'invoice', each.day);
        return;
      }
      case 'return': {
        const found = chosen(each.pick, 'invoice', 'salesorder');
        if (found) continued(found, 'returnauthorization', each.day);
        return;
      }
      case 'receive': {
        const found = chosen(each.pick, 'returnauthorization');
        if (found) continued(found, 'itemreceipt', each.day);
      }
    }
  };
  return { s, item, act };
}

const ALLOWED = /^(no error|INVALID_INITIALIZE_REF|TRANS_IN_USE|USER_ERROR)/;

/** What has to hold after every write. */
function check(t: TestAccount, s: ReturnType<typeof stockOf>, item: string): void {
  const unbalanced = `SELECT "transaction" FROM transactionaccountingline GROUP BY "transaction"
    HAVING ABS(SUM(amount)) > 0.001`;
  expect(t.store.all(unbalanced)).toEqual([]);
  const withoutLine = `SELECT * FROM transactionaccountingline tal WHERE NOT EXISTS (SELECT 1 FROM transactionline tl
    WHERE tl."transaction" = tal."transaction" AND tl.id = tal.transactionline)`;
  expect(t.store.all(withoutLine)).toEqual([]);
  const stock = t.store.all<{ quantityonhand: number; value: number; average: number }>(
    'SELECT quantityonhand, value, average FROM itemstock WHERE item = ?',
    [Number(item)],
  );
  const sum = (values: readonly number[]): Big => values.reduce((total, value) => total.plus(value), new Big(0));
  // The asset account is what all places hold.
  expect(sum(stock.map((row) => row.value)).toNumber()).toBe(s.balance('1300'));
  for (const row of stock) {
    // Average costs have eight decimals: their product differs from the value by less than a cent.
    const product = new Big(row.quantityonhand).times(row.average);
    expect(product.minus(row.value).abs().lt(0.01)).toBe(true);
  }
  const moved = t.store.get<{ total: number }>('SELECT COALESCE(SUM(quantity), 0) AS total FROM inventorymovement');
  expect(sum(stock.map((row) => row.quantityonhand)).toNumber()).toBe(moved?.total);
}

describe.each([
  ['one stock', false],
  ['stock by location', true],
])('%s', (_name, byLocation) => {
  test('the asset account is the quantity times the average cost after every write', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
        const t = testAccount();
        setFeature(t.account, 'MULTILOCINVT', byLocation);
        const { s, item, act } = runner(t);
        for (const each of steps) {
          expect(codeOf(() => t.store.transaction(() => act(each)))).toMatch(ALLOWED);
          check(t, s, item);
        }
      }),
      { numRuns: 20, seed: 7 },
    );
  });
});

test('the order in which the same days are entered does not matter', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ day, quantity, cents: fc.integer({ min: 1, max: 900 }), sold: fc.boolean() }), {
        selector: (each) => each.day,
        minLength: 2,
        maxLength: 6,
      }),
      (days) => {
        const costs = (entered: typeof days) => {
          const t = testAccount();
          const s = stockOf(t);
          const [item, customer] = [s.inventoryItem(), t.customer()];
          const ids = new Map<number, string>();
          for (const each of entered) {
            const on = `2026-07-${String(each.day).padStart(2, '0')}`;
            const id = each.sold
              ? s.sell(customer, item, each.quantity, on)
              : s.add(item, each.quantity, each.cents / 100, on);
            ids.set(each.day, id);
          }
          return [s.shown(item), ...days.map((each) => s.impact(ids.get(each.day) ?? ''))];
        };
        expect(costs([...days].reverse())).toEqual(costs(days));
      },
    ),
    { numRuns: 15, seed: 11 },
  );
});
