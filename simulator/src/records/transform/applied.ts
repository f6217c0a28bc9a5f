import { money } from '../../accounting/money';
import type { Account } from '../../kernel/account';
import { NetSuiteError } from '../../kernel/errors';
import type { Caller } from '../../kernel/execution';
import { type Applying, fillLines } from '../application/lines';
import { recordContext } from '../catalogue';
import { newRecord, setDefaultValues } from '../createRecord';
import type { FieldValue, LineData, RecordData } from '../data';
import { loadRecord } from '../loadRecord';
import type { TransformRequest } from '../requests';
import { fillTexts } from '../texts';
import { creditMemoApplying } from '../types/creditMemo';
import { paymentApplying } from '../types/customerPayment';
import { refundApplying } from '../types/customerRefund';
import { depositApplying, fillFromDeposit } from '../types/depositApplication';
import { continueSale } from './continueSale';

type Values = Readonly<Record<string, FieldValue>>;

/**
 * A credit memo of an invoice: all of its lines, at its exchange rate (bridgehead_N1428017), applied to it as far as it
 * is open. That the lines are all of them and the application is by default is from public scripts.
 */
export function creditInvoice(account: Account, caller: Caller, request: TransformRequest): RecordData {
  const invoice = load(account, caller, request);
  const all = (line: LineData) => {
    const quantity = money(line.fields.quantity);
    return quantity.eq(0) ? null : quantity;
  };
  const data = continueSale(account, caller, request, invoice, all);
  const context = recordContext(account, caller, request.toType);
  data.fields.account = invoice.fields.account ?? null;
  if (request.defaultValues.exchangerate === undefined) data.fields.exchangerate = invoice.fields.exchangerate ?? null;
  fillLines(context, data, creditMemoApplying);
  tick(data, 'apply', request.fromId);
  context.type.complete?.(context, data, null);
  fillTexts(context, data);
  return data;
}

/** A payment of a customer, applied to nothing yet. */
export function payCustomer(account: Account, caller: Caller, request: TransformRequest): RecordData {
  const customer = load(account, caller, request);
  return made(account, caller, request, { customer: customer.id }, {});
}

/** A payment of an invoice: what is due of it. Throws INVALID_INITIALIZE_REF where nothing is (section_N3539978). */
export function payInvoice(account: Account, caller: Caller, request: TransformRequest): RecordData {
  const invoice = load(account, caller, request);
  if (!money(invoice.fields.amountremaining).gt(0)) {
    throw new NetSuiteError(
      'INVALID_INITIALIZE_REF',
      `Can not initialize customerPayment: invalid invoice reference ${request.fromId}.`,
    );
  }
  const aracct = invoice.fields.account ?? null;
  return made(account, caller, request, { customer: invoice.fields.entity ?? null }, { ...place(invoice), aracct }, [
    { applying: paymentApplying, sublist: 'apply', doc: request.fromId },
  ]);
}

/** An application of a deposit to invoices; which ones is for the script to tick. */
export function applyDeposit(account: Account, caller: Caller, request: TransformRequest): RecordData {
  const deposit = load(account, caller, request);
  const context = recordContext(account, caller, request.toType);
  const data = newRecord(context, { isDynamic: request.isDynamic, defaultValues: {} });
  Object.assign(data.fields, { customer: deposit.fields.customer ?? null, ...place(deposit) });
  fillFromDeposit(context, data, Number(request.fromId));
  context.type.complete?.(context, data, null);
  if (!money(data.fields.unapplied).gt(0)) throw invalidReference(request);
  fillLines(context, data, depositApplying);
  return finished(account, caller, request, data);
}

/** A refund of what is left of a deposit. */
export function refundDeposit(account: Account, caller: Caller, request: TransformRequest): RecordData {
  const deposit = load(account, caller, request);
  return made(account, caller, request, { customer: deposit.fields.customer ?? null }, place(deposit), [
    { applying: refundApplying, sublist: 'deposit', doc: request.fromId },
  ]);
}

/** A refund of what is unapplied of a payment. */
export function refundPayment(account: Account, caller: Caller, request: TransformRequest): RecordData {
  const payment = load(account, caller, request);
  const from = { ...place(payment), aracct: payment.fields.aracct ?? null };
  return made(account, caller, request, { customer: payment.fields.customer ?? null }, from, [
    { applying: refundApplying, sublist: 'apply', doc: request.fromId },
  ]);
}

interface Tick {
  readonly applying: Applying;
  readonly sublist: 'apply' | 'deposit';
  readonly doc: string;
}

function made(
  account: Account,
  caller: Caller,
  request: TransformRequest,
  defaults: Values,
  fields: Values,
  ticks: readonly Tick[] = [],
): RecordData {
  const context = recordContext(account, caller, request.toType);
  const data = newRecord(context, { isDynamic: request.isDynamic, defaultValues: defaults });
  data.changedFields = [];
  Object.assign(data.fields, fields);
  if ('currency' in fields) data.fields.exchangerate = null;
  context.type.complete?.(context, data, null);
  for (const { applying, sublist, doc } of ticks) {
    fillLines(context, data, applying);
    if (!tick(data, sublist, doc)) throw invalidReference(request);
  }
  context.type.complete?.(context, data, null);
  return finished(account, caller, request, data);
}

function finished(account: Account, caller: Caller, request: TransformRequest, data: RecordData): RecordData {
  const context = recordContext(account, caller, request.toType);
  setDefaultValues(context, data, request.defaultValues);
  context.type.complete?.(context, data, null);
  fillTexts(context, data);
  return data;
}

/** Ticks the line of a transaction; what it takes is worked out with the rest. False where there is no such line. */
function tick(data: RecordData, sublist: 'apply' | 'deposit', doc: string): boolean {
  const line = (data.sublists[sublist] ?? []).find((each) => each.fields.doc === doc);
  if (line) line.fields.apply = true;
  return line !== undefined;
}

function place(source: RecordData): Values {
  const {
    subsidiary = null,
    currency = null,
    class: classification = null,
    department = null,
    location = null,
  } = source.fields;
  return { subsidiary, currency, class: classification, department, location };
}

function load(account: Account, caller: Caller, { fromType: type, fromId: id }: TransformRequest): RecordData {
  return loadRecord(account, caller, { type, id, isDynamic: false, defaultValues: {} });
}

function invalidReference({ toType, fromId }: TransformRequest): NetSuiteError {
  return new NetSuiteError('INVALID_INITIALIZE_REF', `You can not initialize ${toType}: invalid reference ${fromId}.`);
}
