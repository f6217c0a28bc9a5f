import { compare, decimal, fixed } from '../documents/decimal';
import type { Decimal } from '../documents/values';
import type { ExistingRecord } from './existing';
import type { PlannedValue, PostingProblem, RecordPlan } from './plan';

/**
 * Compares what NetSuite holds with what was planned: customer, currency, total and posting period. NetSuite computes
 * totals and may default a period by itself; a difference is never passed over. Pure.
 * @returns null where they agree
 */
export function readBackProblem(plan: RecordPlan, held: ExistingRecord): PostingProblem | null {
  if (!isSameType(plan.recordType, held.recordType)) {
    return differs('type', plan.recordType, held.recordType, held);
  }
  const { expected } = plan;
  if (expected === null) return null;
  if (held.entity !== expected.entity) return differs('customer', expected.entity, held.entity, held);
  if (held.currency !== '' && held.currency !== expected.currency) {
    return differs('currency', expected.currency, held.currency, held);
  }
  if (held.total === '' || compare(magnitude(held.total), magnitude(expected.total)) !== 0) {
    return differs('total', fixed(expected.total, 2), held.total, held);
  }
  const period = idOf(plan.fields.postingperiod);
  if (period !== null && held.period !== period) return differs('posting period', period, held.period, held);
  return null;
}

/** Sale items go by two names: created as `noninventoryitem` with a subtype, loaded as `noninventorysaleitem`. */
function isSameType(planned: string, held: string): boolean {
  return (
    planned === held || (planned.endsWith('item') && held.endsWith('item') && itemFamily(planned) === itemFamily(held))
  );
}

function itemFamily(type: string): string {
  return type.replace(/(sale|resale|purchase)?item$/, '');
}

/** SuiteQL shows credits as negative totals; planned totals are positive. */
function magnitude(amount: string): Decimal {
  return decimal(amount.replace(/^-/, ''));
}

function idOf(value: PlannedValue | undefined): string | null {
  return value !== undefined && 'id' in value ? value.id : null;
}

function differs(what: string, planned: string, held: string, record: ExistingRecord): PostingProblem {
  return {
    reason: 'Action Needed',
    code: 'POSTED_DIFFERENTLY',
    message:
      `NetSuite’s ${record.recordType} ${record.number} (internal id ${record.recordId}) has the ${what} ` +
      `"${held}", but the document says "${planned}".`,
    remedy: 'Correct the record in NetSuite, or what made it differ (an item, a script, a preference); then retry.',
    waitsFor: null,
  };
}
