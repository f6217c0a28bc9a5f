import { fixed } from '../documents/decimal';
import type { BillingDocument, DocumentReference } from '../documents/document';
import type { CalendarDate, CurrencyCode, Decimal } from '../documents/values';
import type { AccountMapping, Cause, ListMapping } from './causes';
import type { PostingProblem } from './plan';

/** Every code with which planning can stop, and what it stands for. Sentences with values are made below. */
export const postingProblemCodes = {
  WAITING_FOR_DOCUMENT: 'Another document must be posted first; this one follows by itself.',
  SUBSIDIARY_NOT_FOUND: 'The document names a subsidiary that NetSuite does not have.',
  CURRENCY_NOT_FOUND: 'NetSuite has no active currency with the document’s code.',
  CURRENCY_MISMATCH: 'The customer cannot be billed in the document’s currency.',
  CURRENCY_PRECISION: 'The currency has more decimals than NetSuite keeps.',
  TERM_NOT_FOUND: 'NetSuite has no payment term of that name.',
  CLASSIFICATION_NOT_FOUND: 'NetSuite has no class, department or location of that full name.',
  ACCOUNT_NOT_FOUND: 'NetSuite has no account of that name.',
  ACCOUNT_INACTIVE: 'The account is inactive.',
  ACCOUNT_TYPE: 'The account is of a type that cannot take what would be posted to it.',
  INCOME_ACCOUNT_MISSING: 'No income account is chosen for items of this kind.',
  NAME_MISSING: 'A person has no name that NetSuite would take.',
  TAX_ITEM_MISSING: 'No NetSuite item stands for the tax code.',
  PERIOD_MISSING: 'No accounting period holds the date.',
  PERIOD_CLOSED: 'The accounting period is closed, and settings say to ask.',
  PERIOD_REJECTED: 'The accounting period is closed, and settings say to reject.',
  NO_OPEN_PERIOD: 'The accounting period is closed, and no later one is open.',
  TOTAL_MISMATCH: 'What would be posted does not sum to the document’s total.',
  CHANGED_AFTER_POSTING: 'The document was changed in the billing platform after it was posted.',
  CANCELLATION_BLOCKED:
    'The document was cancelled in the billing platform, and something in NetSuite stands in the way.',
  REVERSAL_INCOMPLETE: 'A credit memo that reverses an invoice does not take back all of it.',
  APPLICATION_IMPOSSIBLE: 'The credit memo cannot be applied to an invoice that the platform applied it to.',
  RECORD_DELETED: 'The record that the document became was deleted in NetSuite.',
  EARLIER_RECORDS_AMBIGUOUS: 'Several records that were in NetSuite before carry the document’s ID.',
  EARLIER_RECORD_DIFFERS: 'The record that was in NetSuite before and carries the document’s ID is another one.',
  EARLIER_RECORD_TAKEN: 'The record that carries the document’s ID stands for another document already.',
  LINK_FIELD_NOT_FOUND: 'The field by which records from before are to be linked cannot be searched.',
} as const;

export type PostingProblemCode = keyof typeof postingProblemCodes;

function actionNeeded(code: PostingProblemCode, message: string, remedy: string, cause?: Cause): PostingProblem {
  return { reason: 'Action Needed', code, message, remedy, waitsFor: null, ...(cause === undefined ? {} : { cause }) };
}

export function waitingFor(reference: DocumentReference): PostingProblem {
  return {
    reason: 'Waiting',
    code: 'WAITING_FOR_DOCUMENT',
    message: `Waits for the ${reference.kind} "${reference.id}", which is not in NetSuite yet.`,
    remedy: `Send the ${reference.kind} "${reference.id}", or correct it if its own transfer needs action.`,
    waitsFor: reference,
  };
}

export function subsidiaryNotFound(path: string): PostingProblem {
  return actionNeeded(
    'SUBSIDIARY_NOT_FOUND',
    `Subsidiary is "${path}", and NetSuite has no subsidiary of that full name.`,
    'Correct the subsidiary in the billing platform (levels joined by " : "), or add a Subsidiary mapping for it.',
    { what: 'list', kind: 'Subsidiary', name: path },
  );
}

export function currencyNotFound(code: CurrencyCode): PostingProblem {
  return actionNeeded(
    'CURRENCY_NOT_FOUND',
    `Currency is ${code}, and NetSuite has no active currency with that symbol.`,
    `Add ${code} under Lists > Accounting > Currencies, or add a Currency mapping for it.`,
    { what: 'list', kind: 'Currency', name: code },
  );
}

