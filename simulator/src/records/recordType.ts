import type { Account } from '../kernel/account';
import type { Caller } from '../kernel/execution';
import type { FieldValue, LineData, RecordData } from './data';
import type { FieldDefinition, RecordDefinition, RecordGroup, SublistDefinition } from './definition';

/** What the rules of a record type are given. */
export interface RecordContext {
  readonly account: Account;
  readonly caller: Caller;
  readonly definition: RecordDefinition;
  /** The save ignores what only customization and company preferences require (section_4267286323). */
  readonly ignoresMandatory?: boolean;
}

/** A field that changed: of the body, or of a line. */
export interface FieldChange {
  readonly fieldId: string;
  readonly sublistId?: string;
  readonly line?: number;
}

export type RecordAction = 'create' | 'load' | 'copy' | 'edit' | 'delete';

/**
 * A record type: its fields as data, and the rules that are its own. What a rule leaves out is done by the general
 * operations from the fields alone.
 */
export interface RecordType {
  readonly id: string;
  readonly label: string;
  readonly group: RecordGroup;
  readonly table: string;
  readonly fields: readonly FieldDefinition[];
  readonly sublists?: readonly SublistDefinition[];
  readonly optimisticLocking?: boolean;
  readonly internalId?: string;
  /** Actions that SuiteScript does not allow on it. */
  readonly forbidden?: readonly RecordAction[];
  /** True where a new one comes only from a transformation: `record.create` refuses it. */
  transformOnly?(account: Account, caller: Caller): boolean;
  /** Default values of create and transform that are fields of another name here: `entity` of a payment is `customer`. */
  readonly defaultValueFields?: Readonly<Record<string, string>>;
  /** SQL condition that tells its rows from those of other types in the same table. */
  readonly where?: string;
  /** Group that shares a space of external ids; the type itself where absent (section_N3436356). */
  readonly externalIdSpace?: string;
  /** Kind of custom fields that belong to it, and to its lines. */
  readonly customFields?: {
    readonly body: string;
    readonly line?: { readonly sublist: string; readonly kind: string };
  };

  /** Fills a new record, before defaults of custom fields. */
  initialize?(context: RecordContext, data: RecordData): void;
  /** Reads what stands outside of the record's own row: lines, subrecords, computed fields. */
  readDetails?(context: RecordContext, data: RecordData, id: number): void;
  /** Takes from a copy what must not be copied. */
  prepareCopy?(context: RecordContext, data: RecordData): void;
  /** Fills what follows from a changed field; what `kept` says was given by the script stays. */
  source?(context: RecordContext, data: RecordData, change: FieldChange, kept: Kept): void;
  /** Computes what is computed, before checks and again after beforeSubmit. */
  complete?(context: RecordContext, data: RecordData, stored: RecordData | null): void;
  /** Refuses what may not be saved. `ignoreMandatoryFields` is an option of Record.save. */
  validate?(context: RecordContext, data: RecordData, stored: RecordData | null, options: SaveOptions): void;
  /** Writes what stands outside of the record's own row, after it. */
  writeDetails?(context: RecordContext, data: RecordData, stored: RecordData | null, id: number): void;
  /** Refuses a deletion, or removes what hangs on the record. */
  remove?(context: RecordContext, data: RecordData, id: number): void;
  /** Columns of the row that are no fields, such as `transaction.type`. */
  rowExtras?(
    context: RecordContext,
    data: RecordData,
    stored: RecordData | null,
  ): Record<string, string | number | null>;
}

/** True where sourcing must not change the field. */
export type Kept = (fieldId: string, line?: LineData) => boolean;

export interface SaveOptions {
  readonly enableSourcing: boolean;
  readonly ignoreMandatoryFields: boolean;
}

/** Sets a field unless the script gave it. */
export function sourceField(data: RecordData, kept: Kept, fieldId: string, value: FieldValue): void {
  if (!kept(fieldId)) data.fields[fieldId] = value;
}

/** Internal id in a select field, or null. */
export function keyIn(value: FieldValue | undefined): number | null {
  if (typeof value === 'string' && /^-?\d+$/.test(value)) return Number(value);
  return typeof value === 'number' ? value : null;
}

/** Text in a field, or an empty one. */
export function textIn(value: FieldValue | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

/** An empty record of a type, without defaults. */
export function emptyRecord(type: string, isDynamic: boolean): RecordData {
  return {
    type,
    id: null,
    isDynamic,
    version: null,
    fields: {},
    texts: {},
    sublists: {},
    subrecords: {},
    changedFields: [],
    changedSublists: [],
  };
}

export function lineOf(fields: Record<string, FieldValue>): LineData {
  return { fields, texts: {}, subrecords: {}, changed: [] };
}
