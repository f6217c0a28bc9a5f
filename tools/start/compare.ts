import Big from 'big.js';
import type { LedgerLine, PostedInvoice } from './books';
import type { SourceInvoice } from './sources';

const taxAccounts = ['2200', '2210', '2220'];

/** What of a posted invoice differs from its source: one sentence each; none when every figure agrees. */
export function differences(source: SourceInvoice, posted: PostedInvoice | undefined): string[] {
  if (posted === undefined) return [`${source.number}: NetSuite has no invoice of this number.`];
  const { ledger } = posted;
  const receivables = ledger.filter((line) => line.accountType === 'AcctRec');
  const taxes = ledger.filter((line) => taxAccounts.includes(line.account));
  const compared: [string, string, string][] = [
    ['customer', source.customer, posted.customer],
    ['currency', source.currency, posted.currency],
    ['date', source.date, posted.date],
    ['due date', source.dueDate, posted.dueDate],
    ['total', source.total, posted.total],
    ['lines', String(source.lines), String(posted.lines)],
    ['subsidiary', source.subsidiary, posted.subsidiary],
    ['debit of receivables', inBase(source.total, posted), balance(receivables)],
    ['sum of the ledger', '0.00', balance(ledger)],
  ];
  const found = compared
    .filter(([, expected, actual]) => expected !== actual)
    .map(
      ([what, expected, actual]) => `${source.number}: ${what} is ${expected} in the source and ${actual} in NetSuite.`,
    );
  return [...found, ...taxDifference(source, posted, taxes)];
}

/** Each tax line is turned into the subsidiary's currency and rounded by itself. */
function taxDifference(source: SourceInvoice, posted: PostedInvoice, taxes: readonly LedgerLine[]): string[] {
  const expected = inBase(source.tax, posted);
  const actual = new Big(balance(taxes)).neg().toFixed(2);
  const tolerance = new Big(posted.exchangeRate || '1').eq(1) ? '0' : new Big('0.01').times(taxes.length).toFixed(2);
  if (new Big(expected).minus(actual).abs().lte(tolerance)) return [];
  return [`${source.number}: tax is ${expected} by the source and ${actual} in the ledger.`];
}

function inBase(amount: string, posted: PostedInvoice): string {
  return new Big(amount).times(posted.exchangeRate || '1').toFixed(2);
}

/** Debits less credits. */
function balance(lines: readonly LedgerLine[]): string {
  return lines.reduce((sum, line) => sum.plus(line.debit).minus(line.credit), new Big(0)).toFixed(2);
}
