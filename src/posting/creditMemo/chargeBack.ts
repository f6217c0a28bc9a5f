import { compare, decimal, parseDecimal } from '../../documents/decimal';
import { fromDate } from '../../netsuite/dates';
import { transactionLimits } from '../limits';
import type { PlannedFields, PlannedLine, PlannedValue, RecordPlan } from '../plan';
import type { HeldRecord } from '../versions/differences';
import { linkNames } from '../versions/linkNames';
import type { StandingRecord } from '../versions/standing';

/** Fields of a line that the invoice takes over, in the order in which they are written. */
const LINE_IDS: readonly string[] = ['item', 'price', 'class', 'department', 'location'];
const LINE_AMOUNTS: readonly string[] = ['quantity', 'rate', 'amount'];
const LINE_DATES: readonly string[] = [
  'custcol_obc_service_start',
  'custcol_obc_service_end',
  'custcol_nue_start_date',
  'custcol_nue_end_date',
];
const BODY_IDS: readonly string[] = ['account', 'class', 'department', 'location'];

/**
 * What keeps a credit memo from being charged back in full, in words; null where nothing does. In a closed period it cannot
 * be saved (section_N1452509), so it could not be applied to the invoice that takes it back. Pure.
 */
export function reasonAgainstChargeBack(current: StandingRecord): string | null {
  if (current.recordType !== 'creditmemo')
    return `the connector charges back credit memos alone, and its type is ${current.recordType}`;
  if (current.isPeriodLocked) {
    return `its period ${current.periodName} is closed, so that it cannot be applied to the invoice that would take it back`;
  }
  return current.links.length === 0 ? null : `${linkNames(current.links)} was made from it`;
}

/**
 * The invoice that takes a credit memo back (DESIGN 8): its lines, day, period, A/R account and exchange rate, so that nothing of
 * both is left in any account. Pure.
 * @param held the credit memo
 */
export function planChargeBack(current: StandingRecord, held: HeldRecord, externalId: string): RecordPlan {
  const memo = `Charges back credit memo ${current.number}, cancelled in the billing platform`;
  const rate = parseDecimal(held.field('exchangerate'));
  return {
    action: 'create',
    recordType: 'invoice',
    recordId: null,
    externalId,
    initialValues: {},
    fields: {
      entity: { id: current.entity },
      ...ids(['subsidiary'], held.field),
      ...(current.currency === '' ? {} : { currency: { id: current.currency } }),
      trandate: { date: current.date },
      postingperiod: { id: current.period },
      ...(rate === null ? {} : { exchangerate: { decimal: rate } }),
      memo: { text: memo.slice(0, transactionLimits.memo) },
      ...ids(BODY_IDS, held.field),
    },
    sublists: { item: Array.from({ length: held.lineCount('item') }, (_, line) => lineOf(held, line)) },
    expected: { total: magnitude(current.total), currency: current.currency, entity: current.entity },
    notes: [],
  };
}

/** What the invoice does not take back of the credit memo, in words; null where both cancel each other out. Pure. */
export function chargeBackProblem(current: StandingRecord, invoice: StandingRecord): string | null {
  const name = `invoice ${invoice.number} (internal id ${invoice.recordId}), which charges it back,`;
  if (compare(decimal(invoice.total), magnitude(current.total)) !== 0) {
    return `${name} comes to ${invoice.total}, the credit memo to ${magnitude(current.total)}`;
  }
  return compare(decimal(invoice.unpaid || '0'), decimal('0')) === 0 ? null : `${name} still owes ${invoice.unpaid}`;
}

function lineOf(held: HeldRecord, line: number): PlannedLine {
  const value = (field: string): unknown => held.lineField('item', line, field);
  const amounts = LINE_AMOUNTS.flatMap((field): [string, PlannedValue][] => {
    const amount = parseDecimal(value(field));
    return amount === null ? [] : [[field, { decimal: amount }]];
  });
  const dates = LINE_DATES.flatMap((field): [string, PlannedValue][] => {
    const date = value(field);
    return date instanceof Date ? [[field, { date: fromDate(date) }]] : [];
  });
  const { item, price, ...classification } = ids(LINE_IDS, value);
  const description = value('description');
  const fields: PlannedFields = {
    ...(item === undefined ? {} : { item }),
    // The price level first: it would replace the rate.
    ...(price === undefined ? {} : { price }),
    ...Object.fromEntries(amounts),
    ...(typeof description === 'string' && description !== '' ? { description: { text: description } } : {}),
    istaxable: { checked: false },
    ...classification,
    ...Object.fromEntries(dates),
  };
  return { fields };
}

function ids(names: readonly string[], read: (field: string) => unknown): Record<string, { readonly id: string }> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const id = read(name);
      return id === null || id === undefined || id === '' ? [] : [[name, { id: String(id) }]];
    }),
  );
}

/** SuiteQL shows credits as negative totals. */
function magnitude(total: string) {
  return decimal(total.replace(/^-/, ''));
}