export function currencyMismatch(code: CurrencyCode, customer: string): PostingProblem {
  return actionNeeded(
    'CURRENCY_MISMATCH',
    `Currency is ${code}, in which the NetSuite customer (internal id ${customer}) cannot be billed.`,
    `Add ${code} to the Currencies of the customer, or correct the currency in the billing platform.`,
    { what: 'customer currency', kind: customer, name: code },
  );
}

export function currencyPrecision(code: CurrencyCode, field: string, amount: Decimal): PostingProblem {
  return actionNeeded(
    'CURRENCY_PRECISION',
    `${field} is ${amount} ${code}, and NetSuite keeps two decimals of an amount.`,
    'Bill amounts of at most two decimals in this currency.',
  );
}

export function termNotFound(name: string): PostingProblem {
  return actionNeeded(
    'TERM_NOT_FOUND',
    `Payment term is "${name}", and NetSuite has no term of that name.`,
    'Add the term under Setup > Accounting > Accounting Lists, or add a Term mapping for it.',
    { what: 'list', kind: 'Term', name },
  );
}

const CLASSIFICATION_MAPPINGS: Readonly<Record<'class' | 'department' | 'location', ListMapping>> = {
  class: 'Class',
  department: 'Department',
  location: 'Location',
};

export function classificationNotFound(kind: 'class' | 'department' | 'location', path: string): PostingProblem {
  return actionNeeded(
    'CLASSIFICATION_NOT_FOUND',
    `${capital(kind)} is "${path}", and NetSuite has no ${kind} of that full name.`,
    `Correct the ${kind} in the billing platform (levels joined by " : "), or add a ${capital(kind)} mapping for it.`,
    { what: 'list', kind: CLASSIFICATION_MAPPINGS[kind], name: path },
  );
}

export function accountNotFound(field: AccountMapping, name: string): PostingProblem {
  return actionNeeded(
    'ACCOUNT_NOT_FOUND',
    `${field} is "${name}", and NetSuite has no account of that number or full name.`,
    `Correct the account in the billing platform, or add an ${field} mapping for it.`,
    { what: 'account', kind: field, name },
  );
}

export function accountInactive(field: AccountMapping, name: string): PostingProblem {
  return actionNeeded(
    'ACCOUNT_INACTIVE',
    `${field} is "${name}", and that account is inactive in NetSuite.`,
    `Make the account active, or add an ${field} mapping to another one.`,
    { what: 'account', kind: field, name },
  );
}

export function accountType(field: AccountMapping, name: string, type: string, wanted: string): PostingProblem {
  return actionNeeded(
    'ACCOUNT_TYPE',
    `${field} is "${name}", which is an account of the type ${type}; ${wanted}.`,
    `Correct the account in the billing platform, or add an ${field} mapping to another one.`,
    { what: 'mapping', kind: field, name },
  );
}

export function incomeAccountMissing(item: string, category: string): PostingProblem {
  return actionNeeded(
    'INCOME_ACCOUNT_MISSING',
    `Income Account of item "${item}" is empty: it names none, and none is chosen for items of the kind ${category}.`,
    'Choose the income account in the settings of the connection.',
    { what: 'setting', name: `incomeAccounts.${category}` },
  );
}

export function nameMissing(customer: string): PostingProblem {
  return actionNeeded(
    'NAME_MISSING',
    `Last Name of customer "${customer}" is empty, and NetSuite needs one of a person.`,
    'Give the person a last name in the billing platform, or make the customer a company.',
  );
}

export function taxItemMissing(taxCode: string): PostingProblem {
  return actionNeeded(
    'TAX_ITEM_MISSING',
    `Tax Code is "${taxCode}", and no NetSuite item stands for it.`,
    'Make a non-inventory item for sale for the tax, and add a Tax Item mapping from the tax code to it.',
    { what: 'mapping', kind: 'Tax Item', name: taxCode },
  );
}

export function periodMissing(date: CalendarDate): PostingProblem {
  return actionNeeded(
    'PERIOD_MISSING',
    `Date is ${date}, and no accounting period holds that day.`,
    'Set up the accounting periods of that year under Setup > Accounting > Manage Accounting Periods.',
    { what: 'period', name: date },
  );
}

export function periodClosed(date: CalendarDate, period: string): PostingProblem {
  return actionNeeded(
    'PERIOD_CLOSED',
    `Date is ${date}, and the accounting period ${period} is closed for receivables.`,
    'Reopen the period and retry, or let the settings of the connection choose the first open period.',
    { what: 'period', name: date },
  );
}

export function periodRejected(date: CalendarDate, period: string): PostingProblem {
  return actionNeeded(
    'PERIOD_REJECTED',
    `Date is ${date}; the accounting period ${period} is closed, and the settings reject documents of closed periods.`,
    'Cancel the transfer, and bill the document in an open period in the billing platform.',
    { what: 'period', name: date },
  );
}

