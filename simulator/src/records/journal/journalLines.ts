import { money, rounded } from '../../accounting/money';
import type { LineData, RecordData } from '../data';
import type { SublistDefinition } from '../definition';
import { amount, field, select, sublist, textArea } from '../fieldList';
import { keyIn, lineOf, type RecordContext } from '../recordType';
import { transactionDecimals } from '../transaction/lineAmounts';
import { fromColumn } from '../values/columns';

const sourcing = { sourcing: true } as const;

/** Lines of a journal entry (Records Browser: journalentry, line). */
export const journalSublist: SublistDefinition = sublist('line', 'Lines', [
  select('account', 'Account', 'account', { mandatory: true, column: 'expenseaccount' }),
  amount('debit', 'Debit', { column: 'debitforeignamount', ...sourcing }),
  amount('credit', 'Credit', { column: 'creditforeignamount', ...sourcing }),
  textArea('memo', 'Memo', 4000),
  select('entity', 'Name', 'entity'),
  select('department', 'Department', 'department'),
  select('class', 'Class', 'classification'),
  select('location', 'Location', 'location'),
  field('line', 'Line ID', 'text', { readOnly: true, column: 'id' }),
  field('lineuniquekey', 'Line Unique Key', 'text', { readOnly: true, column: 'uniquekey' }),
]);

/** Lines of the journal, in their order. */
export function journalLines(data: RecordData): LineData[] {
  return data.sublists.line ?? [];
}

export function readJournalLines(context: RecordContext, transaction: number): LineData[] {
  const definition = context.definition.sublists.get('line') ?? journalSublist;
  return context.account.store
    .all(`SELECT * FROM transactionline WHERE "transaction" = ? AND itemsublist = 'line' ORDER BY linesequencenumber`, [
      transaction,
    ])
    .map((row) => {
      const line = lineOf({});
      for (const each of definition.fields.values()) {
        line.fields[each.id] = each.column === undefined ? null : fromColumn(each, row[each.column]);
      }
      return line;
    });
}

/** Rounds amounts, gives lines the classification of the body where they have none, and adds up both sides. */
export function completeJournal({ account }: RecordContext, data: RecordData): void {
  const decimals = transactionDecimals(account, data);
  let [debits, credits] = [money(0), money(0)];
  for (const line of journalLines(data)) {
    for (const side of ['debit', 'credit']) {
      const value = line.fields[side];
      line.fields[side] = value === null || value === undefined ? null : rounded(money(value), decimals).toNumber();
    }
    debits = debits.plus(money(line.fields.debit));
    credits = credits.plus(money(line.fields.credit));
    for (const fieldId of ['class', 'department', 'location']) {
      if (keyIn(line.fields[fieldId]) === null) line.fields[fieldId] = data.fields[fieldId] ?? null;
    }
  }
  data.fields.debittotal = debits.toNumber();
  data.fields.credittotal = credits.toNumber();
}
