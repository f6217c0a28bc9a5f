import { glImpact } from '../../accounting/glImpact';
import { money, sum } from '../../accounting/money';
import { type TrialBalanceLine, trialBalance } from '../../accounting/trialBalance';
import type { Account } from '../../kernel/account';
import { entryText } from '../../records/select/sources';
import { type Html, html } from '../../ui/html';
import { table } from './table';

/** What a transaction posted; empty for one that posts nothing. */
export function glImpactContent(account: Account, transaction: number): Html {
  const entity = (id: number | null): string => (id === null ? '' : (entryText(account, 'entity', String(id)) ?? ''));
  return table(
    'G/L impact',
    [
      { label: 'Account' },
      { label: 'Debit', isNumber: true },
      { label: 'Credit', isNumber: true },
      { label: 'Memo' },
      { label: 'Name' },
    ],
    glImpact(account, transaction).map((line) => [
      `${line.account.number} ${line.account.name}`.trim(),
      line.debit,
      line.credit,
      line.memo,
      entity(line.entity),
    ]),
  );
}

/** Balances of all accounts, one table for each subsidiary in its own currency, with their sums. */
export function trialBalanceContent(account: Account): Html {
  const bySubsidiary = new Map<number, TrialBalanceLine[]>();
  for (const line of trialBalance(account)) {
    bySubsidiary.set(line.subsidiary, [...(bySubsidiary.get(line.subsidiary) ?? []), line]);
  }
  if (bySubsidiary.size === 0) return html`<p>Nothing has been posted yet.</p>`;
  return html`${[...bySubsidiary].map(([subsidiary, lines]) => subsidiaryTable(subsidiaryTitle(account, subsidiary), lines))}`;
}

function subsidiaryTitle(account: Account, id: number): string {
  const row = account.store.get<{ name: string; symbol: string }>(
    'SELECT s.name, c.symbol FROM subsidiary s LEFT JOIN currency c ON c.id = s.currency WHERE s.id = ?',
    [id],
  );
  return row ? `${row.name} (${row.symbol})` : 'Company';
}

function subsidiaryTable(title: string, lines: readonly TrialBalanceLine[]): Html {
  // A trial balance shows each account on the side of its balance.
  const balances = lines
    .map(({ account, amount }) => ({ account, net: money(amount) }))
    .filter(({ net }) => !net.eq(0))
    .map(({ account, net }) => ({
      account,
      debit: net.gt(0) ? net : money(0),
      credit: net.lt(0) ? net.abs() : money(0),
    }));
  const rows = balances.map(({ account, debit, credit }) => [
    account.number,
    account.name,
    account.type,
    debit.eq(0) ? '' : debit.toFixed(2),
    credit.eq(0) ? '' : credit.toFixed(2),
  ]);
  const total = (side: 'debit' | 'credit'): Html =>
    html`<strong>${sum(balances.map((balance) => balance[side])).toFixed(2)}</strong>`;
  return html`<h2>${title}</h2>${table(
    `Trial balance ${title}`,
    [
      { label: 'Number' },
      { label: 'Account' },
      { label: 'Type' },
      { label: 'Debit', isNumber: true },
      { label: 'Credit', isNumber: true },
    ],
    [...rows, ['', html`<strong>Total</strong>`, '', total('debit'), total('credit')]],
  )}`;
}
