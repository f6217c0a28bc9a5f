import type { PageSublist } from '../../../kernel/page';
import { scriptError } from '../../errors';
import { enumerated, optionalText, required, text } from './arguments';
import { Button } from './button';
import { SublistDisplayType, SublistType } from './enums';
import { Field, type FieldOptions } from './field';

export interface SublistOptions {
  id: string;
  label: string;
  tab?: string;
  type: string;
}

/** A list of lines on a form (section_4325844858). */
export class Sublist {
  label: string;
  displayType: string = SublistDisplayType.NORMAL;
  helpText: string | undefined = undefined;
  readonly #id: string;
  readonly #tab: string | null;
  readonly #type: string;
  readonly #fields: Field[] = [];
  readonly #lines: Record<string, string>[] = [];
  readonly #buttons: Button[] = [];
  #hasMarkAllButtons = false;
  #hasRefreshButton = false;
  #totallingField: string | null = null;
  #uniqueField: string | null = null;

  constructor(options: SublistOptions) {
    required('addSublist', options, 'id', 'label', 'type');
    this.#id = text(options.id, 'options.id');
    this.label = String(options.label);
    this.#type = enumerated(SublistType, options.type);
    this.#tab = optionalText(options.tab);
  }

  get name(): string {
    return this.#id;
  }

  /** Number of lines; -1 where there are none (section_4325844858). */
  get lineCount(): number {
    return this.#lines.length === 0 ? -1 : this.#lines.length;
  }

  /** Adds a column. @throws SSS_INVALID_TYPE_ARG for the field types that sublists do not have (section_456415649413) */
  addField(options: FieldOptions): Field {
    const field = new Field(options);
    if (NOT_IN_SUBLISTS.has(field.type)) {
      throw scriptError('SSS_INVALID_TYPE_ARG', `You have entered an invalid type argument: ${field.type}`);
    }
    this.#fields.push(field);
    return field;
  }

  insertField(options: { field: Field; nextfield: string; isBefore?: boolean }): void {
    const { field, nextfield, isBefore } = required('insertField', options, 'field', 'nextfield');
    const place = this.#fields.findIndex(({ id }) => id === nextfield);
    if (place < 0) throw invalidOperation();
    const present = this.#fields.indexOf(field);
    if (present >= 0) this.#fields.splice(present, 1);
    this.#fields.splice(this.#fields.findIndex(({ id }) => id === nextfield) + (isBefore === false ? 1 : 0), 0, field);
  }

  getField(options: { id: string }): Field | null {
    const { id } = required('getField', options, 'id');
    return this.#fields.find((field) => field.id === id) ?? null;
  }

  addButton(options: { id?: string; label: string; functionName?: string }): Button {
    const button = new Button(required('addButton', options, 'label'));
    this.#buttons.push(button);
    return button;
  }

  addMarkAllButtons(): Button {
    this.#listOnly();
    this.#hasMarkAllButtons = true;
    return new Button({ label: 'Mark All' });
  }

  addRefreshButton(): Button {
    this.#listOnly();
    this.#hasRefreshButton = true;
    return new Button({ label: 'Refresh' });
  }

  /**
   * Sets a field of a line; lines come into being as they are set (section_456052185058).
   * @throws SSS_MISSING_REQD_ARGUMENT for null, undefined and the empty text, SSS_INVALID_SUBLIST_OPERATION for a
   * column that was not added
   */
  setSublistValue(options: { id: string; line: number; value: string | null }): string {
    const { id, line, value } = required('setSublistValue', options, 'id', 'line', 'value');
    const given = text(value, 'options.value');
    if (!this.#fields.some((field) => field.id === id)) {
      throw invalidOperation();
    }
    const place = Number(line);
    if (!Number.isInteger(place) || place < 0 || place > MOST_LINES) {
      throw invalidOperation();
    }
    while (this.#lines.length <= place) this.#lines.push({});
    const entry = this.#lines[place];
    if (entry) entry[id] = given;
    return given;
  }

  getSublistValue(options: { id: string; line: number }): string | null {
    const { id, line } = required('getSublistValue', options, 'id', 'line');
    return this.#lines[Number(line)]?.[id] ?? null;
  }

  updateTotallingFieldId(options: { id: string }): this {
    this.#totallingField = required('updateTotallingFieldId', options, 'id').id;
    return this;
  }

  updateUniqueFieldId(options: { id: string }): this {
    this.#uniqueField = required('updateUniqueFieldId', options, 'id').id;
    return this;
  }

  static data(sublist: Sublist): PageSublist {
    return {
      id: sublist.#id,
      label: String(sublist.label),
      tab: sublist.#tab,
      type: sublist.#type,
      isHidden: sublist.displayType === SublistDisplayType.HIDDEN,
      helpText: optionalText(sublist.helpText),
      fields: sublist.#fields.map(Field.data),
      lines: sublist.#lines,
      buttons: sublist.#buttons.map(Button.data),
      hasMarkAllButtons: sublist.#hasMarkAllButtons,
      hasRefreshButton: sublist.#hasRefreshButton,
      totallingField: sublist.#totallingField,
      uniqueField: sublist.#uniqueField,
    };
  }

  toString(): string {
    return 'serverWidget.Sublist';
  }

  #listOnly(): void {
    if (this.#type !== SublistType.LIST) throw invalidOperation();
  }
}

/** NetSuite's code for a column or line that is not there; that it is this one here is an assumption. */
function invalidOperation(): unknown {
  return scriptError(
    'SSS_INVALID_SUBLIST_OPERATION',
    'You have attempted an invalid sublist or line item operation. You are either trying to access a field on a non-existent line or you are trying to add or remove lines from a static sublist.',
  );
}

const NOT_IN_SUBLISTS: ReadonlySet<string> = new Set(
  'DATETIME FILE HELP INLINEHTML LABEL LONGTEXT MULTISELECT RADIO RICHTEXT'.split(' '),
);

/** Guards against a line number that is meant as something else. */
const MOST_LINES = 100_000;
