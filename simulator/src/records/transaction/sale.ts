import { money } from '../../accounting/money';
import type { Account } from '../../kernel/account';
import { nextNumber } from '../../store/sequence';
import type { SqlValue } from '../../store/store';
import type { RecordData } from '../data';
import { recordStock } from '../inventory/recordStock';
import { documentNumber } from '../numbering';
import { type FieldChange, type Kept, type RecordContext, textIn } from '../recordType';
import { recordRevenue } from '../revenue/recordRevenue';
import { userError } from '../validation';
import { completeTransactionAddresses, readTransactionAddresses, writeTransactionAddresses } from './addresses';
import { checkClosedPeriod } from './closedPeriod';
import { readContinuation, writeContinuation } from './continuation';
import { itemsOn, readItemLines } from './itemLines';
import { planSale, type SalePlan } from './plan';
import { checkClassifications, checkPeriod, checkSubsidiary, checkTaxCodes, requireLines } from './rules';
import { completeBody, sourceBody } from './sourceBody';
import { sourceItemLine } from './sourceLine';
import { statusKey, statusName } from './statuses';
import { requireStockLocations } from './stockLocations';
import { completeTotals } from './totals';
import { writeLines } from './writeLines';

/** What tells one kind of sale with an item sublist from the others. */
export interface SaleKind {
  /** Record type, `salesorder`. */
  readonly recordType: string;
  /** Code of `transaction.type`, `SalesOrd`. */
  readonly code: string;
  /** Abbreviation of `transaction.abbrevtype`. */
  readonly abbreviation: string;
  readonly label: string;
  /** 1 for a sale, -1 for what takes one back. */
  readonly sign: 1 | -1;
  /** False for orders, which do not change the general ledger. */
  readonly isPosting: boolean;
  /** Account of the main line. */
  readonly mainAccount: (context: RecordContext, data: RecordData) => number;
}

/** Fields that a copy does not take over. */
const UNCOPIED = `tranid transactionnumber trandate postingperiod exchangerate createddate lastmodifieddate createdfrom
  status statusref`.split(/\s+/);
const UNCOPIED_IN_LINES = `line lineuniquekey id orderdoc orderline isclosed quantitybilled quantityfulfilled
  quantityreceived`.split(/\s+/);

export function readSale(context: RecordContext, data: RecordData, id: number, kind: SaleKind): void {
  data.sublists.item = readItemLines(context, id, kind.sign);
  readTransactionAddresses(context, data, id);
  readContinuation(context, data, id);
  completeBody(context.account, data);
  showStatus(context.account, data, kind, id);
}

/** Status as text and as key: `Pending Billing` and `pendingBilling`. */
export function showStatus(account: Account, data: RecordData, kind: { readonly code: string }, id: number): void {
  const row = account.store.get<{ status: string | null }>('SELECT status FROM "transaction" WHERE id = ?', [id]);
  data.fields.status = statusName(kind.code, row?.status ?? null);
  data.fields.statusref = statusKey(data.fields.status);
}

export function copySale(context: RecordContext, data: RecordData): void {
  for (const fieldId of UNCOPIED) if (fieldId in data.fields) data.fields[fieldId] = null;
  for (const line of data.sublists.item ?? []) {
    for (const fieldId of UNCOPIED_IN_LINES) if (fieldId in line.fields) line.fields[fieldId] = null;
  }
  completeBody(context.account, data);
}

export function sourceSale(context: RecordContext, data: RecordData, change: FieldChange, kept: Kept): void {
  if (change.sublistId === 'item') sourceItemLine(context, data, change, kept);
  else if (change.sublistId === undefined) sourceBody(context, data, change, kept);
}

export function completeSale(context: RecordContext, data: RecordData): void {
  completeBody(context.account, data);
  completeTransactionAddresses(data);
  completeTotals(context.account, data);
}

/** The checks of every sale, and its number. Returns what would be posted. */
export function validateSale(
  context: RecordContext,
  data: RecordData,
  stored: RecordData | null,
  kind: SaleKind,
): SalePlan {
  requireLines(data);
  checkSubsidiary(context, data);
  checkClassifications(context, data);
  checkTaxCodes(context, data);
  const plan = planSale(context, data, kind.mainAccount(context, data), kind.sign);
  if (plan.totals.total.lt(0)) throw userError('The total cannot be negative.');
  if (kind.isPosting) requireStockLocations(context, data);
  if (kind.isPosting && !checkClosedPeriod(context, data, stored, plan)) checkPeriod(context, data);
  const given = textIn(data.fields.tranid) || null;
  const before = stored === null ? null : textIn(stored.fields.tranid) || null;
  data.fields.tranid = documentNumber(context.account, kind.recordType, given, before);
  return plan;
}

/** Columns of a transaction's row that are no fields. */
export function transactionColumns(
  { account }: RecordContext,
  data: RecordData,
  stored: RecordData | null,
  kind: Omit<SaleKind, 'mainAccount' | 'sign'>,
): Record<string, SqlValue> {
  const number =
    stored === null
      ? `${kind.code.toUpperCase()}${nextNumber(account.store, `transactionnumber:${kind.code}`)}`
      : textIn(stored.fields.transactionnumber);
  return {
    type: kind.code,
    recordtype: kind.recordType,
    abbrevtype: kind.abbreviation,
    transactionnumber: number,
    trandisplayname: `${kind.label} #${textIn(data.fields.tranid) || number}`,
    posting: kind.isPosting ? 'T' : 'F',
    ...(stored === null ? { voided: 'F', void: 'F', isreversal: 'F' } : {}),
  };
}

/** The same for a sale, with its total; a sale that is taken back has a negative one, as in SuiteQL. */
export function saleColumns(
  context: RecordContext,
  data: RecordData,
  stored: RecordData | null,
  kind: SaleKind,
): Record<string, SqlValue> {
  return {
    ...transactionColumns(context, data, stored, kind),
    foreigntotal: money(data.fields.total).times(kind.sign).toNumber(),
  };
}

export function writeSale(context: RecordContext, data: RecordData, id: number, kind: SaleKind): void {
  const plan = planSale(context, data, kind.mainAccount(context, data), kind.sign);
  writeLines(context, data, plan, id, null, kind.isPosting);
  writeTransactionAddresses(context, data, id);
  writeContinuation(context, data, id);
  recordStock(context.account, id, itemsOn(data));
  recordRevenue(context.account, id);
}
