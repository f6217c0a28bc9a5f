import Big from 'big.js';
import fc from 'fast-check';
import { receivablesAging } from '../../src/accounting/aging';
import { receivables } from '../../src/accounting/receivables';
import { trialBalance } from '../../src/accounting/trialBalance';
import { receivablesOf } from './receivables';
import { type TestAccount, testAccount } from './testAccount';

type Step =
  | { readonly kind: 'invoice' | 'credit' | 'deposit'; readonly cents: number; readonly rate: number }
  | {
      readonly kind: 'payment';
      readonly cents: number;
      readonly rate: number;
      readonly auto: boolean;
      readonly credits: boolean;
    }
  | {
      readonly kind: 'creditInvoice' | 'payInvoice' | 'refund' | 'applyDeposit' | 'unapply' | 'delete';
      readonly pick: number;
    }
  | { readonly kind: 'reprice'; readonly pick: number; readonly cents: number; readonly rate: number };

const cents = fc.integer({ min: 1, max: 30_000 });
const rate = fc.constantFrom(1.1, 1.123457, 0.98765432, 1.2);
const pick = fc.nat(50);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('invoice' as const, 'credit' as const, 'deposit' as const),
      cents,
      rate,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('payment' as const),
      cents,
      rate,
      auto: fc.boolean(),
      credits: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'creditInvoice' as const,
        'payInvoice' as const,
        'refund' as const,
        'applyDeposit' as const,
        'unapply' as const,
        'delete' as const,
      ),
      pick,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reprice' as const), pick, cents, rate }) },
);

/** What NetSuite may say no with; anything else is a fault of the account. */
const REFUSALS = new Set([
  'TRANS_IN_USE',
  'INVALID_INITIALIZE_REF',
  'INVALID_LINK_SUM',
  'TRANS_APPLIED_AMTS_UNBALNCD',
  'INVALID_AMT',
]);

/** Runs steps on one customer; what NetSuite refuses changes nothing. */
function play(t: TestAccount, steps: readonly Step[], currency: string): number {
  const r = receivablesOf(t);
  const customer = t.customer({ currency });
  const item = t.item();
  const account = t.accountNumbered(currency === t.usd() ? '1000' : '1010');
  const dollars = (amount: number): number => amount / 100;
  const anyOf = (types: string, which: number): { id: string; recordtype: string } | null => {
    const rows = t.store.all<{ id: number; recordtype: string }>(
      `SELECT id, recordtype FROM "transaction" WHERE recordtype IN (${types}) ORDER BY id`,
    );
    const row = rows[which % Math.max(rows.length, 1)];
    return row ? { id: String(row.id), recordtype: row.recordtype } : null;
  };
  const act = (each: Step): void => {
    switch (each.kind) {
      case 'invoice': {
        const lines = [
          { item, amount: dollars(each.cents) },
          { item, amount: dollars(each.cents % 97) + 0.01 },
        ];
        t.save(t.invoice(customer, lines, { exchangerate: each.rate }));
        return;
      }
      case 'credit': {
        const memo = t.create(
          'creditmemo',
          { exchangerate: each.rate, autoapply: each.cents % 2 === 0 },
          { entity: customer },
        );
        t.save(t.addLine(memo, 'item', { item, amount: dollars(each.cents) }));
        return;
      }
      case 'deposit':
        t.save(
          t.create('customerdeposit', { payment: dollars(each.cents), exchangerate: each.rate }, { entity: customer }),
        );
        return;
      case 'payment': {
        const payment = r.transform('customer', customer, 'customerpayment');
        t.set(payment, { payment: dollars(each.cents), exchangerate: each.rate, autoapply: each.auto });
        const [first] = payment.sublists.apply ?? [];
        if (first && each.credits) {
          r.apply(payment, 'apply', String(first.fields.doc));
          for (const list of ['credit', 'deposit'] as const) {
            const [source] = payment.sublists[list] ?? [];
            if (source) r.apply(payment, list, String(source.fields.doc));
          }
        }
        t.save(payment);
        return;
      }
      case 'creditInvoice':
      case 'payInvoice': {
        const invoice = anyOf("'invoice'", each.pick);
        if (!invoice) return;
        const made = r.transform('invoice', invoice.id, each.kind === 'payInvoice' ? 'customerpayment' : 'creditmemo');
        if (each.kind === 'payInvoice' && each.pick % 3 === 0) {
          r.apply(
            made,
            'apply',
            invoice.id,
            Math.max(0.01, Math.floor(Number(r.line(made, 'apply', invoice.id).fields.due) * 37) / 100),
          );
        }
        t.save(made);
        return;
      }
      case 'refund': {
        const refund = t.create('customerrefund', { account, paymentmethod: '2' }, { entity: customer });
        const lists = (['apply', 'deposit'] as const).flatMap((list) =>
          (refund.sublists[list] ?? []).map((line) => ({ list, doc: String(line.fields.doc) })),
        );
        const chosen = lists[each.pick % Math.max(lists.length, 1)];
        if (!chosen) return;
        t.save(r.apply(refund, chosen.list, chosen.doc));
        return;
      }
      case 'applyDeposit': {
        const deposit = anyOf("'customerdeposit'", each.pick);
        if (!deposit) return;
        const application = r.transform('customerdeposit', deposit.id, 'depositapplication');
        const [first] = application.sublists.apply ?? [];
        if (first) t.save(r.apply(application, 'apply', String(first.fields.doc)));
        return;
      }
      case 'unapply': {
        const applied = anyOf("'creditmemo', 'customerpayment'", each.pick);
        if (!applied) return;
        const record = t.load(applied.recordtype, applied.id);
        for (const line of record.sublists.apply ?? []) {
          if (line.fields.apply === true) r.apply(record, 'apply', String(line.fields.doc), false);
        }
        t.save(record);
        return;
      }
      case 'delete': {
        const any = anyOf(
          "'invoice', 'creditmemo', 'customerpayment', 'customerrefund', 'depositapplication', 'customerdeposit'",
          each.pick,
        );
        if (any) t.remove(any.recordtype, any.id);
        return;
      }
      case 'reprice': {
        const invoice = anyOf("'invoice'", each.pick);
        if (!invoice) return;
        const record = t.load('invoice', invoice.id);
        t.set(record, { exchangerate: each.rate });
        const [line] = record.sublists.item ?? [];
        if (line) Object.assign(line.fields, { amount: dollars(each.cents) });
        line?.changed?.push('amount');
        record.changedSublists.push('item');
        t.save(record);
      }
    }
  };
  let refused = 0;
  for (const each of steps) {
    try {
      act(each);
    } catch (error) {
      if (!REFUSALS.has((error as Error).name)) throw error;
      refused += 1;
    }
    checkBooks(t, each);
  }
  return refused;
}

