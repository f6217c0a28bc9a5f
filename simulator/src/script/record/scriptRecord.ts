import type { FieldValue, RecordData } from '../../records/data';
import type { FieldShape } from '../../records/requests';
import { missingArgument, scriptError } from '../errors';
import { withPromise } from '../promises';
import { unsupported } from '../unsupported';
import { ask } from './account';
import { optionsOf } from './arguments';
import { CurrentLines } from './currentLine';
import { FieldObject, SublistObject } from './fieldObjects';
import { type Fields, fieldText, fieldValue, setFieldText, setFieldValue } from './line';
import { recordJson } from './recordJson';
import { Sublists } from './sublists';

const SUBLIST = ['sublistId'] as const;
const SUBLIST_FIELD = ['sublistId', 'fieldId'] as const;
const SUBLIST_LINE = ['sublistId', 'line'] as const;
const SUBLIST_CELL = ['sublistId', 'fieldId', 'line'] as const;

/** `N/record` Record (section_4267255811): in-memory methods, which cost no units, and `save`. */
export class ScriptRecord {
  private readonly sublists: Sublists;
  private readonly current: CurrentLines;
  readonly save: ((options?: object) => number) & { promise: (options?: object) => Promise<number> };
  readonly executeMacro: never = unsupported('N/record Record.executeMacro');
  readonly getMacro: never = unsupported('N/record Record.getMacro');
  readonly getMacros: never = unsupported('N/record Record.getMacros');
  readonly getMatrixHeaderCount: never = unsupported('N/record Record.getMatrixHeaderCount');
  readonly getMatrixSublistValue: never = unsupported('N/record Record.getMatrixSublistValue');
  readonly setMatrixSublistValue: never = unsupported('N/record Record.setMatrixSublistValue');

  /** `owner` is told when a subrecord of it changes; only whole records can be saved. */
  constructor(
    private data: RecordData,
    private readonly owner: (() => void) | null = null,
  ) {
    this.sublists = new Sublists(data);
    this.current = new CurrentLines(this.sublists);
    this.save = withPromise((options?: object) => this.saveNow(options));
  }

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

  getSublists(): string[] {
    return [...this.sublists.shape.sublists.keys()];
  }

  getSublist(...given: unknown[]): SublistObject | null {
    const { sublistId } = optionsOf('Record.getSublist', given, SUBLIST);
    const sublist = this.sublists.shape.sublists.get(String(sublistId));
    return sublist ? new SublistObject(sublist) : null;
  }

  getSublistFields(...given: unknown[]): string[] {
    const { sublistId } = optionsOf('Record.getSublistFields', given, SUBLIST);
    return [...this.sublists.sublist(String(sublistId)).fields.keys()];
  }

  getSublistField(...given: unknown[]): FieldObject | null {
    const { sublistId, fieldId } = optionsOf('Record.getSublistField', given, SUBLIST_CELL);
    const field = this.sublists.field(String(sublistId), String(fieldId));
    return field ? new FieldObject(field, String(sublistId)) : null;
  }

  getCurrentSublistField(...given: unknown[]): FieldObject | null {
    const { sublistId, fieldId } = optionsOf('Record.getCurrentSublistField', given, SUBLIST_FIELD);
    const field = this.sublists.field(String(sublistId), String(fieldId));
    return field ? new FieldObject(field, String(sublistId)) : null;
  }

  getLineCount(...given: unknown[]): number {
    const { sublistId } = optionsOf('Record.getLineCount', given, SUBLIST);
    return this.sublists.count(String(sublistId));
  }

  getSublistValue(...given: unknown[]): FieldValue | FieldValue[] | undefined {
    const { sublistId, fieldId, line } = optionsOf('Record.getSublistValue', given, SUBLIST_CELL);
    return fieldValue(...this.cell(sublistId, fieldId, line));
  }

  getSublistText(...given: unknown[]): string | string[] {
    const { sublistId, fieldId, line } = optionsOf('Record.getSublistText', given, SUBLIST_CELL);
    return fieldText(...this.cell(sublistId, fieldId, line));
  }

  setSublistValue(...given: unknown[]): this {
    this.standardOnly('setSublistValue');
    const names = ['sublistId', 'fieldId', 'line', 'value'] as const;
    const { sublistId, fieldId, line, value } = optionsOf('Record.setSublistValue', given, names, SUBLIST_CELL);
    this.sublists.setValue(String(sublistId), String(fieldId), Number(line), value);
    return this.touched();
  }

  setSublistText(...given: unknown[]): this {
    this.standardOnly('setSublistText');
    const names = ['sublistId', 'fieldId', 'line', 'text'] as const;
    const { sublistId, fieldId, line, text } = optionsOf('Record.setSublistText', given, names, SUBLIST_CELL);
    this.sublists.setText(String(sublistId), String(fieldId), Number(line), text);
    return this.touched();
  }

