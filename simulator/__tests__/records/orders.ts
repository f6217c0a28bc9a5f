import type { FieldValue, LineData, RecordData } from '../../src/records/data';
import { transformRecord } from '../../src/records/transformRecord';
import { administrator, type TestAccount } from './testAccount';

type Values = Record<string, FieldValue>;

/** Short forms for sales that are made from each other. */
export function orders(t: TestAccount) {
  /** A record with item lines that is not saved yet. */
  const sale = (type: string, entity: string, lines: readonly Values[], values: Values = {}): RecordData => {
    const record = t.create(type, { entity, ...values });
    for (const line of lines) t.addLine(record, 'item', line);
    return record;
  };
  const transform = (fromType: string, fromId: string, toType: string, defaultValues: Values = {}): RecordData =>
    transformRecord(t.account, administrator, { fromType, fromId, toType, isDynamic: false, defaultValues });
  const line = (record: RecordData, index = 0, sublist = 'item'): LineData => {
    const found = record.sublists[sublist]?.[index];
    if (!found) throw new Error(`No line ${index}`);
    return found;
  };
  /** Sets fields of a line as a script does. */
  const setLine = (record: RecordData, index: number, values: Values, sublist = 'item'): RecordData => {
    const target = line(record, index, sublist);
    Object.assign(target.fields, values);
    target.changed = [...(target.changed ?? []), ...Object.keys(values)];
    if (!record.changedSublists.includes(sublist)) record.changedSublists.push(sublist);
    return record;
  };
  /** Debits less credits by account number. */
  const impact = (id: string): Record<string, number> =>
    Object.fromEntries(
      t.store
        .all<{ acctnumber: string; amount: number }>(
          `SELECT a.acctnumber, ROUND(SUM(tal.amount), 2) AS amount FROM transactionaccountingline tal
           JOIN account a ON a.id = tal.account WHERE tal."transaction" = ? AND tal.posting = 'T'
           GROUP BY a.acctnumber ORDER BY a.acctnumber`,
          [id],
        )
        .map((row) => [row.acctnumber, row.amount]),
    );
  return { sale, transform, line, setLine, impact };
}
