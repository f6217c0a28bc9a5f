import type { PageField, PageOption } from '../../../kernel/page';
import { scriptError } from '../../errors';
import { call } from '../../host';
import { enumerated, optionalText, required, text } from './arguments';
import { FieldBreakType, FieldDisplayType, FieldLayoutType, FieldType } from './enums';

export interface FieldOptions {
  id: string;
  label: string;
  type: string;
  source?: string;
  container?: string;
}

const WITH_OPTIONS: ReadonlySet<string> = new Set(['SELECT', 'MULTISELECT', 'RADIO']);

/** A field of a form or a column of a sublist (section_4325837128). */
export class Field {
  readonly id: string;
  readonly type: string;
  alias: string;
  label: string;
  defaultValue: string | string[] | number | undefined = undefined;
  isMandatory = false;
  linkText: string | undefined = undefined;
  maxLength: number | undefined = undefined;
  padding = 0;
  richTextHeight: number | undefined = undefined;
  richTextWidth: number | undefined = undefined;
  readonly #source: string | null;
  readonly #container: string | null;
  #displayType: string = FieldDisplayType.NORMAL;
  #layoutType: string = FieldLayoutType.NORMAL;
  #breakType: string = FieldBreakType.NONE;
  #displaySize: { width: number; height: number } | null = null;
  #helpText: string | null = null;
  readonly #options: PageOption[] = [];

  constructor(options: FieldOptions) {
    required('addField', options, 'id', 'label', 'type');
    this.id = text(options.id, 'options.id');
    this.alias = this.id;
    this.label = String(options.label);
    this.type = enumerated(FieldType, options.type);
    this.#source = optionalText(options.source);
    this.#container = optionalText(options.container);
  }

  updateDisplayType(options: { displayType: string }): this {
    this.#displayType = enumerated(FieldDisplayType, required('updateDisplayType', options, 'displayType').displayType);
    return this;
  }

  updateLayoutType(options: { layoutType: string }): this {
    this.#layoutType = enumerated(FieldLayoutType, required('updateLayoutType', options, 'layoutType').layoutType);
    return this;
  }

  updateBreakType(options: { breakType: string }): this {
    this.#breakType = enumerated(FieldBreakType, required('updateBreakType', options, 'breakType').breakType);
    return this;
  }

  updateDisplaySize(options: { height: number; width: number }): this {
    const { height, width } = required('updateDisplaySize', options, 'height', 'width');
    this.#displaySize = { height: Number(height), width: Number(width) };
    return this;
  }

  setHelpText(options: { help: string; showInlineForAssistant?: boolean }): this {
    this.#helpText = String(required('setHelpText', options, 'help').help);
    return this;
  }

  /**
   * Adds an option to a select field whose options the script makes itself.
   * @throws SSS_INVALID_UI_OBJECT_TYPE where the field has a source or is no select
   */
  addSelectOption(options: { value: string; text: string; isSelected?: boolean }): void {
    if (options?.value === undefined || options.value === null) required('addSelectOption', options, 'value');
    if (options.text === undefined || options.text === null) required('addSelectOption', options, 'text');
    if (!WITH_OPTIONS.has(this.type) || (this.#source !== null && this.type !== FieldType.RADIO)) {
      throw scriptError('SSS_INVALID_UI_OBJECT_TYPE', 'Options can only be added to a select field without a source.');
    }
    const { value, text: shown, isSelected } = options;
    this.#options.push({ value: String(value), text: String(shown), isSelected: isSelected === true });
  }

  /** The options, those of the source included (section_4325837128). */
  getSelectOptions(options: { filter?: string; filteroperator?: string } = {}): { value: string; text: string }[] {
    const offered = this.#source
      ? call<{ value: string; text: string }[]>('ui.selectOptions', { source: this.#source })
      : this.#options.map(({ value, text: shown }) => ({ value, text: shown }));
    const wanted = (optionalText(options.filter) ?? '').toLowerCase();
    const matches = MATCHERS[options.filteroperator ?? 'contains'] ?? MATCHERS.contains;
    return offered.filter(({ text: shown }) => wanted === '' || matches?.(shown.toLowerCase(), wanted));
  }

  static data(field: Field): PageField {
    return {
      id: field.id,
      type: field.type,
      label: String(field.label),
      source: field.#source,
      container: field.#container,
      displayType: field.#displayType,
      layoutType: field.#layoutType,
      breakType: field.#breakType,
      defaultValue: defaultValue(field.defaultValue),
      isMandatory: field.isMandatory === true,
      helpText: field.#helpText,
      linkText: optionalText(field.linkText),
      maxLength: field.maxLength ?? null,
      displaySize: field.#displaySize,
      padding: Number(field.padding) || 0,
      options: field.#options,
    };
  }

  toString(): string {
    return 'serverWidget.Field';
  }
}

const MATCHERS: Readonly<Record<string, (shown: string, wanted: string) => boolean>> = {
  contains: (shown, wanted) => shown.includes(wanted),
  is: (shown, wanted) => shown === wanted,
  startswith: (shown, wanted) => shown.startsWith(wanted),
};

function defaultValue(given: unknown): string | string[] | null {
  if (given === undefined || given === null) return null;
  if (given === true) return 'T';
  if (given === false) return 'F';
  return Array.isArray(given) ? given.map(String) : String(given);
}
