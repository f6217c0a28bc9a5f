import type { FieldShape } from '../../records/requests';
import type { SublistFields } from './account';
import { optionsOf } from './arguments';

/** `N/record` Field of a body or a sublist (section_4435738444). */
export class FieldObject {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly isMandatory: boolean;
  readonly isDisabled: boolean;
  readonly isDisplay = true;
  readonly isReadOnly: boolean;
  readonly isVisible = true;

  constructor(
    field: FieldShape,
    readonly sublistId: string | null,
  ) {
    this.id = field.id;
    this.label = field.label;
    this.type = field.type;
    this.isMandatory = field.isMandatory;
    this.isDisabled = field.isReadOnly;
    this.isReadOnly = field.isReadOnly;
  }

  toJSON(): object {
    return { id: this.id, label: this.label, type: this.type };
  }

  toString(): string {
    return JSON.stringify(this);
  }
}

/** `N/record` Sublist (section_4600574625). */
export class SublistObject {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly isChanged = false;
  readonly isDisplay = true;

  constructor(private readonly sublist: SublistFields) {
    this.id = sublist.shape.id;
    this.name = sublist.shape.label;
    this.type = sublist.shape.hasStaticLines ? 'list' : 'inlineeditor';
  }

  getColumn(...given: unknown[]): { id: string; label: string; type: string; sublistId: string } | null {
    const { fieldId } = optionsOf('Sublist.getColumn', given, ['fieldId']);
    const field = this.sublist.fields.get(String(fieldId));
    return field ? { id: field.id, label: field.label, type: field.type, sublistId: this.id } : null;
  }
}
