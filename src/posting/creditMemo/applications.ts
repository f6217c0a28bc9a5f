import { compare, fixed, isZero, subtract } from '../../documents/decimal';
import type { CreditApplication } from '../../documents/document';
import type { Result } from '../../documents/problem';
import type { CurrencyCode, Decimal } from '../../documents/values';
import type { Directory, PostingProblem, Receivable } from '../plan';
import { applicationImpossible, waitingFor } from '../problems';

/** So much is applied to a NetSuite invoice. */
export interface PlannedApplication {
  /** Internal id of the invoice. */
  readonly recordId: string;
  readonly amount: Decimal;
}

/** What a credit memo has to have in common with an invoice to be applied to it (section_N1312521). Internal ids. */
export interface ApplicationScope {
  readonly customer: string;
  readonly currency: string;
  /** The A/R account; empty where NetSuite chooses it. */
  readonly account: string;
}

/**
 * What a credit memo is applied to: the invoices that the platform names, as far as they still owe something; what is
 * left over stays unapplied, and a note says so. An invoice of another customer, currency or A/R account is a problem
 * that names the difference; one that is not in NetSuite yet is waited for.
 */
export function planApplications(
  applications: readonly CreditApplication[],
  currency: CurrencyCode,
  scope: ApplicationScope,
  directory: Directory,
  notes: string[],
): Result<readonly PlannedApplication[], PostingProblem> {
  const invoices: { readonly recordId: string; readonly amount: Decimal; readonly id: string }[] = [];
  for (const { invoice, amount } of applications) {
    const posted = directory.document(invoice);
    if (posted === null) return { ok: false, error: waitingFor(invoice) };
    invoices.push({ recordId: posted.recordId, amount, id: invoice.id });
  }
  const receivables = directory.receivables(invoices.map(({ recordId }) => recordId));
  const planned: PlannedApplication[] = [];
  for (const { recordId, amount, id } of invoices) {
    const receivable = receivables.get(recordId);
    if (receivable === undefined) {
      const gone = `Invoice "${id}" became the record with the internal id ${recordId}, which is not in NetSuite any more`;
      return { ok: false, error: applicationImpossible(gone) };
    }
    const name = `Invoice ${receivable.number} (internal id ${recordId})`;
    const difference = differenceOf(receivable, scope);
    if (difference !== null) return { ok: false, error: applicationImpossible(`${name} has ${difference}`) };
    const applied = compare(receivable.owed, amount) < 0 ? receivable.owed : amount;
    if (compare(applied, amount) < 0) {
      const rest = fixed(subtract(amount, applied), 2);
      notes.push(
        `${name} owes ${fixed(receivable.owed, 2)} ${currency}: of ${fixed(amount, 2)} ${currency} that the platform applied to it, ${rest} ${currency} stay unapplied`,
      );
    }
    if (!isZero(applied)) planned.push({ recordId, amount: applied });
  }
  return { ok: true, value: planned };
}

function differenceOf(invoice: Receivable, { customer, currency, account }: ApplicationScope): string | null {
  if (invoice.recordType !== 'invoice') return `the type ${invoice.recordType}`;
  const compared: readonly (readonly [what: string, held: string, wanted: string])[] = [
    ['customer', invoice.customer, customer],
    ['currency', invoice.currency, currency],
    ['A/R account', invoice.account, account],
  ];
  const found = compared.find(([, held, wanted]) => held !== '' && wanted !== '' && held !== wanted);
  return found === undefined ? null : `the ${found[0]} "${found[1]}", the credit memo "${found[2]}" (internal ids)`;
}
