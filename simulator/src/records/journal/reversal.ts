import { defaultPeriod } from '../../accounting/periods';
import { cloneData } from '../cloneData';
import type { FieldValue, RecordData } from '../data';
import { documentNumber } from '../numbering';
import { keyIn, type RecordContext, type RecordType, textIn } from '../recordType';
import { readRecord, writeRow } from '../rows';
import { removeTransaction } from '../transaction/remove';
import { userError } from '../validation';
import { isoDate } from '../values/dates';
import { journalLines } from './journalLines';

type TypeContext = RecordContext & { readonly type: RecordType };

/** A reversing journal is the original's: it cannot be edited or deleted by itself (section_N1471552). */
export function refuseReversal(stored: RecordData | null): void {
  if (stored?.fields.isreversal === true) {
    throw userError('A reversing journal entry cannot be changed. Change the journal entry that it reverses.');
  }
}

/**
 * Brings the reversing journal up to date with the original (section_N1471552): lines with sides exchanged, the same
 * exchange rate, dated and posted on the reversal date, approved when the original is. It is there as long as the
 * original has a reversal date; where Defer Entry is checked, from that date on. Until then it can be moved or taken back
 * as if there were none.
 */
export function writeReversal(
  context: TypeContext,
  data: RecordData,
  id: number,
  write: (reversing: RecordData, id: number) => void,
): void {
  const { account, type } = context;
  const before = keyIn(data.fields.reversal);
  const date = data.fields.reversaldate;
  if (!(date instanceof Date) || isDeferred(context, data, date)) {
    if (before !== null) removeReversal(context, before);
    link(context, id, null);
    data.fields.reversal = null;
    return;
  }
  const stored = before === null ? null : readRecord(context, type, String(before));
  const reversing = reversalOf(context, data, date, stored);
  reversing.fields.reversal = String(id);
  reversing.fields.tranid = documentNumber(account, type.id, null, textIn(stored?.fields.tranid) || null);
  const reversingId = writeRow(context, type, reversing, stored);
  write(reversing, reversingId);
  link(context, id, reversingId);
  data.fields.reversal = String(reversingId);
}

/** True while the day of a deferred reversal is still to come. */
function isDeferred({ account }: RecordContext, data: RecordData, date: Date): boolean {
  return data.fields.reversaldefer === true && isoDate(date) > isoDate(new Date(account.clock.now()));
}

/** Deletes the reversing journal with its original. */
export function removeReversal(context: TypeContext, reversing: number): void {
  const stored = readRecord(context, context.type, String(reversing));
  removeTransaction(context, stored, reversing);
  context.account.store.run('DELETE FROM "transaction" WHERE id = ?', [reversing]);
}

function link({ account }: RecordContext, id: number, reversing: number | null): void {
  account.store.run('UPDATE "transaction" SET reversal = ? WHERE id = ?', [reversing, id]);
}

function reversalOf(context: RecordContext, data: RecordData, date: Date, stored: RecordData | null): RecordData {
  const { account } = context;
  const reversing = cloneData(data);
  const today = isoDate(new Date(account.clock.now()));
  reversing.id = stored?.id ?? null;
  Object.assign(reversing.fields, {
    trandate: date,
    postingperiod: String(defaultPeriod(account, isoDate(date), today).id),
    reversaldate: null,
    reversaldefer: false,
    isreversal: true,
    externalid: null,
    transactionnumber: stored?.fields.transactionnumber ?? null,
  } satisfies Record<string, FieldValue>);
  const keys = (stored === null ? [] : journalLines(stored)).map((line) => line.fields.lineuniquekey ?? null);
  journalLines(reversing).forEach((line, index) => {
    const { debit, credit } = line.fields;
    line.fields.debit = credit ?? null;
    line.fields.credit = debit ?? null;
    line.fields.lineuniquekey = keys[index] ?? null;
  });
  return reversing;
}
