import { insertRow } from '../../store/insert';
import { nextNumber } from '../../store/sequence';
import type { RecordData } from '../data';
import { keyIn, type RecordContext, textIn } from '../recordType';
import { toColumn } from '../values/columns';
import { adjustmentLines, adjustmentSublist } from './adjustmentLines';

/** Replaces the lines of an adjustment. What they post is written with the stock that they move. */
export function writeAdjustmentLines({ account, definition }: RecordContext, data: RecordData, id: number): void {
  const { store, clock } = account;
  const fields = [...(definition.sublists.get('inventory') ?? adjustmentSublist).fields.values()];
  const before = new Map(
    store
      .all<{ id: number; uniquekey: number }>('SELECT id, uniquekey FROM transactionline WHERE "transaction" = ?', [id])
      .map((row) => [row.id, row.uniquekey]),
  );
  store.run('DELETE FROM transactionline WHERE "transaction" = ?', [id]);
  const common = {
    transaction: id,
    taxline: 'F',
    iscogs: 'F',
    isclosed: 'F',
    isbillable: 'F',
    isrevrectransaction: 'F',
    donotdisplayline: 'F',
    subsidiary: keyIn(data.fields.subsidiary),
    entity: keyIn(data.fields.customer),
    foreignamount: 0,
    netamount: 0,
    linelastmodifieddate: new Date(clock.now()).toISOString(),
  } as const;
  const key = (line: number): number => before.get(line) ?? nextNumber(store, 'transactionline');
  insertRow(store, 'transactionline', {
    ...common,
    id: 0,
    uniquekey: key(0),
    linesequencenumber: 0,
    mainline: 'T',
    expenseaccount: keyIn(data.fields.account),
    memo: textIn(data.fields.memo) || null,
    class: keyIn(data.fields.class),
    department: keyIn(data.fields.department),
    location: keyIn(data.fields.adjlocation),
  });
  let last = Math.max(0, ...before.keys());
  adjustmentLines(data).forEach((line, index) => {
    const known = keyIn(line.fields.line);
    const lineId = known !== null && before.has(known) ? known : ++last;
    line.fields.line = String(lineId);
    const columns = fields
      .filter((each) => each.column !== undefined)
      .map((each) => [each.column ?? each.id, toColumn(each, line.fields[each.id])] as const);
    insertRow(store, 'transactionline', {
      ...Object.fromEntries(columns),
      ...common,
      id: lineId,
      uniquekey: key(lineId),
      linesequencenumber: index + 1,
      mainline: 'F',
      itemsublist: 'inventory',
      transactionlinetype: 'ITEM',
      itemtype: 'InvtPart',
    });
  });
}
