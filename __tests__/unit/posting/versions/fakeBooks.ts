import type { BillingDocument } from '../../../../src/documents/document';
import type { CalendarDate, Decimal } from '../../../../src/documents/values';
import type { RecordPlan } from '../../../../src/posting/plan';
import type { HeldRecord } from '../../../../src/posting/versions/differences';
import type { StandingRecord } from '../../../../src/posting/versions/standing';
import { standingInvoice } from './records';

/** How a call of the edge goes wrong: with an error, or with the end of the script; before or after its effect. */
export type Fault = 'error before' | 'error after' | 'crash before' | 'crash after';

export const FAULTS: readonly Fault[] = ['error before', 'error after', 'crash before', 'crash after'];

/** Ends the script: everything that it calls from then on fails too, and nothing that it answers is heard. */
class Crash extends Error {}

/**
 * NetSuite's books as posting's edge sees them: invoices, and credit memos that are applied to them. Every call may be
 * told to go wrong; external ids are unique.
 */
export class FakeBooks {
  readonly records = new Map<string, StandingRecord>();
  /** Calls since the last run began. */
  calls = 0;
  isDead = false;
  /** What goes wrong, asked for each call by its number from 1. */
  faultAt: (call: number) => Fault | null = () => null;
  private clock = 0;

  begin(): void {
    this.calls = 0;
    this.isDead = false;
  }

  /** What the customer owes. */
  owed(): number {
    return [...this.records.values()]
      .filter(({ recordType }) => recordType === 'invoice')
      .reduce((sum, { unpaid }) => sum + Number(unpaid), 0);
  }

  /** A call of the edge: reads and writes alike. */
  call<Result>(effect: () => Result): Result {
    if (this.isDead) throw new Crash('The script has ended.');
    this.calls += 1;
    const fault = this.faultAt(this.calls);
    if (fault === 'error before') throw { name: 'UNEXPECTED_ERROR', message: 'before' };
    if (fault === 'crash before') throw this.crash();
    const result = effect();
    if (fault === 'error after') throw { name: 'UNEXPECTED_ERROR', message: 'after' };
    if (fault === 'crash after') throw this.crash();
    return result;
  }

  create(plan: RecordPlan, transfer: number): string {
    if (this.records.has(plan.externalId)) throw { name: 'DUP_RCRD', message: 'This record already exists' };
    const total = plan.expected?.total ?? '';
    this.put(plan.externalId, { total, unpaid: total, stamp: String(transfer) });
    return this.recordId(plan.externalId);
  }

  edit(recordId: string, plan: RecordPlan, transfer: number): string {
    const record = this.byId(recordId);
    const total = plan.expected?.total ?? '';
    this.put(record.externalId, { ...record, total, unpaid: total, stamp: String(transfer), isUntouched: false });
    return recordId;
  }

  reverse(plan: RecordPlan, invoice: string, transfer: number): string {
    if (this.records.has(plan.externalId)) throw { name: 'DUP_RCRD', message: 'This record already exists' };
    const reversed = this.byId(invoice);
    const applied = Math.min(Number(reversed.unpaid), Number(reversed.total));
    this.put(plan.externalId, {
      recordType: 'creditmemo',
      total: `-${reversed.total}`,
      unpaid: '',
      stamp: String(transfer),
    });
    const links = [...reversed.links, { type: 'CustCred', recordId: this.recordId(plan.externalId) }];
    this.put(reversed.externalId, { ...reversed, unpaid: String(Number(reversed.unpaid) - applied), links });
    return this.recordId(plan.externalId);
  }

  /** A person saves the newest invoice, without a change of what is owed. */
  touchNewest(): void {
    const newest = [...this.records.values()].filter(({ unpaid }) => Number(unpaid) > 0).pop();
    if (newest !== undefined) this.put(newest.externalId, { ...newest, isUntouched: false });
  }

  held(recordId: string): HeldRecord {
    const { total } = this.byId(recordId);
    return {
      field: () => '',
      lineCount: () => 1,
      lineField: (_sublist, _line, field) => (field === 'amount' ? total : ''),
    };
  }

  byId(recordId: string): StandingRecord {
    const found = [...this.records.values()].find((record) => record.recordId === recordId);
    if (found === undefined) throw { name: 'RCRD_DSNT_EXIST', message: 'That record does not exist.' };
    return found;
  }

  private crash(): Crash {
    this.isDead = true;
    return new Crash('The script has ended.');
  }

  private recordId(externalId: string): string {
    return this.records.get(externalId)?.recordId ?? '';
  }

  private put(externalId: string, values: Partial<StandingRecord>): void {
    this.clock += 1;
    const recordId = this.recordId(externalId) || String(100 + this.records.size);
    const modified = `2026-08-03 10:${String(this.clock).padStart(4, '0')}`;
    this.records.set(externalId, standingInvoice({ ...values, externalId, recordId, modified }));
  }
}

/** A version of the one invoice that the tests are about. */
export function versionOf(amount: string): BillingDocument {
  return {
    connection: 'nue',
    kind: 'invoice',
    id: 'i1',
    number: 'INV-1',
    version: '',
    total: amount,
  } as BillingDocument;
}

/** The plan of a version: one line of its amount. */
export function planOfVersion(document: BillingDocument, recordId: string | null): RecordPlan {
  const total = (document as { readonly total?: string }).total as Decimal;
  return {
    action: recordId === null ? 'create' : 'update',
    recordType: 'invoice',
    recordId,
    externalId: 'obc-nue-invoice-i1',
    initialValues: {},
    fields: { postingperiod: { id: '202608' } },
    sublists: { item: [{ fields: { amount: { decimal: total } } }] },
    expected: { total, currency: '1', entity: '7' },
    notes: [`On ${'2026-08-03' as CalendarDate}`],
  };
}
