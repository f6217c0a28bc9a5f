import { compare, decimal, divide, isZero, multiply, round, ZERO } from '../../documents/decimal';
import type { BilledDocument, InvoiceLine, TaxLine } from '../../documents/document';
import type { Result } from '../../documents/problem';
import type { Decimal } from '../../documents/values';
import type { ConnectionSettings } from '../../settings/settings';
import { FieldWriter } from '../fields';
import { AMOUNT_DECIMALS, RATE_DECIMALS, transactionLimits } from '../limits';
import type { Directory, PlannedLine, PostingProblem } from '../plan';
import { taxItemMissing, waitingFor } from '../problems';
import { findClassification } from '../references';
import { serviceDateFields } from './serviceDates';

const ONE = decimal(1);

/** NetSuite's field for a quantity ends before this; a larger one is billed as one unit. */
const TOO_MANY = decimal(10_000_000_000);

/** The price level Custom: without it a price of the item could replace the rate (section_N3658677). */
const CUSTOM_PRICE = '-1';

/** All lines of an invoice or credit memo: what was sold, then the tax. None is taxable, so that NetSuite computes no tax of its own. */
export function plannedLines(
  document: BilledDocument,
  directory: Directory,
  settings: ConnectionSettings,
  notes: string[],
): Result<readonly PlannedLine[], PostingProblem> {
  const lines: PlannedLine[] = [];
  for (const [position, line] of document.lines.entries()) {
    const planned = soldLine(line, directory, settings, new FieldWriter(notes, `Line ${position + 1}`));
    if (!planned.ok) return planned;
    lines.push(planned.value);
  }
  for (const tax of document.taxLines) {
    const planned = taxLine(tax, settings, new FieldWriter(notes, `Line ${lines.length + 1}`));
    if (!planned.ok) return planned;
    lines.push(planned.value);
  }
  return { ok: true, value: lines };
}

function soldLine(
  line: InvoiceLine,
  directory: Directory,
  settings: ConnectionSettings,
  writer: FieldWriter,
): Result<PlannedLine, PostingProblem> {
  const item = directory.document(line.item);
  if (item === null) return { ok: false, error: waitingFor(line.item) };
  const classification = findClassification(line.classification, directory, settings);
  if (!classification.ok) return classification;
  const { quantity, rate } = quantityAndRate(line);
  if (quantity !== line.quantity) writer.note(`Quantity ${line.quantity} written as ${quantity}`);
  const dates = serviceDateFields(settings.platform);
  const { fields } = writer
    .id('item', item.recordId)
    .decimal('quantity', quantity)
    .id('price', CUSTOM_PRICE)
    .decimal('rate', rate)
    .decimal('amount', line.amount)
    .text('description', 'Description', line.description, transactionLimits.description)
    .checked('istaxable', false)
    .id('class', classification.value.class)
    .id('department', classification.value.department)
    .id('location', classification.value.location)
    .date(dates.start, line.serviceStart)
    .date(dates.end, line.serviceEnd);
  return { ok: true, value: { fields } };
}

/** The tax item: by mapping of the tax code, else the one whose internal id the platform holds. */
function taxLine(tax: TaxLine, settings: ConnectionSettings, writer: FieldWriter): Result<PlannedLine, PostingProblem> {
  const item = settings.mapping('Tax Item', tax.taxCode) ?? tax.taxItem;
  if (item === null) return { ok: false, error: taxItemMissing(tax.taxCode) };
  const description = [tax.description, tax.rate].filter((part) => part !== null).join(', ');
  const { fields } = writer
    .id('item', item)
    .decimal('quantity', ONE)
    .id('price', CUSTOM_PRICE)
    .decimal('rate', tax.amount)
    .decimal('amount', tax.amount)
    .text('description', 'Description', description, transactionLimits.description)
    .checked('istaxable', false);
  return { ok: true, value: { fields } };
}

/**
 * Quantity and rate beside the amount, which alone decides what is posted. The unit price is the rate where it explains
 * the amount; where it does not (proration, tiers, discounts), the rate is amount by quantity, so that a reader can
 * multiply. An amount without a quantity, and a quantity that NetSuite cannot hold, are billed as one unit.
 */
export function quantityAndRate(line: Pick<InvoiceLine, 'quantity' | 'unitPrice' | 'amount'>): {
  readonly quantity: Decimal;
  readonly rate: Decimal;
} {
  const isOneUnit = (isZero(line.quantity) && !isZero(line.amount)) || compare(line.quantity, TOO_MANY) >= 0;
  if (isOneUnit) return { quantity: ONE, rate: line.amount };
  if (line.unitPrice !== null) {
    const rate = round(line.unitPrice, RATE_DECIMALS);
    if (compare(round(multiply(rate, line.quantity), AMOUNT_DECIMALS), line.amount) === 0) {
      return { quantity: line.quantity, rate };
    }
  }
  if (isZero(line.quantity)) return { quantity: line.quantity, rate: ZERO };
  return { quantity: line.quantity, rate: divide(line.amount, line.quantity, RATE_DECIMALS) };
}
