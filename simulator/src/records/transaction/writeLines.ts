import type Big from 'big.js';
import { addEntries, type LedgerEntry, writeLedger } from '../../accounting/ledger';
import { insertRow } from '../../store/insert';
import { nextNumber, nextNumbers } from '../../store/sequence';
import type { SqlValue } from '../../store/store';
import type { RecordData } from '../data';
import { keyIn, type RecordContext } from '../recordType';
import { toColumn } from '../values/columns';
import { customerOf } from './customerOf';
import { itemSublist } from './itemLines';
import { isPercent } from './lineAmounts';
import type { PlannedLine, SalePlan } from './plan';

/** Names of `transactionline.transactionlinetype`. */
const LINE_TYPES: Readonly<Record<PlannedLine['kind'], string | null>> = {
  main: null,
  item: 'ITEM',
  discount: 'DISCOUNT',
  tax: 'TAX',
  account: null,
};

/**
 * Replaces the lines of a transaction and what they post. Item lines that were there keep their ids and unique keys.
 *
 * The id that a line of the item sublist got is set as its field `line`.
 *
 * @param open what is still unpaid of the main line, in transaction and in base currency; null for what is never paid
 * @param posting false for orders, which keep the accounts of their lines without posting to them
 */
export function writeLines(
  context: RecordContext,
  data: RecordData,
  plan: Pick<SalePlan, 'sign' | 'exchangeRate' | 'lines'>,
  transaction: number,
  open: { readonly foreign: Big; readonly base: Big } | null,
  posting = true,
): void {
  const { store, clock } = context.account;
  const now = new Date(clock.now()).toISOString();
  const before = data.id === null ? new Map<number, number>() : storedLines(context, transaction);
  const keys = new Map([...before].map(([uniqueKey, id]) => [id, uniqueKey]));
  if (before.size > 0) store.run('DELETE FROM transactionline WHERE "transaction" = ?', [transaction]);
  let lastId = Math.max(0, ...before.values());
  // A new transaction takes the numbers of all its lines at once.
  let ahead = before.size === 0 ? nextNumbers(store, 'transactionline', plan.lines.length) : null;
  const newKey = (): number => (ahead === null ? nextNumber(store, 'transactionline') : ahead++);
  const entries: LedgerEntry[] = [];
  plan.lines.forEach((line, index) => {
    const isMain = line.kind === 'main';
    const known = isMain ? (keys.get(0) ?? null) : keyIn(line.line?.fields.lineuniquekey);
    const knownId = known === null ? undefined : before.get(known);
    const id = isMain ? 0 : (line.id ?? knownId ?? ++lastId);
    const sameId = line.id === undefined ? undefined : keys.get(line.id);
    const uniqueKey = sameId ?? (knownId === undefined ? newKey() : known);
    const columns = line.line ? itemColumns(context, line, plan.sign) : bodyColumns(data);
    Object.assign(columns, amountColumns(line, open?.foreign ?? null), {
      transaction,
      id,
      uniquekey: uniqueKey,
      linesequencenumber: index,
      mainline: isMain ? 'T' : 'F',
      taxline: line.kind === 'tax' ? 'T' : 'F',
      iscogs: 'F',
      isclosed: line.line?.fields.isclosed === true ? 'T' : 'F',
      isbillable: 'F',
      isrevrectransaction: 'F',
      donotdisplayline: line.kind === 'item' || isMain ? 'F' : 'T',
      transactionlinetype: LINE_TYPES[line.kind],
      itemsublist: line.kind === 'item' ? 'item' : null,
      expenseaccount: line.account,
      entity: customerOf(data),
      subsidiary: keyIn(data.fields.subsidiary),
      createdfrom: keyIn(data.fields.createdfrom),
      linelastmodifieddate: now,
    });
    insertRow(store, 'transactionline', columns);
    if (line.line) line.line.fields.line = String(id);
    entries.push({ line: id, account: line.account, amount: line.base, unpaid: isMain ? (open?.base ?? null) : null });
  });
  const write = before.size > 0 ? writeLedger : addEntries;
  write(context.account, transaction, entries, plan.exchangeRate, now, posting);
}

/** Ids of the lines that a transaction has, by their unique keys. */
function storedLines({ account }: RecordContext, transaction: number): Map<number, number> {
  const rows = account.store.all<{ id: number; uniquekey: number }>(
    'SELECT id, uniquekey FROM transactionline WHERE "transaction" = ?',
    [transaction],
  );
  return new Map(rows.map((row) => [row.uniquekey, row.id]));
}

function itemColumns(context: RecordContext, { line }: PlannedLine, sign: 1 | -1): Record<string, SqlValue> {
  const definition = context.definition.sublists.get('item') ?? itemSublist;
  const columns: Record<string, SqlValue> = {};
  for (const field of definition.fields.values()) {
    if (field.column !== undefined) columns[field.column] = toColumn(field, line?.fields[field.id]);
  }
  const { quantity, rate } = line?.fields ?? {};
  columns.quantity = typeof quantity === 'number' ? -sign * quantity : null;
  columns.rate = typeof rate === 'number' ? rate : null;
  columns.rateamount = typeof rate === 'number' ? rate : null;
  columns.ratepercent = isPercent(rate) ? Number(String(rate).replace('%', '')) : null;
  return columns;
}

function amountColumns(line: PlannedLine, open: Big | null): Record<string, SqlValue> {
  const foreign = line.foreign.toNumber();
  const isMain = line.kind === 'main';
  return {
    foreignamount: foreign,
    netamount: line.base.toNumber(),
    debitforeignamount: line.foreign.gt(0) ? foreign : null,
    creditforeignamount: line.foreign.lt(0) ? -foreign : null,
    foreignamountunpaid: isMain && open ? open.toNumber() : null,
    foreignamountpaid: isMain && open ? line.foreign.minus(open).toNumber() : null,
    ...(line.item === undefined ? {} : { item: line.item, itemtype: 'Discount' }),
    ...(line.taxCode === undefined
      ? {}
      : { taxcode: line.taxCode, itemtype: 'TaxItem', ratepercent: line.rate?.toNumber() ?? null }),
  };
}

/** Main, discount and tax lines are classified as the body is. */
function bodyColumns(data: RecordData): Record<string, SqlValue> {
  return {
    class: keyIn(data.fields.class),
    department: keyIn(data.fields.department),
    location: keyIn(data.fields.location),
    memo: data.fields.memo === undefined || data.fields.memo === null ? null : String(data.fields.memo),
  };
}
