import { decimal } from '../../documents/decimal';
import type { BillingDocument } from '../../documents/document';
import type { CalendarDate, Decimal } from '../../documents/values';
import { transactionLimits } from '../limits';
import type { RecordPlan } from '../plan';
import { reversalId } from './parts';
import type { Standing, StandingRecord } from './standing';

/** What a reversal is planned of. */
export interface ReversalOf {
  readonly document: BillingDocument;
  readonly current: StandingRecord;
  /** See `Standing.count`. */
  readonly count: number;
  readonly period: { readonly id: string; readonly note: string | null };
  /** `changed` or `cancelled`: what the billing platform did with the document. */
  readonly because: 'changed' | 'cancelled';
}

/**
 * The credit memo that takes an invoice back: made from it, on its day, so that lines, accounts and exchange rate are
 * the invoice's, and applied to all of it (DESIGN 8). Pure.
 */
export function planReversal({ document, current, count, period, because }: ReversalOf): RecordPlan {
  const memo = `Reverses invoice ${current.number}, ${because} in the billing platform`;
  return {
    action: 'create',
    recordType: 'creditmemo',
    recordId: null,
    externalId: reversalId(document, count + 1),
    initialValues: {},
    fields: {
      trandate: { date: current.date as CalendarDate },
      postingperiod: { id: period.id },
      memo: { text: memo.slice(0, transactionLimits.memo) },
    },
    sublists: {},
    expected: { total: decimal(current.total) as Decimal, currency: current.currency, entity: current.entity },
    notes: period.note === null ? [] : [period.note],
  };
}

/** What a transfer keeps between the reversal and what follows it, and what links it to the reversal afterwards. */
export function recoveryPoint({ current, reversal }: Pick<Standing, 'current' | 'reversal'>): string {
  return `creditmemo ${reversal?.recordId ?? ''} reverses invoice ${current?.recordId ?? ''}`;
}

/** The reversal that a recovery point names; null where it names none. */
export function reversalIn(point: string): { readonly recordType: string; readonly recordId: string } | null {
  const [, recordType, recordId] = /^(\w+) (\d+) reverses /.exec(point) ?? [];
  return recordType === undefined || recordId === undefined ? null : { recordType, recordId };
}
