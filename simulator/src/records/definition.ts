/** Field types by the names of N/record `Field.type`. */
export type FieldType =
  | 'text'
  | 'textarea'
  | 'clobtext'
  | 'richtext'
  | 'select'
  | 'multiselect'
  | 'checkbox'
  | 'date'
  | 'datetimetz'
  | 'timeofday'
  | 'integer'
  | 'float'
  | 'currency'
  | 'currency2'
  | 'percent'
  | 'rate'
  | 'email'
  | 'phone'
  | 'url'
  | 'password'
  | 'document'
  | 'image'
  | 'inlinehtml'
  | 'help'
  | 'summary';

export interface FieldDefinition {
  readonly id: string;
  readonly label: string;
  readonly type: FieldType;
  /** Column of the record's table; absent when the field is computed or lives elsewhere. */
  readonly column?: string;
  /** For selects: the record type or list whose ids are valid. */
  readonly source?: string;
  readonly mandatory?: boolean;
  /** Characters; over it NetSuite throws EXCEEDED_MAX_FIELD_LENGTH. */
  readonly maxLength?: number;
  /** Computed by the account: a script's value is ignored or refused. */
  readonly readOnly?: boolean;
  /** May be changed with record.submitFields (the Records Browser's nlapiSubmitField mark). */
  readonly submitFields?: boolean;
  readonly custom?: boolean;
  readonly defaultValue?: string;
  /** A change of it fills or recomputes other fields; in dynamic mode the account is asked at once. */
  readonly sourcing?: boolean;
  /** The field holds an address subrecord. */
  readonly subrecord?: boolean;
}

export interface SublistDefinition {
  readonly id: string;
  readonly label: string;
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  /** Lines that scripts may not add or remove, such as `apply`. */
  readonly staticLines?: boolean;
}

/** The group that shares one space of external ids (section_N3436356) and one governance rate (section_157072844224). */
export type RecordGroup = 'transaction' | 'entity' | 'item' | 'customrecord' | 'customlist' | 'list';

export interface RecordDefinition {
  /** Record type id as in N/record, `invoice`, `noninventorysaleitem`, `customrecord_obc_transfer`. */
  readonly id: string;
  /** Internal id of a custom record type; null for standard ones. */
  readonly internalId: string | null;
  readonly label: string;
  readonly group: RecordGroup;
  readonly table: string;
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  readonly sublists: ReadonlyMap<string, SublistDefinition>;
  readonly optimisticLocking: boolean;
}
