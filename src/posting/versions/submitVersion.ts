import * as record from 'N/record';
import type { RecordPlan } from '../plan';
import { STAMP_FIELDS } from '../recordGroups';
import { SAVE_OPTIONS, setFields, setLine } from '../submit';
import { bodyEdit, type HeldRecord } from './differences';

/** A stored transaction that was loaded to be compared with a plan, and perhaps changed. */
export interface LoadedTransaction {
  readonly target: record.Record;
  readonly held: HeldRecord;
}

/** Loads a transaction: 10 units. */
export function loadTransaction(type: string, id: string): LoadedTransaction {
  const target = record.load({ type, id, isDynamic: false });
  const held: HeldRecord = {
    field: (fieldId) => target.getValue({ fieldId }),
    lineCount: (sublistId) => target.getLineCount({ sublistId }),
    lineField: (sublistId, line, fieldId) => target.getSublistValue({ sublistId, line, fieldId }),
  };
  return { target, held };
}

/**
 * Makes a loaded transaction what the plan says, by one save of 20 units: fields of the body that differ, and all lines
 * anew, because neither platform says which line of before a line is.
 * @param transfer the transfer that writes it, its stamp
 * @returns internal id
 */
export function submitEdit({ target, held }: LoadedTransaction, plan: RecordPlan, transfer: number): string {
  const { fields, cleared } = bodyEdit(plan, held);
  setFields(target, fields);
  for (const fieldId of cleared) target.setValue({ fieldId, value: '' });
  for (const [sublistId, lines] of Object.entries(plan.sublists)) {
    for (let line = target.getLineCount({ sublistId }) - 1; line >= 0; line -= 1)
      target.removeLine({ sublistId, line });
    for (const [line, planned] of lines.entries()) setLine(target, sublistId, line, planned);
  }
  target.setValue({ fieldId: STAMP_FIELDS.transaction, value: transfer });
  return String(target.save(SAVE_OPTIONS));
}

/**
 * Makes the credit memo of an invoice that takes all of it back: 10 units to transform, 20 to save. Made from it, it has
 * the invoice's lines and exchange rate (bridgehead_N1428017); it is applied to this invoice alone.
 * @param invoice internal id
 * @returns internal id
 */
export function submitReversal(plan: RecordPlan, invoice: string, transfer: number): string {
  const target = record.transform({
    fromType: record.Type.INVOICE,
    fromId: Number(invoice),
    toType: plan.recordType,
    isDynamic: false,
  });
  target.setValue({ fieldId: 'externalid', value: plan.externalId });
  setFields(target, plan.fields);
  const sublistId = 'apply';
  for (let line = 0; line < target.getLineCount({ sublistId }); line += 1) {
    const isInvoice = String(target.getSublistValue({ sublistId, fieldId: 'doc', line })) === invoice;
    const isApplied = target.getSublistValue({ sublistId, fieldId: 'apply', line }) === true;
    if (isInvoice !== isApplied) target.setSublistValue({ sublistId, fieldId: 'apply', line, value: isInvoice });
  }
  target.setValue({ fieldId: STAMP_FIELDS.transaction, value: transfer });
  return String(target.save(SAVE_OPTIONS));
}
