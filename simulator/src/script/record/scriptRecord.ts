import type { FieldValue, RecordData } from '../../records/data';
import type { FieldShape } from '../../records/requests';
import { scriptError } from '../errors';
import { optionsOf } from './arguments';
import { CurrentLines } from './currentLine';
import { FieldObject, SublistObject } from './fieldObjects';
import { type Fields, fieldText, fieldValue } from './line';
import { isSourced, RecordBody } from './recordBody';

const SUBLIST = ['sublistId'] as const;
const SUBLIST_FIELD = ['sublistId', 'fieldId'] as const;
const SUBLIST_LINE = ['sublistId', 'line'] as const;
const SUBLIST_CELL = ['sublistId', 'fieldId', 'line'] as const;

/** `N/record` Record (section_4205869719): in-memory methods, which cost no units, and `save`. */
export class ScriptRecord extends RecordBody {
  private readonly current: CurrentLines;

  constructor(data: RecordData, owner: (() => void) | null = null) {
    super(data, owner);
    this.current = new CurrentLines(this.sublists);
  }

  protected override subrecordOf(data: RecordData, owner: () => void): ScriptRecord {
    return new ScriptRecord(data, owner);
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

  hasSublistSubrecord(...given: unknown[]): boolean {
    const { sublistId, fieldId, line } = optionsOf('Record.hasSublistSubrecord', given, SUBLIST_CELL);
    return this.sublists.line(String(sublistId), Number(line)).subrecords[String(fieldId)] !== undefined;
  }

  getSublistSubrecord(...given: unknown[]): RecordBody {
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

  getCurrentSublistSubrecord(...given: unknown[]): RecordBody {
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

  private cell(sublistId: unknown, fieldId: unknown, line: unknown): [Fields, FieldShape | undefined, string] {
    const [sublist, field] = [String(sublistId), String(fieldId)];
    return [this.sublists.line(sublist, Number(line)), this.sublists.field(sublist, field), field];
  }

  private currentCell(sublistId: unknown, fieldId: unknown): [Fields, FieldShape | undefined, string] {
    const [sublist, field] = [String(sublistId), String(fieldId)];
    return [this.current.line(sublist), this.sublists.field(sublist, field), field];
  }

  private standardOnly(method: string): void {
    if (this.isDynamic) throw wrongMode(method, 'dynamic');
  }

  private dynamicOnly(method: string): void {
    if (!this.isDynamic) throw wrongMode(method, 'standard');
  }
}

function wrongMode(method: string, mode: string) {
  return scriptError(
    'SSS_INVALID_API_USAGE',
    `Invalid API usage. Record.${method} is not available for a record in ${mode} mode.`,
  );
}
