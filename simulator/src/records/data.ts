/** A value of a field as SuiteScript shows it: selects are ids (text), checkboxes booleans, dates Dates, amounts numbers. */
export type FieldValue = string | number | boolean | Date | null | readonly string[];

/** One line of a sublist. */
export interface LineData {
  fields: Record<string, FieldValue>;
  /** Texts of select fields, where known. */
  texts: Record<string, string>;
  /** Subrecords by field, for example `addressbookaddress`. */
  subrecords: Record<string, RecordData>;
  /** Fields set since the line was loaded or added; absent where every field that has a value was given. */
  changed?: string[];
}

/**
 * A record as it travels between a script and the account: whole, with what was changed since it was loaded.
 * The script side keeps it while the script works on it (in-memory methods cost no units); the account checks and
 * stores it at `save`.
 */
export interface RecordData {
  type: string;
  /** Null for a record that is not saved yet. */
  id: string | null;
  isDynamic: boolean;
  /** The version that was loaded, for optimistic locking. */
  version: number | null;
  fields: Record<string, FieldValue>;
  texts: Record<string, string>;
  sublists: Record<string, LineData[]>;
  subrecords: Record<string, RecordData>;
  /** Body fields set since the record was created or loaded; the account sources the others. */
  changedFields: string[];
  /** Sublists with a line added, changed or removed. */
  changedSublists: string[];
}
