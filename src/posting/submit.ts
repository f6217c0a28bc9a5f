import * as record from 'N/record';
import { toDate } from '../netsuite/dates';
import type { PlannedFields, PlannedLine, PlannedValue, RecordPlan } from './plan';
import { type RecordGroup, STAMP_FIELDS } from './recordGroups';

/** So a record is saved: NetSuite fills what follows from what is set, and nothing that is mandatory may be missing. */
export const SAVE_OPTIONS = { enableSourcing: true, ignoreMandatoryFields: false } as const;

/**
 * Writes a planned record: create or load, then one save. A transaction costs 30 units, a customer or item 15.
 * @param transfer internal id of the transfer that writes it; stays on the record as the connector's stamp, by which its
 *   own saves are told from other people's, and this version of the document from others
 * @returns the record's internal id
 */
export function submitPlan(plan: RecordPlan, group: RecordGroup, transfer: number): string {
  const target =
    plan.action === 'create'
      ? record.create({ type: plan.recordType, isDynamic: false, defaultValues: { ...plan.initialValues } })
      : record.load({ type: plan.recordType, id: plan.recordId ?? '', isDynamic: false });
  // An external id is given once; what others gave their records stays.
  if (plan.action === 'create') target.setValue({ fieldId: 'externalid', value: plan.externalId });
  setFields(target, plan.fields);
  for (const [sublist, lines] of Object.entries(plan.sublists)) {
    let next = target.getLineCount({ sublistId: sublist });
    for (const line of lines) {
      const found = plan.action === 'create' ? -1 : findLine(target, sublist, line);
      setLine(target, sublist, found >= 0 ? found : next, line);
      if (found < 0) next += 1;
    }
  }
  target.setValue({ fieldId: STAMP_FIELDS[group], value: transfer });
  return String(target.save(SAVE_OPTIONS));
}

/** Sets fields of a record's body, in their order. */
export function setFields(target: Pick<record.Record, 'setValue'>, fields: PlannedFields): void {
  for (const [fieldId, planned] of Object.entries(fields)) {
    target.setValue({ fieldId, value: valueOf(planned) });
  }
}

/** Sets the fields of a line, which is added where it is the next one. */
export function setLine(target: record.Record, sublistId: string, line: number, planned: PlannedLine): void {
  for (const [fieldId, value] of Object.entries(planned.fields)) {
    target.setSublistValue({ sublistId, fieldId, line, value: valueOf(value) });
  }
  for (const [fieldId, fields] of Object.entries(planned.subrecords ?? {})) {
    setFields(target.getSublistSubrecord({ sublistId, fieldId, line }), fields);
  }
}

/** The line that has the planned value in the field by which lines are told apart; -1 where there is none. */
function findLine(target: record.Record, sublistId: string, planned: PlannedLine): number {
  const { matchBy } = planned;
  const wanted = matchBy === undefined ? undefined : planned.fields[matchBy];
  if (matchBy === undefined || wanted === undefined) return -1;
  const value = String(valueOf(wanted));
  for (let line = 0; line < target.getLineCount({ sublistId }); line += 1) {
    if (String(target.getSublistValue({ sublistId, fieldId: matchBy, line }) ?? '') === value) return line;
  }
  return -1;
}

/** What N/record takes. A decimal becomes the number that NetSuite would read from its digits; nothing is computed. */
export function valueOf(planned: PlannedValue): record.FieldValue {
  if ('text' in planned) return planned.text;
  if ('id' in planned) return planned.id;
  if ('ids' in planned) return [...planned.ids];
  if ('date' in planned) return toDate(planned.date);
  if ('decimal' in planned) return Number(planned.decimal);
  return planned.checked;
}