  insertLine(...given: unknown[]): this {
    const { sublistId, line } = optionsOf('Record.insertLine', given, SUBLIST_LINE);
    this.sublists.insert(String(sublistId), Number(line));
    if (this.isDynamic) this.current.select(String(sublistId), Number(line));
    return this.touched();
  }

  removeLine(...given: unknown[]): this {
    const { sublistId, line } = optionsOf('Record.removeLine', given, SUBLIST_LINE);
    this.sublists.remove(String(sublistId), Number(line));
    if (this.isDynamic) this.sourceAfter(String(sublistId));
    return this.touched();
  }

  findSublistLineWithValue(...given: unknown[]): number {
    const names = ['sublistId', 'fieldId', 'value'] as const;
    const { sublistId, fieldId, value } = optionsOf('Record.findSublistLineWithValue', given, names, SUBLIST_FIELD);
    return this.sublists.find(String(sublistId), String(fieldId), value);
  }

  selectLine(...given: unknown[]): this {
    this.dynamicOnly('selectLine');
    const { sublistId, line } = optionsOf('Record.selectLine', given, SUBLIST_LINE);
    this.current.select(String(sublistId), Number(line));
    return this;
  }

  selectNewLine(...given: unknown[]): this {
    this.dynamicOnly('selectNewLine');
    const { sublistId } = optionsOf('Record.selectNewLine', given, SUBLIST);
    this.current.selectNew(String(sublistId));
    return this;
  }

  commitLine(...given: unknown[]): this {
    this.dynamicOnly('commitLine');
    const { sublistId } = optionsOf('Record.commitLine', given, SUBLIST);
    this.current.commit(String(sublistId));
    this.sourceAfter(String(sublistId));
    return this.touched();
  }

  cancelLine(...given: unknown[]): this {
    this.dynamicOnly('cancelLine');
    const { sublistId } = optionsOf('Record.cancelLine', given, SUBLIST);
    this.current.cancel(String(sublistId));
    return this;
  }

  getCurrentSublistIndex(...given: unknown[]): number {
    const { sublistId } = optionsOf('Record.getCurrentSublistIndex', given, SUBLIST);
    return this.current.index(String(sublistId));
  }

  getCurrentSublistValue(...given: unknown[]): FieldValue | FieldValue[] | undefined {
    this.dynamicOnly('getCurrentSublistValue');
    const { sublistId, fieldId } = optionsOf('Record.getCurrentSublistValue', given, SUBLIST_FIELD);
    return fieldValue(...this.currentCell(sublistId, fieldId));
  }

  getCurrentSublistText(...given: unknown[]): string | string[] {
    this.dynamicOnly('getCurrentSublistText');
    const { sublistId, fieldId } = optionsOf('Record.getCurrentSublistText', given, SUBLIST_FIELD);
    return fieldText(...this.currentCell(sublistId, fieldId));
  }

  setCurrentSublistValue(...given: unknown[]): this {
    this.dynamicOnly('setCurrentSublistValue');
    const names = ['sublistId', 'fieldId', 'value'] as const;
    const { sublistId, fieldId, value } = optionsOf('Record.setCurrentSublistValue', given, names, SUBLIST_FIELD);
    this.current.setValue(String(sublistId), String(fieldId), value, isSourced(given));
    return this;
  }

  setCurrentSublistText(...given: unknown[]): this {
    this.dynamicOnly('setCurrentSublistText');
    const names = ['sublistId', 'fieldId', 'text'] as const;
    const { sublistId, fieldId, text } = optionsOf('Record.setCurrentSublistText', given, names, SUBLIST_FIELD);
    this.current.setText(String(sublistId), String(fieldId), text, isSourced(given));
    return this;
  }

  hasSubrecord(...given: unknown[]): boolean {
    return this.data.subrecords[fieldIdOf('Record.hasSubrecord', given)] !== undefined;
  }

  getSubrecord(...given: unknown[]): ScriptRecord {
    const fieldId = fieldIdOf('Record.getSubrecord', given);
    return this.subrecord(this.data.subrecords, this.field(fieldId), fieldId, () => this.changed(fieldId, []));
  }

  removeSubrecord(...given: unknown[]): this {
    const fieldId = fieldIdOf('Record.removeSubrecord', given);
    delete this.data.subrecords[fieldId];
    return this.changed(fieldId, []);
  }

  hasSublistSubrecord(...given: unknown[]): boolean {
    const { sublistId, fieldId, line } = optionsOf('Record.hasSublistSubrecord', given, SUBLIST_CELL);
    return this.sublists.line(String(sublistId), Number(line)).subrecords[String(fieldId)] !== undefined;
  }

