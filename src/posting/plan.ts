import type { DocumentReference } from '../documents/document';
import type { CalendarDate, Decimal } from '../documents/values';
import type { Cause } from './causes';

/** A value to write in a NetSuite field. Dates and decimals stay typed until the edge turns them into what N/record takes. */
export type PlannedValue =
  | { readonly text: string }
  | { readonly id: string }
  | { readonly ids: readonly string[] }
  | { readonly date: CalendarDate }
  | { readonly decimal: Decimal }
  | { readonly checked: boolean };

export type PlannedFields = Readonly<Record<string, PlannedValue>>;

export interface PlannedLine {
  readonly fields: PlannedFields;
  /** Subrecords by field id, for example `addressbookaddress`. */
  readonly subrecords?: Readonly<Record<string, PlannedFields>>;
  /**
   * For an update: the field by whose value the existing line is found; it is then changed in place. A line that is not
   * found, or that has no `matchBy`, is added. Lines that no planned line matches stay as they are.
   */
  readonly matchBy?: string;
}

/** One NetSuite record as it would be written: what preview shows and what submit writes. */
export interface RecordPlan {
  /**
   * `keep`: the record stays as it is, `notes` say why. `link`: a record that was in NetSuite before stands for the
   * document; nothing is written.
   */
  readonly action: 'create' | 'update' | 'keep' | 'link';
  /** N/record type. */
  readonly recordType: string;
  /** Internal id, for an update and where the record is kept or linked. */
  readonly recordId: string | null;
  readonly externalId: string;
  readonly initialValues: Readonly<Record<string, string>>;
  readonly fields: PlannedFields;
  readonly sublists: Readonly<Record<string, readonly PlannedLine[]>>;
  /** Read back after the save and compared; a difference is Action Needed. */
  readonly expected: { readonly total: Decimal; readonly currency: string; readonly entity: string } | null;
  /** What was changed to fit NetSuite, for the transfer's history ("Name cut to 83 characters: ..."). */
  readonly notes: readonly string[];
}

/** Why a document cannot be posted now. */
export interface PostingProblem {
  readonly reason: 'Waiting' | 'Action Needed';
  readonly code: string;
  /** What happened, with the field and the value. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
  readonly waitsFor: DocumentReference | null;
  /** What has to change, where the connector can see the change by itself: the document is then tried again. */
  readonly cause?: Cause;
}

/** Something in NetSuite that a document names and that must be looked up before it can be planned. */
export type Lookup =
  | { readonly kind: 'document'; readonly document: DocumentReference }
  | { readonly kind: 'account'; readonly name: string }
  | { readonly kind: 'currency'; readonly code: string }
  | { readonly kind: 'subsidiary'; readonly name: string }
  | { readonly kind: 'term'; readonly name: string }
  | { readonly kind: 'class' | 'department' | 'location'; readonly name: string }
  | { readonly kind: 'period'; readonly date: CalendarDate };

/** What the look-ups found; built by one query a kind for a whole batch. Absent means: not there. */
export interface Directory {
  /** The NetSuite record that a document of this connection became. */
  document(reference: DocumentReference): PostedRecord | null;
  account(name: string): { readonly id: string; readonly type: string; readonly isInactive: boolean } | null;
  currency(code: string): string | null;
  subsidiary(name: string): string | null;
  term(name: string): string | null;
  classification(kind: 'class' | 'department' | 'location', name: string): string | null;
  /** The posting period (no adjustment period, quarter or year) that holds the date. */
  period(date: CalendarDate): AccountingPeriod | null;
  /** The earliest posting period that ends on or after the date and in which receivables can be posted. */
  firstOpenPeriod(date: CalendarDate): AccountingPeriod | null;
  /**
   * Invoices by internal id as NetSuite holds them at this moment: what they owe may have changed since the batch began,
   * by the batch itself too. The only look-up that is done when it is asked for, 10 units; none for no ids.
   */
  receivables(recordIds: readonly string[]): ReadonlyMap<string, Receivable>;
}

/** A transaction that a credit may be applied to. */
export interface Receivable {
  readonly recordType: string;
  readonly recordId: string;
  /** `tranid`. */
  readonly number: string;
  /** Internal ids. */
  readonly customer: string;
  readonly currency: string;
  /** The A/R account. */
  readonly account: string;
  /** What is left to pay, in its currency. */
  readonly owed: Decimal;
}

export interface AccountingPeriod {
  readonly id: string;
  readonly name: string;
  readonly isClosed: boolean;
  /** A/R locked, or everything locked. */
  readonly isReceivablesLocked: boolean;
}

export interface PostedRecord {
  readonly recordType: string;
  readonly recordId: string;
  /** Internal ids; null where the record has none. */
  readonly currency: string | null;
  /** Internal ids of the further currencies that a customer may be billed in (its Currencies sublist), where known. */
  readonly otherCurrencies?: readonly string[];
  readonly subsidiary: string | null;
}
