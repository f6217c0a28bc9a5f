import * as record from 'N/record';
import { compare, parseDecimal } from '../../documents/decimal';
import type { Decimal } from '../../documents/values';
import { userError } from '../../netsuite/scriptErrors';
import type { PlannedLine, RecordPlan } from '../plan';
import { STAMP_FIELDS } from '../recordGroups';
import { SAVE_OPTIONS, setFields, valueOf } from '../submit';
import type { PlannedApplication } from './applications';

/**
 * Writes a credit memo together with what it is applied to, by one save: it is never in the books without its
 * applications. It is built line by line (dynamic mode), because only then the list of what it can be applied to follows
 * its currency and A/R account. 10 units to create, 20 to save.
 * @throws RCRD_HAS_BEEN_CHANGED where an invoice owes less than was planned: somebody paid it in the meantime
 */
export function submitCreditMemo(plan: RecordPlan, transfer: number): string {
  const target = record.create({
    type: record.Type.CREDIT_MEMO,
    isDynamic: true,
    defaultValues: { ...plan.initialValues },
  });
  target.setValue({ fieldId: 'externalid', value: plan.externalId });
  const { entity: _entity, ...fields } = plan.fields;
  setFields(target, fields);
  for (const line of plan.sublists.item ?? []) addLine(target, line);
  applyTo(target, (plan.sublists.apply ?? []).map(applicationOf));
  target.setValue({ fieldId: STAMP_FIELDS.transaction, value: transfer });
  return String(target.save(SAVE_OPTIONS));
}

/**
 * Applies a credit memo that is in the books to more invoices: 20 units to save.
 * @returns internal id
 */
export function submitApplications(
  target: record.Record,
  applications: readonly PlannedApplication[],
  transfer: number,
): string {
  applyTo(target, applications);
  target.setValue({ fieldId: STAMP_FIELDS.transaction, value: transfer });
  return String(target.save(SAVE_OPTIONS));
}

/**
 * Applies all of a credit memo to one invoice, and to no other: 10 units to load, 20 to save.
 * @param memo internal id
 * @param invoice internal id
 * @returns internal id of the credit memo
 */
export function applyOnlyTo(memo: string, invoice: string, transfer: number): string {
  const target = record.load({ type: record.Type.CREDIT_MEMO, id: memo, isDynamic: false });
  const sublistId = 'apply';
  for (let line = 0; line < target.getLineCount({ sublistId }); line += 1) {
    const isIt = String(target.getSublistValue({ sublistId, fieldId: 'doc', line })) === invoice;
    const isApplied = target.getSublistValue({ sublistId, fieldId: 'apply', line }) === true;
    if (isIt !== isApplied) target.setSublistValue({ sublistId, fieldId: 'apply', line, value: isIt });
    if (isIt) {
      const due = target.getSublistValue({ sublistId, fieldId: 'due', line });
      target.setSublistValue({ sublistId, fieldId: 'amount', line, value: due });
    }
  }
  target.setValue({ fieldId: STAMP_FIELDS.transaction, value: transfer });
  return String(target.save(SAVE_OPTIONS));
}

/** Internal ids of the invoices that a loaded credit memo is applied to. */
export function appliedTo(target: record.Record): ReadonlySet<string> {
  const applied = new Set<string>();
  const sublistId = 'apply';
  for (let line = 0; line < target.getLineCount({ sublistId }); line += 1) {
    if (target.getSublistValue({ sublistId, fieldId: 'apply', line }) !== true) continue;
    applied.add(String(target.getSublistValue({ sublistId, fieldId: 'doc', line })));
  }
  return applied;
}

function addLine(target: record.Record, { fields }: PlannedLine): void {
  const sublistId = 'item';
  target.selectNewLine({ sublistId });
  for (const [fieldId, planned] of Object.entries(fields)) {
    target.setCurrentSublistValue({ sublistId, fieldId, value: valueOf(planned) });
  }
  target.commitLine({ sublistId });
}

function applyTo(target: record.Record, applications: readonly PlannedApplication[]): void {
  const sublistId = 'apply';
  for (const { recordId, amount } of applications) {
    const line = target.findSublistLineWithValue({ sublistId, fieldId: 'doc', value: recordId });
    const due = line < 0 ? null : parseDecimal(target.getSublistValue({ sublistId, fieldId: 'due', line }));
    if (due === null || compare(due, amount) < 0) throw owesLess(recordId, due, amount);
    const values: readonly (readonly [string, record.FieldValue])[] = [
      ['apply', true],
      ['amount', Number(amount)],
    ];
    if (!target.isDynamic) {
      for (const [fieldId, value] of values) target.setSublistValue({ sublistId, fieldId, line, value });
      continue;
    }
    target.selectLine({ sublistId, line });
    for (const [fieldId, value] of values) target.setCurrentSublistValue({ sublistId, fieldId, value });
    target.commitLine({ sublistId });
  }
}

function owesLess(recordId: string, due: Decimal | null, amount: Decimal): Error {
  return userError(
    'RCRD_HAS_BEEN_CHANGED',
    `Invoice ${recordId} (internal id) owes ${due ?? 'nothing'}, less than the ${amount} that were to be applied to it.`,
  );
}

function applicationOf({ fields }: PlannedLine): PlannedApplication {
  const { doc, amount } = fields;
  return {
    recordId: doc !== undefined && 'id' in doc ? doc.id : '',
    amount: (amount !== undefined && 'decimal' in amount ? amount.decimal : '0') as Decimal,
  };
}
