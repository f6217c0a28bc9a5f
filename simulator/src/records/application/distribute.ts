import type Big from 'big.js';
import { money } from '../../accounting/money';
import type { Application } from './applications';
import type { Applied } from './lines';

/** What one credit or deposit gives to invoices. */
export interface Use {
  readonly from: { readonly doc: number; readonly line: number };
  readonly to: readonly Application[];
}

/**
 * Says which money pays which invoice, where a payment comes with credits and deposits: these go first, in their order,
 * to the invoices in theirs; the payment pays the rest (assumed: Oracle says only that all are applied to the invoices
 * that are ticked, section_N1312521).
 */
export function fundUses(
  invoices: readonly Applied[],
  credits: readonly Applied[],
  deposits: readonly Applied[],
): { readonly own: Application[]; readonly credits: Use[]; readonly deposits: Use[] } {
  const needs = invoices.map((invoice) => ({ ...invoice, left: invoice.amount }));
  // The discount is the payment's own, whatever pays the rest.
  const use = (source: Applied): Use => {
    let left = source.amount;
    const to: Application[] = [];
    for (const need of needs) {
      const taken = least(left, need.left);
      if (taken.lte(0)) continue;
      left = left.minus(taken);
      need.left = need.left.minus(taken);
      to.push({ doc: need.doc, line: need.line, amount: taken });
    }
    return { from: { doc: source.doc, line: source.line }, to };
  };
  const used = { credits: credits.map(use), deposits: deposits.map(use) };
  const own = needs
    .filter((need) => need.left.plus(need.discount).gt(0))
    .map(({ doc, line, left, discount }) => ({ doc, line, amount: left.plus(discount), discount }));
  const isUsed = ({ to }: Use): boolean => to.length > 0;
  return { own, credits: used.credits.filter(isUsed), deposits: used.deposits.filter(isUsed) };
}

function least(one: Big, other: Big): Big {
  return money(one.lt(other) ? one : other);
}
