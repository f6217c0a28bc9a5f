import { compare, parseDecimal } from '../../documents/decimal';
import { fromDate } from '../../netsuite/dates';
import type { PlannedFields, PlannedValue, RecordPlan } from '../plan';

/** A stored record as N/record shows it. */
export interface HeldRecord {
  field(fieldId: string): unknown;
  lineCount(sublistId: string): number;
  lineField(sublistId: string, line: number, fieldId: string): unknown;
}

/**
 * Body fields of an invoice that hold something only where a document says so. A plan that does not write them means
 * that they are to be empty; the others (a due date by the terms) NetSuite fills by itself.
 */
const CLEARED: readonly string[] = ['memo', 'otherrefnum', 'class', 'department', 'location'];

/** The same of its lines. NetSuite fills some of them from the item, so that they tell nothing by themselves. */
const CLEARED_OF_LINES: readonly string[] = [
  'description',
  'class',
  'department',
  'location',
  'custcol_obc_service_start',
  'custcol_obc_service_end',
  'custcol_nue_start_date',
  'custcol_nue_end_date',
];

/** What an edit has to write so that the body of the record is as planned: what differs, and what is to be emptied. */
export interface BodyEdit {
  readonly fields: PlannedFields;
  readonly cleared: readonly string[];
}

/** The fields of the body that differ from the plan. */
export function bodyEdit(plan: RecordPlan, held: HeldRecord): BodyEdit {
  const differing = Object.entries(plan.fields).filter(([field, planned]) => !isSame(planned, held.field(field)));
  return {
    fields: Object.fromEntries(differing),
    cleared: CLEARED.filter((field) => !(field in plan.fields) && !isEmpty(held.field(field))),
  };
}

/**
 * Whether a record holds what the plan says, but for its posting period. Pure.
 * @param isStrict true where the plan is known to differ from the one that was written: what it does not write counts
 *   as a difference then, also where NetSuite may have filled it by itself
 */
export function holdsPlan(plan: RecordPlan, held: HeldRecord, isStrict: boolean): boolean {
  const { fields, cleared } = bodyEdit(plan, held);
  if (Object.keys(fields).some((field) => field !== 'postingperiod')) return false;
  if (isStrict && cleared.length > 0) return false;
  return Object.entries(plan.sublists).every(
    ([sublist, lines]) =>
      held.lineCount(sublist) === lines.length &&
      lines.every((line, index) => {
        const value = (field: string): unknown => held.lineField(sublist, index, field);
        if (!Object.entries(line.fields).every(([field, planned]) => isSame(planned, value(field)))) return false;
        return !isStrict || CLEARED_OF_LINES.every((field) => field in line.fields || isEmpty(value(field)));
      }),
  );
}

function isSame(planned: PlannedValue, held: unknown): boolean {
  if ('checked' in planned) return planned.checked === (held === true || held === 'T');
  if ('date' in planned) return held instanceof Date && fromDate(held) === planned.date;
  if ('decimal' in planned) {
    const amount = parseDecimal(held);
    return amount !== null && compare(amount, planned.decimal) === 0;
  }
  if ('ids' in planned) return Array.isArray(held) && held.map(String).join() === planned.ids.join();
  return plainText(held) === plainText('id' in planned ? planned.id : planned.text);
}

function isEmpty(held: unknown): boolean {
  return held === null || held === undefined || held === '';
}

/** NetSuite keeps its own ends of lines, and no blanks around a text. */
function plainText(value: unknown): string {
  return isEmpty(value) ? '' : String(value).replace(/\r\n?/g, '\n').trim();
}