export function noOpenPeriod(date: CalendarDate, period: string): PostingProblem {
  return actionNeeded(
    'NO_OPEN_PERIOD',
    `Date is ${date}; the accounting period ${period} is closed, and no later period is open.`,
    'Open an accounting period under Setup > Accounting > Manage Accounting Periods.',
    { what: 'period', name: date },
  );
}

export function totalMismatch(planned: Decimal, total: Decimal, currency: CurrencyCode): PostingProblem {
  return actionNeeded(
    'TOTAL_MISMATCH',
    `Total is ${fixed(total, 2)} ${currency}, but the lines would sum to ${fixed(planned, 2)} ${currency}.`,
    'Send the document again with all of its lines and taxes.',
  );
}

/** A document as people know it: `invoice "INV-7"`, `credit memo "CM-2"`. */
export function nameOf({ kind, number }: Pick<BillingDocument, 'kind' | 'number'>): string {
  return `${kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} "${number}"`;
}

/**
 * A newer version that can neither be written in the posted record nor by reversing it.
 * @param what the document, `invoice "INV-7"`
 * @param reason what stands in the way: `customer payment 12 is applied to it`
 */
export function changedAfterPosting(what: string, recordId: string, reason: string): PostingProblem {
  return actionNeeded(
    'CHANGED_AFTER_POSTING',
    `${capital(what)} was changed after it was posted (internal id ${recordId}), but ${reason}; NetSuite still shows the earlier version.`,
    'Take away what stands in the way (unapply the payment or credit) and retry, or make the change in NetSuite by hand and mark this transfer as transferred.',
  );
}

/** A cancellation that cannot be worked off; `reason` as in {@link changedAfterPosting}. */
export function cancellationBlocked(what: string, recordId: string, reason: string): PostingProblem {
  return actionNeeded(
    'CANCELLATION_BLOCKED',
    `The ${what} was cancelled in the billing platform (internal id ${recordId}), but ${reason}.`,
    'End in NetSuite what stands in the way (unapply the payment, or credit the document in full by hand); then retry.',
  );
}

export function reversalIncomplete(reversal: string, invoice: string, reason: string): PostingProblem {
  return actionNeeded(
    'REVERSAL_INCOMPLETE',
    `Credit memo ${reversal} (internal id) reverses invoice ${invoice} (internal id), but ${reason}.`,
    'Apply the credit memo to all of the invoice in NetSuite; then retry.',
  );
}

/** @param invoice with what differs: `Invoice INV-1 (internal id 12) has the customer "7", the credit memo "8"` */
export function applicationImpossible(invoice: string): PostingProblem {
  return actionNeeded(
    'APPLICATION_IMPOSSIBLE',
    `${invoice}: the credit memo cannot be applied to it.`,
    'Correct the invoice in NetSuite or what the credit memo is applied to in the billing platform; then retry.',
  );
}

export function recordDeleted(what: string, recordId: string): PostingProblem {
  return actionNeeded(
    'RECORD_DELETED',
    `The ${what} became the record with the internal id ${recordId}, which is not in NetSuite any more.`,
    'Cancel this transfer if that is right; else enter the document in NetSuite by hand and mark this transfer with it.',
  );
}

export function earlierRecordsAmbiguous(id: string, records: readonly string[]): PostingProblem {
  return actionNeeded(
    'EARLIER_RECORDS_AMBIGUOUS',
    `The ID "${id}" stands on ${records.length} records that were in NetSuite before: ${records.join(', ')}.`,
    'Take the ID from all of them but the right one and retry, or mark this transfer as transferred with the right one.',
  );
}

export function earlierRecordDiffers(record: string, differences: readonly string[]): PostingProblem {
  return actionNeeded(
    'EARLIER_RECORD_DIFFERS',
    `${record} was in NetSuite before and carries the document’s ID, but ${differences.join('; ')}.`,
    'Correct the record or its ID in NetSuite; then retry.',
  );
}

export function earlierRecordTaken(id: string, record: string, transfer: number): PostingProblem {
  return actionNeeded(
    'EARLIER_RECORD_TAKEN',
    `${record} carries the ID "${id}", but stands for the document of transfer ${transfer} already.`,
    'Take the ID from the record if the documents are different ones, so that this one is posted; then retry.',
  );
}

export function linkFieldNotFound(field: string, message: string): PostingProblem {
  return actionNeeded(
    'LINK_FIELD_NOT_FOUND',
    `Records from before are to be found by the field "${field}", which cannot be searched: ${message}`,
    'Correct the link field in the settings of the connection, or let the connector’s role see it; then retry.',
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
