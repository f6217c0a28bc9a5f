import { hasField } from '../company/oneWorld';
import type { Account } from '../kernel/account';
import type { Caller } from '../kernel/execution';
import { addressFields } from './address';
import { recordContext } from './catalogue';
import { describeConfiguration, isConfiguration } from './configuration';
import type { FieldDefinition } from './definition';
import { createdType } from './families';
import { isMandatory, preferredForm } from './forms';
import type { FieldShape, RecordShape } from './requests';

/** What the script side has to know of a record type's fields. A family is shown by its type for sale. */
export function describeRecord(account: Account, caller: Caller, type: string): RecordShape {
  if (type === 'address') {
    return { type, fields: addressFields.map((field) => shape(field, field.mandatory ?? false)), sublists: [] };
  }
  if (isConfiguration(type)) return describeConfiguration(account, type);
  const { definition } = recordContext(account, caller, createdType(type, {}));
  const form = preferredForm(account, definition.id);
  return {
    type: definition.id,
    fields: [...definition.fields.values()]
      .filter((field) => hasField(account, field.id))
      .map((field) => shape(field, isMandatory(form, field, field.id))),
    sublists: [...definition.sublists.values()].map((sublist) => ({
      id: sublist.id,
      label: sublist.label,
      fields: [...sublist.fields.values()].map((field) => shape(field, isMandatory(form, field, `line.${field.id}`))),
      hasStaticLines: sublist.staticLines ?? false,
    })),
  };
}

function shape(field: FieldDefinition, mandatory: boolean): FieldShape {
  return {
    id: field.id,
    label: field.label,
    type: field.type,
    isMandatory: mandatory,
    isReadOnly: field.readOnly ?? false,
    subrecord: field.subrecord ? 'address' : null,
  };
}