function checkBooks(t: TestAccount, step: Step): void {
  const rows = trialBalance(t.account);
  const total = (of: readonly { amount: string }[]): Big => of.reduce((all, row) => all.plus(row.amount), new Big(0));
  const at = JSON.stringify(step);
  expect([at, total(rows).toFixed(2)]).toEqual([at, '0.00']);
  const unbalanced = t.store.all(
    'SELECT "transaction" FROM transactionaccountingline GROUP BY "transaction" HAVING ABS(SUM(amount)) > 0.001',
  );
  expect([at, unbalanced]).toEqual([at, []]);
  const ledger = total(rows.filter((row) => row.account.type === 'AcctRec'));
  const open = receivablesAging(t.account, { asOf: '2026-07-15' }).reduce(
    (all, row) => all.plus(row.total),
    new Big(0),
  );
  expect([at, open.toFixed(2)]).toEqual([at, ledger.toFixed(2)]);
  expect([at, total(receivables(t.account)).toFixed(2)]).toEqual([at, ledger.toFixed(2)]);
  const deposits = t.store.get<{ open: number | null }>(
    `SELECT SUM(tal.paymentamountunused) AS open FROM transactionaccountingline tal
     JOIN "transaction" t ON t.id = tal."transaction" WHERE t.type = 'CustDep'`,
  );
  const liability = total(rows.filter((row) => row.account.number === '2100')).times(-1);
  expect([at, new Big(deposits?.open ?? 0).toFixed(2)]).toEqual([at, liability.toFixed(2)]);
}

describe('after any sequence of invoices, payments, credits, deposits, refunds, unapplications and deletions', () => {
  test('debits are credits and the A/R account is the sum of what is open, in the base currency', () => {
    let refused = 0;
    let steps = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 14 }), (list) => {
        const t = testAccount();
        refused += play(t, list, t.usd());
        steps += list.length;
        t.store.close();
      }),
      { numRuns: 12, seed: 11 },
    );
    expect(refused).toBeLessThan(steps / 2);
  });

  test('the same in a foreign currency at changing rates, with realised and rounding gains and losses', () => {
    const posted = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 14 }), (list) => {
        const t = testAccount();
        play(t, list, t.eur());
        for (const { memo } of receivablesOf(t).revaluations()) posted.add(memo);
        t.store.close();
      }),
      { numRuns: 25, seed: 12 },
    );
    expect([...posted].sort()).toEqual(['Realized Gain/Loss', 'Rounding Gain/Loss']);
  });
});
