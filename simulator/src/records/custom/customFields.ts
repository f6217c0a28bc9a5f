import type { Account } from '../../kernel/account';
import type { FieldDefinition, FieldType } from '../definition';
import type { CustomFieldKind } from './defineField';

interface CustomFieldRow extends Record<string, string | number | null> {
  scriptid: string;
  name: string;
  valuetype: string;
  source: string | null;
  ismandatory: string;
  isinactive: string;
  isstored: string;
  defaultvalue: string | null;
  maxlength: number | null;
}

/**
 * The custom fields of a record type, in the order in which they were made.
 *
 * @param recordType record type id; for custom records the script id of the type
 */
export function customFields(account: Account, kind: CustomFieldKind, recordType: string): FieldDefinition[] {
  const condition =
    kind === 'customrecordcustomfield' ? 'recordtype = ?2' : "(appliesto IS NULL OR appliesto LIKE '%,' || ?2 || ',%')";
  return account.store
    .all<CustomFieldRow>(
      `SELECT scriptid, name, valuetype, source, ismandatory, isinactive, isstored, defaultvalue, maxlength
       FROM customfield WHERE kind = ?1 AND ${condition} AND isinactive = 'F' ORDER BY sequence, internalid`,
      [kind, recordType],
    )
    .map(toDefinition);
}

function toDefinition(row: CustomFieldRow): FieldDefinition {
  return {
    id: row.scriptid,
    label: row.name,
    type: row.valuetype as FieldType,
    custom: true,
    submitFields: true,
    ...(row.isstored === 'T' ? { column: row.scriptid } : {}),
    ...(row.source ? { source: row.source } : {}),
    ...(row.ismandatory === 'T' ? { mandatory: true } : {}),
    ...(row.defaultvalue !== null ? { defaultValue: row.defaultvalue } : {}),
    ...(row.maxlength !== null ? { maxLength: row.maxlength } : {}),
  };
}
