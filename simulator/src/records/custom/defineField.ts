import type { Account } from '../../kernel/account';
import { NetSuiteError } from '../../kernel/errors';
import { quoted } from '../../store/schema/table';
import type { FieldType } from '../definition';
import { renewCustomizationStamp } from './stamp';

/** What a custom field belongs to: the records of a custom type, or one of NetSuite's kinds of records. */
export type CustomFieldKind =
  | 'customrecordcustomfield'
  | 'transactionbodycustomfield'
  | 'transactioncolumncustomfield'
  | 'itemcustomfield'
  | 'entitycustomfield';

export interface CustomFieldInput {
  /** `custrecord_x`, `custbody_x`, `custcol_x`, `custitem_x`, `custentity_x`, lower case. */
  readonly scriptId: string;
  readonly kind: CustomFieldKind;
  readonly label: string;
  /** SDF's `fieldtype`, upper case: `TEXT`, `CLOBTEXT`, `SELECT` ... */
  readonly fieldType: string;
  /** Script id of the custom record type of a custom record field. */
  readonly recordType?: string;
  /**
   * Record type ids to which a body, column, item or entity field applies, `invoice`, `customer`; absent for all of its
   * kind.
   */
  readonly appliesTo?: readonly string[];
  /** For SELECT and MULTISELECT: see `records/select/sources`, {@link sourceOfSelectRecordType}. */
  readonly source?: string;
  readonly isMandatory?: boolean;
  readonly isInactive?: boolean;
  readonly isParent?: boolean;
  readonly storeValue?: boolean;
  readonly defaultValue?: string;
  readonly maxLength?: number;
  readonly displayType?: string;
  readonly description?: string;
  readonly onParentDelete?: string;
  readonly showInList?: boolean;
  readonly application?: string;
}

/** Tables that get a column for each custom field of the kind. */
const TABLES: Readonly<Record<Exclude<CustomFieldKind, 'customrecordcustomfield'>, readonly string[]>> = {
  transactionbodycustomfield: ['transaction'],
  transactioncolumncustomfield: ['transactionline'],
  itemcustomfield: ['item'],
  entitycustomfield: ['customer', 'employee', 'contact', 'job'],
};

const SQL_TYPES: Readonly<Record<string, string>> = {
  INTEGER: 'INTEGER',
  SELECT: 'INTEGER',
  DOCUMENT: 'INTEGER',
  IMAGE: 'INTEGER',
  FLOAT: 'REAL',
  CURRENCY: 'REAL',
  PERCENT: 'REAL',
};

/** Types that SuiteQL's `customfield.fieldvaluetype` shows by NetSuite's words. */
const VALUE_TYPES: Readonly<Record<string, string>> = {
  CLOBTEXT: 'Long Text',
  SELECT: 'List/Record',
  MULTISELECT: 'Multiple Select',
  TEXT: 'Free-Form Text',
  TEXTAREA: 'Text Area',
  INTEGER: 'Integer Number',
  FLOAT: 'Decimal Number',
  DATETIMETZ: 'Date/Time',
};

/**
 * Defines a custom field, or changes the definition that there is; its values stay. It becomes a column of its record's
 * table. Throws INVALID_FLD_TYPE for a change between kinds of types that NetSuite does not allow.
 *
 * @returns its internal id
 */
export function defineField(account: Account, input: CustomFieldInput): number {
  const { store } = account;
  const valueType = input.fieldType.toLowerCase() as FieldType;
  return store.transaction(() => {
    const known = store.get<{ internalid: number; valuetype: string }>(
      'SELECT internalid, valuetype FROM customfield WHERE scriptid = ?',
      [input.scriptId],
    );
    if (known && known.valuetype !== valueType && columnType(known.valuetype) !== columnType(valueType)) {
      throw new NetSuiteError(
        'INVALID_FLD_TYPE',
        `The type of field ${input.scriptId} cannot be changed from ${known.valuetype} to ${valueType}.`,
      );
    }
    const id = known?.internalid ?? store.run('INSERT INTO customfield (scriptid) VALUES (?)', [input.scriptId]).id;
    store.run(
      `UPDATE customfield SET name = ?, description = ?, fieldtype = ?, fieldvaluetype = ?, fieldvaluetyperecord = ?,
         recordtype = ?, ismandatory = ?, isinactive = ?, isparent = ?, isstored = ?, kind = ?, appliesto = ?,
         valuetype = ?, source = ?, defaultvalue = ?, maxlength = ?, displaytype = ?, onparentdelete = ?, showinlist = ?,
         sequence = COALESCE(sequence, ?), application = ?
       WHERE internalid = ?`,
      [
        input.label,
        input.description ?? null,
        KIND_NAMES[input.kind],
        VALUE_TYPES[input.fieldType] ?? input.fieldType,
        input.source ?? null,
        input.recordType ?? null,
        input.isMandatory ? 'T' : 'F',
        input.isInactive ? 'T' : 'F',
        input.isParent ? 'T' : 'F',
        input.storeValue === false ? 'F' : 'T',
        input.kind,
        input.appliesTo ? `,${input.appliesTo.join(',')},` : null,
        valueType,
        input.source ?? null,
        input.defaultValue ?? null,
        input.maxLength ?? null,
        input.displayType ?? 'NORMAL',
        input.onParentDelete ?? 'NO_ACTION',
        input.showInList ? 'T' : 'F',
        id,
        input.application ?? null,
        id,
      ],
    );
    for (const table of tablesOf(input)) addColumn(account, table, input.scriptId, input.fieldType);
    renewCustomizationStamp(account);
    return id;
  });
}

const KIND_NAMES: Readonly<Record<CustomFieldKind, string>> = {
  customrecordcustomfield: 'RECORD',
  transactionbodycustomfield: 'BODY',
  transactioncolumncustomfield: 'COLUMN',
  itemcustomfield: 'ITEM',
  entitycustomfield: 'ENTITY',
};

function columnType(fieldType: string): string {
  return SQL_TYPES[fieldType.toUpperCase()] ?? 'TEXT';
}

function tablesOf(input: CustomFieldInput): readonly string[] {
  if (input.kind !== 'customrecordcustomfield') return TABLES[input.kind];
  if (!input.recordType) throw new Error(`${input.scriptId} names no custom record type`);
  return [input.recordType];
}

function addColumn(account: Account, table: string, name: string, fieldType: string): void {
  const columns = account.store.all<{ name: string }>(`SELECT name FROM pragma_table_info(?)`, [table]);
  if (columns.some((column) => column.name === name)) return;
  account.store.script(`ALTER TABLE ${quoted(table)} ADD COLUMN ${quoted(name)} ${columnType(fieldType)}`);
}
