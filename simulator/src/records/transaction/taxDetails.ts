import Big from 'big.js';
import { money, rounded, sum } from '../../accounting/money';
import { taxCode } from '../../accounting/taxes';
import type { Account } from '../../kernel/account';
import type { SqlValue } from '../../store/store';
import type { LineData, RecordData } from '../data';
import type { SublistDefinition } from '../definition';
import { amount, field, select, sublist, text, textArea } from '../fieldList';
import { keyIn, lineOf, type RecordContext, textIn } from '../recordType';
import { invalidKey, isEmpty, missingValues, userError } from '../validation';
import { fromColumn, toColumn } from '../values/columns';
import { itemLines } from './itemLines';
import { transactionDecimals } from './lineAmounts';

/** Tax of one code over the whole transaction, in its currency. */
export interface TaxAmount {
  readonly code: number;
  readonly rate: Big;
  readonly account: number;
  readonly amount: Big;
}

/** The Tax Details subtab of SuiteTax (section_4283867856); ids by SuiteTalk's `TaxDetails`. */
export const taxDetailsSublist: SublistDefinition = sublist('taxdetails', 'Tax Details', [
  text('taxdetailsreference', 'Tax Details Reference', 50, { mandatory: true }),
  text('linetype', 'Line Type', 50, { readOnly: true }),
  text('linename', 'Name', 300, { readOnly: true }),
  amount('netamount', 'Net Amount', { readOnly: true }),
  amount('grossamount', 'Gross Amount', { readOnly: true }),
  select('taxtype', 'Tax Type', 'taxtype', { mandatory: true }),
  select('taxcode', 'Tax Code', 'salestaxitem', { mandatory: true }),
  amount('taxbasis', 'Tax Basis', { mandatory: true }),
  field('taxrate', 'Tax Rate', 'percent', { mandatory: true }),
  amount('taxamount', 'Tax Amount', { mandatory: true }),
  textArea('calcdetail', 'Details', 4000),
]);

/** Lines of the sublist `taxdetails`. */
export function taxDetails(data: RecordData): LineData[] {
  return data.sublists.taxdetails ?? [];
}

/** Gives every item line that has none a reference, which its tax details name; unique in the transaction (assumed form). */
export function completeReferences(data: RecordData): void {
  const taken = new Set(itemLines(data).map((line) => textIn(line.fields.taxdetailsreference)));
  for (const [index, line] of itemLines(data).entries()) {
    if (!isEmpty(line.fields.taxdetailsreference)) continue;
    let number = index + 1;
    while (taken.has(`LINE_${number}`)) number += 1;
    line.fields.taxdetailsreference = `LINE_${number}`;
    taken.add(`LINE_${number}`);
  }
}

/** Fills what follows from the line that a tax detail names: its type, name, net and gross amount. */
export function completeTaxDetails(account: Account, data: RecordData): void {
  const decimals = transactionDecimals(account, data);
  const lines = byReference(data);
  for (const detail of taxDetails(data)) {
    const line = lines.get(textIn(detail.fields.taxdetailsreference));
    const item = keyIn(line?.fields.item);
    const net = money(line?.fields.amount);
    detail.fields.linetype = 'Item';
    detail.fields.linename =
      item === null
        ? null
        : textIn(account.store.get<{ itemid: string }>('SELECT itemid FROM item WHERE id = ?', [item])?.itemid);
    if (!isEmpty(detail.fields.taxamount)) {
      detail.fields.taxamount = rounded(money(detail.fields.taxamount), decimals).toNumber();
    }
    detail.fields.netamount = net.toNumber();
    detail.fields.grossamount = net.plus(money(detail.fields.taxamount)).toNumber();
  }
  for (const [reference, line] of lines) {
    const own = taxDetails(data).filter((detail) => textIn(detail.fields.taxdetailsreference) === reference);
    const tax = sum(own.map((detail) => money(detail.fields.taxamount)));
    line.fields.taxamount = tax.toNumber();
    line.fields.grossamt = money(line.fields.amount).plus(tax).toNumber();
  }
}

/**
 * Tax details that a script gives have to be complete (section_4283867856: all tax information fields are required), to
 * name a line of the transaction, and a tax code of the tax type, which a tax code cannot change (section_4283869397).
 * The words for the last two are assumed.
 */
export function checkTaxDetails(account: Account, data: RecordData): void {
  const lines = byReference(data);
  if (lines.size < itemLines(data).length) throw userError('The Tax Details Reference of each line must be unique.');
  for (const detail of taxDetails(data)) {
    const missing = [...taxDetailsSublist.fields.values()]
      .filter((each) => each.mandatory && isEmpty(detail.fields[each.id]))
      .map((each) => each.label);
    if (missing.length > 0) throw missingValues(missing);
    const { taxdetailsreference, taxtype, taxcode } = detail.fields;
    if (!lines.has(textIn(taxdetailsreference))) throw invalidKey('taxdetailsreference', taxdetailsreference);
    const code = taxCode(account, keyIn(taxcode) ?? 0);
    if (code === null || code.type !== keyIn(taxtype)) {
      throw invalidKey('taxcode', taxcode, `taxtype ${textIn(taxtype)}`);
    }
  }
}

function byReference(data: RecordData): Map<string, LineData> {
  return new Map(itemLines(data).map((line) => [textIn(line.fields.taxdetailsreference), line]));
}

/** What the tax details come to by tax code; each posts to the account of its tax type. */
export function detailAmounts(account: Account, data: RecordData): TaxAmount[] {
  const amounts = new Map<number, TaxAmount>();
  for (const detail of taxDetails(data)) {
    const known = taxCode(account, keyIn(detail.fields.taxcode) ?? 0);
    if (known === null) continue;
    const before = amounts.get(known.id)?.amount ?? new Big(0);
    const rate = isEmpty(detail.fields.taxrate) ? known.rate : money(textIn(detail.fields.taxrate).replace('%', ''));
    const total = before.plus(money(detail.fields.taxamount));
    amounts.set(known.id, { code: known.id, rate, account: known.account, amount: total });
  }
  return [...amounts.values()];
}

export function readTaxDetails({ account }: RecordContext, transaction: number): LineData[] {
  return account.store
    .all('SELECT * FROM taxdetail WHERE "transaction" = ? ORDER BY line', [transaction])
    .map((row) => {
      const line = lineOf({});
      for (const each of taxDetailsSublist.fields.values()) line.fields[each.id] = fromColumn(each, row[each.id]);
      return line;
    });
}

/** Replaces the tax details of a transaction. */
export function writeTaxDetails({ account }: RecordContext, data: RecordData, transaction: number): void {
  const { store } = account;
  store.run('DELETE FROM taxdetail WHERE "transaction" = ?', [transaction]);
  taxDetails(data).forEach((detail, index) => {
    const fields = [...taxDetailsSublist.fields.values()];
    const values: SqlValue[] = fields.map((each) => toColumn(each, detail.fields[each.id]));
    store.run(
      `INSERT INTO taxdetail ("transaction", line, ${fields.map((each) => each.id).join(', ')})
       VALUES (?, ?, ${fields.map(() => '?').join(', ')})`,
      [transaction, index + 1, ...values],
    );
  });
}
