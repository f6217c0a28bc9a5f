import type { LineData } from '../../records/data';
import { ask } from './account';
import { copyLine, emptyLine, setFieldText, setFieldValue } from './line';
import { invalidOperation, type Sublists } from './sublists';

interface Selection {
  readonly index: number;
  readonly line: LineData;
}

/**
 * The line that is being edited in each sublist of a record in dynamic mode. As in the user interface, what it holds
 * counts only when it is committed, and the account sources the fields that depend on each other at once.
 */
export class CurrentLines {
  private readonly selections = new Map<string, Selection>();

  constructor(private readonly sublists: Sublists) {}

  select(sublistId: string, index: number): void {
    this.selections.set(sublistId, { index, line: copyLine(this.sublists.line(sublistId, index)) });
  }

  selectNew(sublistId: string): void {
    if (this.sublists.sublist(sublistId).shape.hasStaticLines) {
      throw invalidOperation(`Lines of the sublist ${sublistId} cannot be added.`);
    }
    this.selections.set(sublistId, { index: this.sublists.lines(sublistId).length, line: emptyLine() });
  }

  /** -1 where no line is selected. */
  index(sublistId: string): number {
    return this.selections.get(sublistId)?.index ?? -1;
  }

  /** @throws SSS_INVALID_SUBLIST_OPERATION when no line is selected. */
  line(sublistId: string): LineData {
    this.sublists.sublist(sublistId);
    const selection = this.selections.get(sublistId);
    if (!selection) throw invalidOperation(`No line of the sublist ${sublistId} is selected.`);
    return selection.line;
  }

  setValue(sublistId: string, fieldId: string, value: unknown, isSourced: boolean): void {
    setFieldValue(this.lineForWriting(sublistId), this.sublists.field(sublistId, fieldId), fieldId, value);
    if (isSourced) this.source(sublistId, fieldId);
  }

  setText(sublistId: string, fieldId: string, text: unknown, isSourced: boolean): void {
    const line = this.lineForWriting(sublistId);
    const field = this.sublists.field(sublistId, fieldId);
    setFieldText(line, field, fieldId, text);
    if (field?.type === 'select') {
      const type = this.sublists.data.type;
      line.fields[fieldId] = ask('record.selectValue', { type, sublistId, fieldId, text: String(text) });
    }
    if (isSourced) this.source(sublistId, fieldId);
  }

  commit(sublistId: string): void {
    const line = this.line(sublistId);
    const index = this.index(sublistId);
    const lines = this.sublists.lines(sublistId);
    if (index >= lines.length) lines.push(line);
    else lines[index] = line;
    this.sublists.touch(sublistId);
    this.selections.delete(sublistId);
  }

  cancel(sublistId: string): void {
    this.sublists.sublist(sublistId);
    this.selections.delete(sublistId);
  }

  /** A new line is selected by itself when a script sets a field of the sublist without selecting one. */
  private lineForWriting(sublistId: string): LineData {
    this.sublists.sublist(sublistId);
    if (!this.selections.has(sublistId)) this.selectNew(sublistId);
    return this.line(sublistId);
  }

  private source(sublistId: string, fieldId: string): void {
    const index = this.index(sublistId);
    const line = ask('record.sourceLine', {
      record: this.sublists.data,
      sublistId,
      line: this.line(sublistId),
      fieldId,
    });
    this.selections.set(sublistId, { index, line });
  }
}
