import type { CreditMemoDocument, InvoiceDocument } from '../../documents/document';
import type { Result } from '../../documents/problem';
import type { ConnectionSettings } from '../../settings/settings';
import { FieldWriter } from '../fields';
import { transactionLimits } from '../limits';
import type { Directory, PlannedLine, PostedRecord, PostingProblem } from '../plan';
import { currencyMismatch, currencyNotFound, waitingFor } from '../problems';
import { findClassification, findCurrency } from '../references';
import { plannedLines } from './lines';
import { openPeriodOf, postingPeriod } from './period';
import { moneyProblem } from './totals';

/** What invoices and credit memos have in common, as it would be written. */
export interface BilledPlan {
  /** Internal ids. */
  readonly customer: PostedRecord;
  readonly currency: string;
  /** Fields of the body; a kind writes its own besides. */
  readonly record: FieldWriter;
  readonly lines: readonly PlannedLine[];
  readonly notes: string[];
}

/**
 * Plans what invoices and credit memos have in common. Customer, currency and items are checked before anything else;
 * the tax is posted as item lines and nothing is taxable, so the total is the platform's. The plan of one that is posted
 * says what the record is to hold, whatever its period.
 * @param existing the NetSuite record that the document became earlier; null for none
 */
export function planBilled(
  document: InvoiceDocument | CreditMemoDocument,
  directory: Directory,
  settings: ConnectionSettings,
  existing: PostedRecord | null,
): Result<BilledPlan, PostingProblem> {
  const customer = directory.document(document.customer);
  if (customer === null) return { ok: false, error: waitingFor(document.customer) };
  const found = findCurrency(document.currency, directory, settings);
  if (!found.ok) return found;
  const currency = found.value;
  if (currency === null) return { ok: false, error: currencyNotFound(document.currency) };
  if (!canBeBilledIn(customer, currency)) {
    return { ok: false, error: currencyMismatch(document.currency, customer.recordId) };
  }
  const problem = moneyProblem(document);
  if (problem !== null) return { ok: false, error: problem };

  const notes: string[] = [];
  const lines = plannedLines(document, directory, settings, notes);
  if (!lines.ok) return lines;
  const period =
    existing === null ? postingPeriod(document.date, directory, settings) : openPeriodOf(document.date, directory);
  if (!period.ok) return period;
  const classification = findClassification(document.classification, directory, settings);
  if (!classification.ok) return classification;

  const record = new FieldWriter(notes)
    .id('entity', customer.recordId)
    .id('subsidiary', customer.subsidiary)
    .id('currency', currency)
    .date('trandate', document.date)
    .id('postingperiod', period.value.period?.id ?? null)
    .text('memo', 'Memo', document.memo, transactionLimits.memo)
    .id('account', settings.receivablesAccount)
    .id('class', classification.value.class)
    .id('department', classification.value.department)
    .id('location', classification.value.location);
  if (settings.numbering.transaction === 'Source Number') {
    record.text(
      'tranid',
      `${document.kind === 'invoice' ? 'Invoice' : 'Credit Memo'} Number`,
      document.number,
      transactionLimits.tranid,
    );
  }
  if (period.value.note !== null) record.note(period.value.note);
  return { ok: true, value: { customer, currency, record, lines: lines.value, notes } };
}

/** A customer without a currency is one of an account with a single currency. */
function canBeBilledIn(customer: PostedRecord, currency: string): boolean {
  return customer.currency === null || [customer.currency, ...(customer.otherCurrencies ?? [])].includes(currency);
}
