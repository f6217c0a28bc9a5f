import type { LineData, RecordData } from '../../records/data';
import type { FieldShape } from '../../records/requests';
import { scriptError } from '../errors';
import { type Shape, type SublistFields, shapeOf } from './account';
import { emptyLine, type Fields, setFieldText, setFieldValue } from './line';

/** The related records of every transaction (the Records Browser's `links`). */
const RELATED_RECORDS = 'links';

/** The lines of a record's sublists, as standard mode works on them: by index, at once. */
export class Sublists {
  constructor(readonly data: RecordData) {}

  get shape(): Shape {
    return shapeOf(this.data.type);
  }

  /** @throws SSS_INVALID_SUBLIST_OPERATION for a sublist that the record type does not have. */
  sublist(sublistId: string): SublistFields {
    const sublist = this.has(sublistId) ? this.shape.sublists.get(sublistId) : undefined;
    if (!sublist) throw invalidOperation(`The record type ${this.data.type} has no sublist ${sublistId}.`);
    return sublist;
  }

  /** @throws SIMULATOR_NOT_SUPPORTED for a sublist that the record type has in NetSuite and not here. */
  has(sublistId: string): boolean {
    const { sublists, fields } = this.shape;
    if (!sublists.has(sublistId) && sublistId === RELATED_RECORDS && fields.has('trandate')) {
      const { type } = this.data;
      throw scriptError(
        'SIMULATOR_NOT_SUPPORTED',
        `The simulator does not support the sublist ${sublistId} of ${type}.`,
      );
    }
    return sublists.has(sublistId);
  }

  /** -1 for a sublist that does not exist, as Record.getLineCount answers (section_4273157892). */
  count(sublistId: string): number {
    return this.has(sublistId) ? this.lines(sublistId).length : -1;
  }

  lines(sublistId: string): LineData[] {
    let lines = this.data.sublists[sublistId];
    if (!lines) {
      lines = [];
      this.data.sublists[sublistId] = lines;
    }
    return lines;
  }

  field(sublistId: string, fieldId: string): FieldShape | undefined {
    return this.sublist(sublistId).fields.get(fieldId);
  }

  /** @throws SSS_INVALID_SUBLIST_OPERATION when there is no such line. */
  line(sublistId: string, index: number): LineData {
    this.sublist(sublistId);
    const line = this.lines(sublistId)[index];
    if (!line) throw invalidOperation(`The sublist ${sublistId} has no line ${index}.`);
    return line;
  }

  /** The line at the index; one past the last is a new line, as setSublistValue makes it (section_4273166777). */
  lineForWriting(sublistId: string, index: number): LineData {
    const lines = this.lines(sublistId);
    if (index === lines.length) return this.insert(sublistId, index);
    this.touch(sublistId);
    return this.line(sublistId, index);
  }

  insert(sublistId: string, index: number): LineData {
    if (this.sublist(sublistId).shape.hasStaticLines) {
      throw invalidOperation(`Lines of the sublist ${sublistId} cannot be added.`);
    }
    const lines = this.lines(sublistId);
    if (!Number.isInteger(index) || index < 0 || index > lines.length) {
      throw invalidOperation(`A line cannot be inserted at ${index} of the sublist ${sublistId}.`);
    }
    const line = emptyLine();
    lines.splice(index, 0, line);
    this.touch(sublistId);
    return line;
  }

  remove(sublistId: string, index: number): void {
    if (this.sublist(sublistId).shape.hasStaticLines) {
      throw invalidOperation(`Lines of the sublist ${sublistId} cannot be removed.`);
    }
    this.line(sublistId, index);
    this.lines(sublistId).splice(index, 1);
    this.touch(sublistId);
  }

  setValue(sublistId: string, fieldId: string, index: number, value: unknown): void {
    setFieldValue(this.lineForWriting(sublistId, index), this.field(sublistId, fieldId), fieldId, value);
  }

  setText(sublistId: string, fieldId: string, index: number, text: unknown): void {
    setFieldText(this.lineForWriting(sublistId, index), this.field(sublistId, fieldId), fieldId, text);
  }

  /** Index of the first line with the value, -1 where there is none. */
  find(sublistId: string, fieldId: string, value: unknown): number {
    return this.lines(sublistId).findIndex((line: Fields) => sameValue(line.fields[fieldId], value));
  }

  /** Notes that the sublist has to be stored. */
  touch(sublistId: string): void {
    if (!this.data.changedSublists.includes(sublistId)) this.data.changedSublists.push(sublistId);
  }
}

/** `SSS_INVALID_SUBLIST_OPERATION` with NetSuite's sentence and what was wrong. */
export function invalidOperation(what: string) {
  return scriptError(
    'SSS_INVALID_SUBLIST_OPERATION',
    `You have attempted an invalid sublist or line item operation. ${what}`,
  );
}

function sameValue(held: unknown, given: unknown): boolean {
  if (held instanceof Date && given instanceof Date) return held.getTime() === given.getTime();
  if (typeof held === 'boolean') return held === (given === true || given === 'T');
  return held !== undefined && held !== null && String(held) === String(given);
}
