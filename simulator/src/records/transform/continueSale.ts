import Big from 'big.js';
import { money, rounded } from '../../accounting/money';
import type { Account } from '../../kernel/account';
import type { Caller } from '../../kernel/execution';
import { recordContext } from '../catalogue';
import { createRecord, setDefaultValues } from '../createRecord';
import type { LineData, RecordData } from '../data';
import type { FieldDefinition } from '../definition';
import { lineOf } from '../recordType';
import type { TransformRequest } from '../requests';
import { fillTexts } from '../texts';
import { transactionDecimals } from '../transaction/lineAmounts';

/** Body fields that a transaction takes over from the one that it is made from, where both have them. */
const BODY = `entity subsidiary currency terms class department location memo otherrefnum message email salesrep
  excludecommission startdate enddate billaddresslist shipaddresslist billaddress shipaddress discountitem discountrate
  istaxable taxitem taxrate paymentmethod`.split(/\s+/);

/** Fields of lines that belong to the line itself. */
const OWN = new Set(
  `line lineuniquekey id orderdoc orderline isclosed quantitybilled quantityfulfilled quantityreceived grossamt`.split(
    /\s+/,
  ),
);

/** How many of a line the new transaction takes; null for a line without a quantity that goes along, 0 for none. */
export type Remaining = (line: LineData) => Big | null;

/**
 * A new transaction that continues a stored one, not stored yet (section_4267258715): body fields, addresses, custom
 * fields that both have, and the lines with what remains of them. Its date is today and its exchange rate that of its
 * date (assumed: Oracle says only that the currency is the order's, section_N1221414).
 */
export function continueSale(
  account: Account,
  caller: Caller,
  request: TransformRequest,
  source: RecordData,
  remaining: Remaining,
): RecordData {
  const { toType, isDynamic, defaultValues } = request;
  const data = createRecord(account, caller, {
    type: toType,
    isDynamic,
    defaultValues: { entity: source.fields.entity ?? null },
  });
  const context = recordContext(account, caller, toType);
  const from = recordContext(account, caller, source.type).definition;
  for (const fieldId of [...BODY, ...shared(from.fields, context.definition.fields)]) {
    if (from.fields.has(fieldId) && context.definition.fields.has(fieldId)) {
      data.fields[fieldId] = source.fields[fieldId] ?? null;
    }
  }
  data.fields.createdfrom = source.id;
  data.fields.exchangerate = null;
  data.subrecords = Object.fromEntries(
    Object.entries(source.subrecords).map(([field, record]) => [field, { ...record, id: null }]),
  );
  const lineFields = context.definition.sublists.get('item')?.fields ?? new Map<string, FieldDefinition>();
  data.sublists.item = (source.sublists.item ?? []).flatMap((line) => {
    const quantity = remaining(line);
    if (quantity?.eq(0)) return [];
    return [continuedLine(account, source, line, quantity, lineFields)];
  });
  // What is taken over counts as it is: nothing is to be sourced again from the customer or the items.
  data.changedFields = [];
  context.type.source?.(context, data, { fieldId: 'terms' }, () => false);
  context.type.complete?.(context, data, null);
  setDefaultValues(context, data, defaultValues);
  fillTexts(context, data);
  return data;
}

function shared(from: ReadonlyMap<string, FieldDefinition>, to: ReadonlyMap<string, FieldDefinition>): string[] {
  return [...from.values()].filter((field) => field.custom && to.has(field.id)).map((field) => field.id);
}

function continuedLine(
  account: Account,
  source: RecordData,
  line: LineData,
  quantity: Big | null,
  fields: ReadonlyMap<string, FieldDefinition>,
): LineData {
  const taken = lineOf({});
  for (const fieldId of fields.keys()) if (!OWN.has(fieldId)) taken.fields[fieldId] = line.fields[fieldId] ?? null;
  taken.fields.orderdoc = source.id;
  taken.fields.orderline = line.fields.line ?? null;
  const whole = money(line.fields.quantity);
  if (quantity === null || whole.eq(0) || quantity.eq(whole)) return taken;
  const decimals = transactionDecimals(account, source);
  const { rate, amount } = line.fields;
  const share = typeof rate === 'number' ? quantity.times(money(rate)) : money(amount).times(quantity).div(whole);
  taken.fields.quantity = quantity.toNumber();
  taken.fields.amount = rounded(share, decimals).toNumber();
  taken.fields.tax1amt = null;
  return taken;
}

export const NOTHING = new Big(0);
