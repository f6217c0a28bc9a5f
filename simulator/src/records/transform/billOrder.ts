import type Big from 'big.js';
import { isPreferred } from '../../company/settings';
import type { Account } from '../../kernel/account';
import { NetSuiteError } from '../../kernel/errors';
import type { Caller } from '../../kernel/execution';
import type { RecordData } from '../data';
import { loadRecord } from '../loadRecord';
import { textIn } from '../recordType';
import type { TransformRequest } from '../requests';
import { linksFrom } from '../transaction/links';
import { type OrderLine, orderLines } from '../transaction/orderProgress';
import { continueSale, NOTHING } from './continueSale';

/**
 * An invoice or a cash sale of what is left to bill of a sales order (section_N1221414): of every open line what was
 * shipped and not billed yet, of services what was not billed; with the preference Invoice in Advance of Fulfillment all
 * that was not billed (section_N1219162, UNSHIPPEDINVOICES).
 *
 * Throws INVALID_INITIALIZE_REF for an order that is not approved, is closed or cancelled, or has nothing left to bill.
 */
export function billSalesOrder(account: Account, caller: Caller, request: TransformRequest): RecordData {
  return billOrder(account, caller, request, isPreferred(account, 'UNSHIPPEDINVOICES'), 'sales order');
}

/**
 * A credit memo or a cash refund of a return authorization: of what was received, with the preference Refund in Advance
 * of Return of all (section_N1305008, UNCRECEIVEDRTNAUTHS).
 */
export function refundReturn(account: Account, caller: Caller, request: TransformRequest): RecordData {
  return billOrder(account, caller, request, isPreferred(account, 'UNCRECEIVEDRTNAUTHS'), 'return authorization');
}

function billOrder(
  account: Account,
  caller: Caller,
  request: TransformRequest,
  inAdvance: boolean,
  label: string,
): RecordData {
  const source = loadOrder(account, caller, request, label);
  const lines = new Map(orderLines(account, Number(source.id)).map((line) => [String(line.id), line]));
  const billed = new Set(linksFrom(account, Number(source.id), 'OrdBill').map((link) => String(link.previousLine)));
  const left = (line: OrderLine): Big => {
    if (line.isClosed) return NOTHING;
    const due = inAdvance || !line.isMoved ? line.quantity : line.moved;
    return due.gt(line.billed) ? due.minus(line.billed) : NOTHING;
  };
  if (![...lines.values()].some((line) => line.counts && left(line).gt(0))) throw nothingToBill(label, request.fromId);
  const data = continueSale(account, caller, request, source, (line) => {
    const id = textIn(line.fields.line);
    const known = lines.get(id);
    if (!known) return NOTHING;
    if (known.counts) return left(known);
    return known.isClosed || billed.has(id) ? NOTHING : null;
  });
  // A discount as an amount is given once, with the first bill; one in per cent with every bill (assumed).
  if (billed.size > 0 && typeof data.fields.discountrate === 'number') {
    data.fields.discountitem = null;
    data.fields.discountrate = null;
  }
  return data;
}

/** An order that can be continued. Throws INVALID_INITIALIZE_REF for one that is not approved, closed or cancelled. */
export function loadOrder(account: Account, caller: Caller, request: TransformRequest, label: string): RecordData {
  const { fromType: type, fromId: id } = request;
  const source = loadRecord(account, caller, { type, id, isDynamic: false, defaultValues: {} });
  const row = account.store.get<{ status: string; voided: string }>(
    'SELECT status, voided FROM "transaction" WHERE id = ?',
    [Number(source.id)],
  );
  if (row === null || row.voided === 'T' || ['A', 'C', 'H'].includes(row.status)) throw nothingToBill(label, id);
  return source;
}

export function nothingToBill(label: string, id: string): NetSuiteError {
  return new NetSuiteError(
    'INVALID_INITIALIZE_REF',
    `You have an invalid ${label} ${id} or the order is already billed (closed)`,
  );
}
