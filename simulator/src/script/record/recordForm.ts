import type { FieldShape } from '../../records/requests';
import { FieldType } from '../modules/ui/enums';
import { Field } from '../modules/ui/field';
import { Form } from '../modules/ui/form';
import { Sublist, type SublistOptions } from '../modules/ui/sublist';
import { type SublistFields, shapeOf } from './account';

/**
 * The form of a record, as beforeLoad gets it (section_4407991781): beside what the script adds it has the record's own
 * fields and sublists. No page is shown, so what the script changes of them has no effect.
 */
export class RecordForm extends Form {
  readonly #recordType: string;
  readonly #own = new Map<string, Field>();
  readonly #ownSublists = new Map<string, RecordSublist>();

  constructor(title: string, recordType: string) {
    super({ title });
    this.#recordType = recordType;
  }

  override getField(options: { id: string }): Field | null {
    const added = super.getField(options);
    const shape = added ? undefined : shapeOf(this.#recordType).fields.get(options.id);
    return shape ? kept(this.#own, shape.id, () => fieldOf(shape)) : added;
  }

  override getSublist(options: { id: string }): Sublist | null {
    const added = super.getSublist(options);
    const shape = added ? undefined : shapeOf(this.#recordType).sublists.get(options.id);
    return shape ? kept(this.#ownSublists, options.id, () => new RecordSublist(shape)) : added;
  }
}

/** A sublist of the record on its form, with the columns of the record beside those that the script adds. */
class RecordSublist extends Sublist {
  readonly #columns: SublistFields['fields'];
  readonly #own = new Map<string, Field>();

  constructor({ shape, fields }: SublistFields) {
    const options: SublistOptions = {
      id: shape.id,
      label: shape.label,
      type: shape.hasStaticLines ? 'LIST' : 'INLINEEDITOR',
    };
    super(options);
    this.#columns = fields;
  }

  override getField(options: { id: string }): Field | null {
    const added = super.getField(options);
    const shape = added ? undefined : this.#columns.get(options.id);
    return shape ? kept(this.#own, shape.id, () => fieldOf(shape)) : added;
  }
}

/** Fields of records have more types than fields of forms; amounts and rates are shown as what they are stored as. */
function fieldOf({ id, label, type, isMandatory }: FieldShape): Field {
  const known = Object.values(FieldType).find((value) => value.toUpperCase() === type.toUpperCase());
  const field = new Field({ id, label: label || id, type: known ?? FieldType.TEXT });
  field.isMandatory = isMandatory;
  return field;
}

function kept<V>(values: Map<string, V>, key: string, make: () => V): V {
  const present = values.get(key);
  if (present !== undefined) return present;
  const made = make();
  values.set(key, made);
  return made;
}
