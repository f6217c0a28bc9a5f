import type { CalendarDate, Decimal } from '../../../../src/documents/values';
import type { RecordPlan } from '../../../../src/posting/plan';
import type { StandingRecord } from '../../../../src/posting/versions/standing';

/** An invoice of 100.00 that the connector posted and nobody touched, changed where a test says so. */
export function standingInvoice(changes: Partial<StandingRecord> = {}): StandingRecord {
  return {
    recordType: 'invoice',
    recordId: '12',
    number: 'INV-1',
    stamp: '5',
    entity: '7',
    currency: '1',
    total: '100',
    period: '202608',
    modified: '2026-08-03 10:00:00',
    externalId: 'obc-nue-invoice-i1',
    date: '2026-08-03' as CalendarDate,
    unpaid: '100',
    isVoided: false,
    isUntouched: true,
    periodName: 'Aug 2026',
    isPeriodLocked: false,
    mayBeRecognized: false,
    links: [],
    ...changes,
  };
}

/** The credit memo that takes back {@link standingInvoice}. */
export function standingReversal(changes: Partial<StandingRecord> = {}): StandingRecord {
  return standingInvoice({
    recordType: 'creditmemo',
    recordId: '13',
    number: 'CM-1',
    total: '-100',
    unpaid: '',
    externalId: 'obc-nue-invoice-i1-reversal',
    ...changes,
  });
}

/** The update that a newer version of it plans. */
export function invoicePlan(changes: Partial<RecordPlan> = {}): RecordPlan {
  return {
    action: 'update',
    recordType: 'invoice',
    recordId: '12',
    externalId: 'obc-nue-invoice-i1',
    initialValues: {},
    fields: {
      entity: { id: '7' },
      trandate: { date: '2026-08-03' as CalendarDate },
      postingperiod: { id: '202608' },
      memo: { text: 'For August' },
    },
    sublists: {
      item: [{ fields: { item: { id: '601' }, amount: { decimal: '100' as Decimal }, istaxable: { checked: false } } }],
    },
    expected: { total: '100' as Decimal, currency: '1', entity: '7' },
    notes: [],
    ...changes,
  };
}
