import Big from 'big.js';
import type { Account } from '../../kernel/account';
import { type Html, html } from '../../ui/html';
import { type Balance, glImpact, trialBalance } from '../controls/ledger';
import { table } from './table';

/** What a transaction posted; empty for one that posts nothing. */
export function glImpactContent(account: Account, transaction: number): Html {
  const lines = glImpact(account, transaction);
  return table(
    'G/L impact',
    [
      { label: 'Account' },
      { label: 'Debit', isNumber: true },
      { label: 'Credit', isNumber: true },
      { label: 'Posting' },
      { label: 'Memo' },
      { label: 'Name' },
      { label: 'Subsidiary' },
    ],
    lines.map((line) => [
      `${line.number ?? ''} ${line.name}`.trim(),
      line.debit ? new Big(line.debit).toFixed(2) : '',
      line.credit ? new Big(line.credit).toFixed(2) : '',
      line.posting ? 'Yes' : 'No',
      line.memo,
      line.entity,
      line.subsidiary,
    ]),
  );
}

/** Debits and credits of every account, one table for each subsidiary, with their sums. */
export function trialBalanceContent(account: Account): Html {
  const bySubsidiary = new Map<string, Balance[]>();
  for (const balance of trialBalance(account)) {
    bySubsidiary.set(balance.subsidiary, [...(bySubsidiary.get(balance.subsidiary) ?? []), balance]);
  }
  if (bySubsidiary.size === 0) return html`<p>Nothing has been posted yet.</p>`;
  return html`${[...bySubsidiary].map(([subsidiary, balances]) => subsidiaryTable(subsidiary, balances))}`;
}

function subsidiaryTable(subsidiary: string, balances: readonly Balance[]): Html {
  const total = (side: 'debit' | 'credit'): string =>
    balances.reduce((sum, balance) => sum.plus(balance[side]), new Big(0)).toFixed(2);
  const rows = balances.map((balance) => [
    balance.number ?? '',
    balance.name,
    balance.type,
    balance.debit === '0.00' ? '' : balance.debit,
    balance.credit === '0.00' ? '' : balance.credit,
  ]);
  const title = subsidiary ? `${subsidiary} (${balances[0]?.currency ?? ''})` : 'Company';
  return html`<h2>${title}</h2>${table(
    `Trial balance ${title}`,
    [
      { label: 'Number' },
      { label: 'Account' },
      { label: 'Type' },
      { label: 'Debit', isNumber: true },
      { label: 'Credit', isNumber: true },
    ],
    [
      ...rows,
      [
        '',
        html`<strong>Total</strong>`,
        '',
        html`<strong>${total('debit')}</strong>`,
        html`<strong>${total('credit')}</strong>`,
      ],
    ],
  )}`;
}
