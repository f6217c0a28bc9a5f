import type { FieldValue, LineData, RecordData } from './data';
import type { FieldType } from './definition';

/** What the script side of N/record asks of the account, by the name of the call. */
export interface RecordRequests {
  'record.create': { request: CreateRequest; answer: RecordData };
  'record.load': { request: LoadRequest; answer: RecordData };
  'record.copy': { request: LoadRequest; answer: RecordData };
  'record.transform': { request: TransformRequest; answer: RecordData };
  'record.save': { request: SaveRequest; answer: string };
  'record.submitFields': { request: SubmitFieldsRequest; answer: string };
  'record.attach': { request: AttachRequest; answer: null };
  'record.detach': { request: AttachRequest; answer: null };
  'record.delete': { request: { readonly type: string; readonly id: string }; answer: string };
  /** Free: the fields of a type, asked once in an execution. */
  'record.describe': { request: { readonly type: string }; answer: RecordShape };
  /** Free, dynamic mode: what NetSuite sources and computes after a body field or a sublist changed. */
  'record.source': { request: SourceRequest; answer: RecordData };
  /** Free, dynamic mode: the same for the line that is being edited. */
  'record.sourceLine': { request: SourceLineRequest; answer: LineData };
  /** Free, dynamic mode: the id that a select field's text stands for. */
  'record.selectValue': { request: SelectValueRequest; answer: string };
}

/** A record by its type and internal id. */
export interface RecordReference {
  readonly type: string;
  readonly id: string;
}

export interface AttachRequest {
  readonly record: RecordReference;
  /** The record that it is attached to, or detached from. */
  readonly to: RecordReference;
  readonly attributes: Readonly<Record<string, FieldValue>>;
}

export interface CreateRequest {
  readonly type: string;
  readonly isDynamic: boolean;
  readonly defaultValues: Readonly<Record<string, FieldValue>>;
}

export interface LoadRequest extends CreateRequest {
  readonly id: string;
}

export interface TransformRequest {
  readonly fromType: string;
  readonly fromId: string;
  readonly toType: string;
  readonly isDynamic: boolean;
  readonly defaultValues: Readonly<Record<string, FieldValue>>;
}

/**
 * A select field that was set by its text is absent from `record.fields` and stands in `record.texts` (the same in
 * lines): the account looks the text up when it saves.
 */
export interface SaveRequest {
  readonly record: RecordData;
  readonly enableSourcing: boolean;
  readonly ignoreMandatoryFields: boolean;
}

export interface SubmitFieldsRequest {
  readonly type: string;
  readonly id: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly enableSourcing: boolean;
  readonly ignoreMandatoryFields: boolean;
}

export interface SourceRequest {
  readonly record: RecordData;
  /** The body field or the sublist that changed. */
  readonly changed: string;
}

export interface SourceLineRequest {
  readonly record: RecordData;
  readonly sublistId: string;
  readonly line: LineData;
  readonly fieldId: string;
}

export interface SelectValueRequest {
  readonly type: string;
  readonly sublistId: string | null;
  readonly fieldId: string;
  readonly text: string;
}

/** What the script side has to know of a field. */
export interface FieldShape {
  readonly id: string;
  readonly label: string;
  readonly type: FieldType;
  readonly isMandatory: boolean;
  readonly isReadOnly: boolean;
  /** The record type of a subrecord (a field of type `summary`), for example `address`. */
  readonly subrecord: string | null;
}

export interface SublistShape {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly FieldShape[];
  /** Lines that scripts may not add or remove. */
  readonly hasStaticLines: boolean;
}

export interface RecordShape {
  readonly type: string;
  readonly fields: readonly FieldShape[];
  readonly sublists: readonly SublistShape[];
}
