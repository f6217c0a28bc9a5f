import type { FieldValue, RecordData } from '../../records/data';
import type { FieldShape } from '../../records/requests';
import { missingArgument, scriptError } from '../errors';
import { withPromise } from '../promises';
import { unsupported } from '../unsupported';
import { ask } from './account';
import { optionsOf } from './arguments';
import { FieldObject } from './fieldObjects';
import { fieldText, fieldValue, setFieldText, setFieldValue } from './line';
import { recordJson } from './recordJson';
import { Sublists } from './sublists';

/**
 * The body of a record: what `N/record` Record (section_4205869719) does with body fields and their subrecords, and
 * `save`. In-memory methods cost no units.
 */
export abstract class RecordBody {
  protected readonly sublists: Sublists;
  readonly save: ((options?: object) => number) & { promise: (options?: object) => Promise<number> };
  readonly executeMacro: never = unsupported('N/record Record.executeMacro');
  readonly getMacro: never = unsupported('N/record Record.getMacro');
  readonly getMacros: never = unsupported('N/record Record.getMacros');
  readonly getMatrixHeaderCount: never = unsupported('N/record Record.getMatrixHeaderCount');
  readonly getMatrixSublistValue: never = unsupported('N/record Record.getMatrixSublistValue');
  readonly setMatrixSublistValue: never = unsupported('N/record Record.setMatrixSublistValue');

  /** `owner` is told when a subrecord of it changes; only whole records can be saved. */
  constructor(
    protected readonly data: RecordData,
    protected readonly owner: (() => void) | null = null,
  ) {
    this.sublists = new Sublists(data);
    this.save = withPromise((options?: object) => this.saveNow(options));
  }

  /** Makes the object for a subrecord. */
  protected abstract subrecordOf(data: RecordData, owner: () => void): RecordBody;

  get id(): number | null {
    return this.data.id === null ? null : Number(this.data.id);
  }

  get type(): string {
    return this.data.type;
  }

  get isDynamic(): boolean {
    return this.data.isDynamic;
  }

  getValue(...given: unknown[]): FieldValue | FieldValue[] | undefined {
    const fieldId = fieldIdOf('Record.getValue', given);
    if (fieldId === 'id' || fieldId === 'internalid') return this.id;
    return fieldValue(this.data, this.field(fieldId), fieldId);
  }

  setValue(...given: unknown[]): this {
    const { fieldId, value } = optionsOf('Record.setValue', given, ['fieldId', 'value'], ['fieldId']);
    const id = String(fieldId);
    setFieldValue(this.data, this.field(id), id, value);
    return this.changed(id, given);
  }

  getText(...given: unknown[]): string | string[] {
    const fieldId = fieldIdOf('Record.getText', given);
    return fieldText(this.data, this.field(fieldId), fieldId);
  }

  setText(...given: unknown[]): this {
    const { fieldId, text } = optionsOf('Record.setText', given, ['fieldId', 'text'], ['fieldId']);
    const id = String(fieldId);
    const field = this.field(id);
    setFieldText(this.data, field, id, text);
    if (this.isDynamic && field?.type === 'select') {
      this.data.fields[id] = ask('record.selectValue', {
        type: this.type,
        sublistId: null,
        fieldId: id,
        text: String(text),
      });
    }
    return this.changed(id, given);
  }

  getField(...given: unknown[]): FieldObject | null {
    const field = this.field(fieldIdOf('Record.getField', given));
    return field ? new FieldObject(field, null) : null;
  }

  getFields(): string[] {
    return [...this.sublists.shape.fields.keys()];
  }

  hasSubrecord(...given: unknown[]): boolean {
    return this.data.subrecords[fieldIdOf('Record.hasSubrecord', given)] !== undefined;
  }

  getSubrecord(...given: unknown[]): RecordBody {
    const fieldId = fieldIdOf('Record.getSubrecord', given);
    return this.subrecord(this.data.subrecords, this.field(fieldId), fieldId, () => this.changed(fieldId, []));
  }

  removeSubrecord(...given: unknown[]): this {
    const fieldId = fieldIdOf('Record.removeSubrecord', given);
    delete this.data.subrecords[fieldId];
    return this.changed(fieldId, []);
  }

  toJSON(): object {
    return recordJson(this.data);
  }

  toString(): string {
    return JSON.stringify(this);
  }

  /** The record as it crosses to the account, for user events. */
  static dataOf(record: RecordBody): RecordData {
    return record.data;
  }

  protected field(fieldId: string): FieldShape | undefined {
    return this.sublists.shape.fields.get(fieldId);
  }

  protected subrecord(
    subrecords: Record<string, RecordData>,
    field: FieldShape | undefined,
    fieldId: string,
    onChange: () => void,
  ): RecordBody {
    if (!field?.subrecord) {
      throw scriptError('FIELD_1_IS_NOT_A_SUBRECORD_FIELD', `Field ${fieldId} is not a subrecord field.`);
    }
    const data = subrecords[fieldId] ?? emptyRecord(field.subrecord, this.isDynamic);
    subrecords[fieldId] = data;
    const changed = (): void => {
      onChange();
      this.owner?.();
    };
    return this.subrecordOf(data, changed);
  }

  protected changed(fieldId: string, given: readonly unknown[]): this {
    if (!this.data.changedFields.includes(fieldId)) this.data.changedFields.push(fieldId);
    if (this.isDynamic && this.owner === null && given.length > 0 && isSourced(given)) this.sourceAfter(fieldId);
    return this.touched();
  }

  protected touched(): this {
    this.owner?.();
    return this;
  }

  protected sourceAfter(changed: string): void {
    if (this.owner === null) Object.assign(this.data, ask('record.source', { record: this.data, changed }));
  }

  private saveNow(options: object = {}): number {
    if (this.owner !== null) throw scriptError('SSS_INVALID_API_USAGE', 'A subrecord is saved with its record.');
    const { enableSourcing, ignoreMandatoryFields } = options as Record<string, unknown>;
    const id = ask('record.save', {
      record: this.data,
      enableSourcing: enableSourcing === undefined ? true : Boolean(enableSourcing),
      ignoreMandatoryFields: Boolean(ignoreMandatoryFields),
    });
    this.data.id = id;
    return Number(id);
  }
}

/** A record of which nothing is set. */
function emptyRecord(type: string, isDynamic: boolean): RecordData {
  return {
    type,
    id: null,
    isDynamic,
    version: null,
    fields: {},
    texts: {},
    sublists: {},
    subrecords: {},
    changedFields: [],
    changedSublists: [],
  };
}

function fieldIdOf(method: string, given: readonly unknown[]): string {
  const { fieldId } = optionsOf(method, given, ['fieldId']);
  if (typeof fieldId !== 'string') throw missingArgument(method, 'fieldId');
  return fieldId;
}

/** `ignoreFieldChange: true` keeps NetSuite from sourcing (section_4273155868). */
export function isSourced(given: readonly unknown[]): boolean {
  const [options] = given;
  return !(
    typeof options === 'object' &&
    options !== null &&
    'ignoreFieldChange' in options &&
    options.ignoreFieldChange
  );
}
