import type { Account } from '../kernel/account';
import type { Caller } from '../kernel/execution';
import { addressFields } from './address';
import { recordContext } from './catalogue';
import { describeConfiguration, isConfiguration } from './configuration';
import type { FieldDefinition } from './definition';
import { createdType } from './families';
import type { FieldShape, RecordShape } from './requests';

/** What the script side has to know of a record type's fields. A family is shown by its type for sale. */
export function describeRecord(account: Account, caller: Caller, type: string): RecordShape {
  if (type === 'address') {
    return { type, fields: addressFields.map(shape), sublists: [] };
  }
  if (isConfiguration(type)) return describeConfiguration(account, type);
  const { definition } = recordContext(account, caller, createdType(type, {}));
  return {
    type: definition.id,
    fields: [...definition.fields.values()].map(shape),
    sublists: [...definition.sublists.values()].map((sublist) => ({
      id: sublist.id,
      label: sublist.label,
      fields: [...sublist.fields.values()].map(shape),
      hasStaticLines: sublist.staticLines ?? false,
    })),
  };
}

function shape(field: FieldDefinition): FieldShape {
  return {
    id: field.id,
    label: field.label,
    type: field.type,
    isMandatory: field.mandatory ?? false,
    isReadOnly: field.readOnly ?? false,
    subrecord: field.subrecord ? 'address' : null,
  };
}