  getSublistSubrecord(...given: unknown[]): ScriptRecord {
    const { sublistId, fieldId, line } = optionsOf('Record.getSublistSubrecord', given, SUBLIST_CELL);
    const [sublist, field] = [String(sublistId), String(fieldId)];
    const { subrecords } = this.sublists.lineForWriting(sublist, Number(line));
    return this.subrecord(subrecords, this.sublists.field(sublist, field), field, () => this.sublists.touch(sublist));
  }

  removeSublistSubrecord(...given: unknown[]): this {
    const { sublistId, fieldId, line } = optionsOf('Record.removeSublistSubrecord', given, SUBLIST_CELL);
    delete this.sublists.lineForWriting(String(sublistId), Number(line)).subrecords[String(fieldId)];
    return this.touched();
  }

  hasCurrentSublistSubrecord(...given: unknown[]): boolean {
    const { sublistId, fieldId } = optionsOf('Record.hasCurrentSublistSubrecord', given, SUBLIST_FIELD);
    return this.current.line(String(sublistId)).subrecords[String(fieldId)] !== undefined;
  }

  getCurrentSublistSubrecord(...given: unknown[]): ScriptRecord {
    this.dynamicOnly('getCurrentSublistSubrecord');
    const { sublistId, fieldId } = optionsOf('Record.getCurrentSublistSubrecord', given, SUBLIST_FIELD);
    const [sublist, field] = [String(sublistId), String(fieldId)];
    const { subrecords } = this.current.line(sublist);
    return this.subrecord(subrecords, this.sublists.field(sublist, field), field, () => undefined);
  }

  removeCurrentSublistSubrecord(...given: unknown[]): this {
    const { sublistId, fieldId } = optionsOf('Record.removeCurrentSublistSubrecord', given, SUBLIST_FIELD);
    delete this.current.line(String(sublistId)).subrecords[String(fieldId)];
    return this;
  }

  toJSON(): object {
    return recordJson(this.data);
  }

  toString(): string {
    return JSON.stringify(this);
  }

  /** The record as it crosses to the account, for user events. */
  static dataOf(record: ScriptRecord): RecordData {
    return record.data;
  }

  private field(fieldId: string): FieldShape | undefined {
    return this.sublists.shape.fields.get(fieldId);
  }

  private cell(sublistId: unknown, fieldId: unknown, line: unknown): [Fields, FieldShape | undefined, string] {
    const [sublist, field] = [String(sublistId), String(fieldId)];
    return [this.sublists.line(sublist, Number(line)), this.sublists.field(sublist, field), field];
  }

  private currentCell(sublistId: unknown, fieldId: unknown): [Fields, FieldShape | undefined, string] {
    const [sublist, field] = [String(sublistId), String(fieldId)];
    return [this.current.line(sublist), this.sublists.field(sublist, field), field];
  }

  private subrecord(
    subrecords: Record<string, RecordData>,
    field: FieldShape | undefined,
    fieldId: string,
    onChange: () => void,
  ): ScriptRecord {
    if (!field?.subrecord) {
      throw scriptError('FIELD_1_IS_NOT_A_SUBRECORD_FIELD', `Field ${fieldId} is not a subrecord field.`);
    }
    const data = subrecords[fieldId] ?? emptyRecord(field.subrecord, this.isDynamic);
    subrecords[fieldId] = data;
    const changed = (): void => {
      onChange();
      this.owner?.();
    };
    return new ScriptRecord(data, changed);
  }

  private changed(fieldId: string, given: readonly unknown[]): this {
    if (!this.data.changedFields.includes(fieldId)) this.data.changedFields.push(fieldId);
    if (this.isDynamic && this.owner === null && given.length > 0 && isSourced(given)) this.sourceAfter(fieldId);
    return this.touched();
  }

  private touched(): this {
    this.owner?.();
    return this;
  }

  private sourceAfter(changed: string): void {
    if (this.owner === null) Object.assign(this.data, ask('record.source', { record: this.data, changed }));
  }

  private standardOnly(method: string): void {
    if (this.isDynamic) throw wrongMode(method, 'dynamic');
  }

  private dynamicOnly(method: string): void {
    if (!this.isDynamic) throw wrongMode(method, 'standard');
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

/** `ignoreFieldChange: true` keeps NetSuite from sourcing (section_4273157033). */
function isSourced(given: readonly unknown[]): boolean {
  const [options] = given;
  return !(
    typeof options === 'object' &&
    options !== null &&
    'ignoreFieldChange' in options &&
    options.ignoreFieldChange
  );
}

function wrongMode(method: string, mode: string) {
  return scriptError(
    'SSS_INVALID_API_USAGE',
    `Invalid API usage. Record.${method} is not available for a record in ${mode} mode.`,
  );
}
