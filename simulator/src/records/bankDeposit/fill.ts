import { decimalsOf } from '../../accounting/currencies';
import { money, sum } from '../../accounting/money';
import { baseCurrency, rootSubsidiary } from '../../accounting/subsidiaries';
import { isFeatureInEffect } from '../../company/settings';
import type { LineData, RecordData } from '../data';
import { type Kept, keyIn, lineOf, type RecordContext, sourceField } from '../recordType';
import { TRANSACTION_TYPES } from '../transaction/statuses';
import { fromColumn } from '../values/columns';
import { dateOfIso } from '../values/dates';
import { amountInBank, undepositedMoney } from './undeposited';

/** Lines of the sublist `payment`: all money that could be deposited, ticked where it is part of this deposit. */
export function paymentLines({ account }: RecordContext, deposit: number | null): LineData[] {
  return undepositedMoney(account, deposit).map((item) =>
    lineOf({
      deposit: deposit !== null && item.deposit === deposit,
      id: String(item.transaction),
      lineid: item.line,
      docdate: dateOfIso(item.date),
      docnumber: item.number,
      type: TRANSACTION_TYPES[item.type] ?? item.type,
      entity: item.entity === null ? null : String(item.entity),
      currency: String(item.currency),
      transactionamount: item.foreign.toNumber(),
      paymentamount: null,
      memo: item.memo,
    }),
  );
}

/** Reads the stored lines back into the sublists. */
export function readDepositLines(context: RecordContext, data: RecordData, id: number): void {
  data.sublists.payment = paymentLines(context, id);
  const stored = context.account.store.all(
    'SELECT * FROM transactionline WHERE "transaction" = ? AND itemsublist IS NOT NULL ORDER BY linesequencenumber',
    [id],
  );
  for (const sublist of ['other', 'cashback'] as const) {
    const fields = context.definition.sublists.get(sublist)?.fields ?? new Map();
    data.sublists[sublist] = stored
      .filter((row) => row.itemsublist === sublist)
      .map((row) => {
        const line = lineOf({});
        for (const each of fields.values()) {
          line.fields[each.id] = each.column === undefined ? null : fromColumn(each, row[each.column]);
        }
        line.fields.amount = money(row.foreignamount).abs().toNumber();
        return line;
      });
  }
  for (const line of data.sublists.payment) {
    if (line.fields.deposit !== true) continue;
    const row = stored.find(
      (each) => each.itemsublist === 'payment' && String(each.createdfrom) === String(line.fields.id),
    );
    if (!row) continue;
    line.fields.line = String(row.id);
    line.fields.lineuniquekey = String(row.uniquekey);
    line.fields.paymentamount = -Number(row.foreignamount);
  }
}

/**
 * The bank account gives the currency, and the subsidiary where it belongs to one (section_N1542431); an account that
 * several subsidiaries share leaves that to the ticked payments (assumed).
 */
export function sourceBank({ account }: RecordContext, data: RecordData, kept: Kept): void {
  const bank = keyIn(data.fields.account);
  if (bank === null) return;
  const row = account.store.get<{ currency: number | null; subsidiary: string | null }>(
    'SELECT currency, subsidiary FROM account WHERE id = ?',
    [bank],
  );
  const subsidiaries = (row?.subsidiary ?? '').split(', ').filter(Boolean);
  const [only] = subsidiaries;
  if (subsidiaries.length === 1 && only) sourceField(data, kept, 'subsidiary', only);
  if (row?.currency) sourceField(data, kept, 'currency', String(row.currency));
}

/** Fills what follows from the ticked payments: the subsidiary, their amounts in the bank's currency, the total. */
export function completeDeposit({ account }: RecordContext, data: RecordData): void {
  const ticked = (data.sublists.payment ?? []).filter((line) => line.fields.deposit === true);
  const found = new Map(
    undepositedMoney(account, data.id === null ? null : Number(data.id)).map((item) => [
      `${item.transaction}/${item.line}`,
      item,
    ]),
  );
  const items = ticked.map((line) => found.get(`${String(line.fields.id)}/${String(line.fields.lineid)}`));
  const isOneWorld = isFeatureInEffect(account, 'SUBSIDIARIES');
  data.fields.subsidiary ??= String((isOneWorld ? items[0]?.subsidiary : null) ?? rootSubsidiary(account));
  const subsidiary = keyIn(data.fields.subsidiary) ?? rootSubsidiary(account);
  const base = baseCurrency(account, subsidiary);
  data.fields.currency ??= String(base);
  const currency = keyIn(data.fields.currency) ?? base;
  ticked.forEach((line, index) => {
    const item = items[index];
    if (!item || typeof line.fields.paymentamount === 'number') return;
    line.fields.paymentamount = amountInBank(item, currency, base, decimalsOf(account, currency))?.toNumber() ?? null;
  });
  const amounts = (sublist: string): number[] =>
    (data.sublists[sublist] ?? []).map((line) => Number(line.fields.amount ?? 0));
  const total = sum([
    ...ticked.map((line) => money(line.fields.paymentamount)),
    ...amounts('other').map(money),
    ...amounts('cashback').map((each) => money(each).times(-1)),
  ]);
  data.fields.total = total.toNumber();
}
