import type { Cell, SearchRow } from '../../search/definition';
import { columnKeys, manyOf } from '../../search/serialize';
import { Column, type ColumnOptions, columnFrom, path } from './column';

/** search.Result (section_4345767667). */
export class Result {
  readonly recordType: string | null;
  readonly id: string | null;
  readonly columns: Column[];
  readonly #cells: readonly Cell[];

  constructor(row: SearchRow, columns: readonly Column[]) {
    this.recordType = row.recordType;
    this.id = row.id;
    this.columns = [...columns];
    this.#cells = row.cells;
  }

  /** Text, for checkboxes a boolean; null for a column that the search does not have. */
  getValue(column: string | Column | ColumnOptions): string | boolean | null {
    const cell = this.#cell(column);
    if (!cell) return null;
    return cell.kind === 'checkbox' ? cell.value === 'T' : cell.value;
  }

  /** The name of a select's value; null for a column that is none. */
  getText(column: string | Column | ColumnOptions): string | null {
    return this.#cell(column)?.text ?? null;
  }

  getAllValues(): Record<string, unknown> {
    const keys = columnKeys(this.columns);
    return Object.fromEntries(this.#cells.map((cell, index) => [keys[index] ?? '', jsonValue(cell)]));
  }

  toString(): string {
    return 'search.Result';
  }

  toJSON(): object {
    const values = this.getAllValues();
    return this.id === null ? { values } : { recordType: this.recordType, id: this.id, values };
  }

  /** The cell of a column object of the search itself, or of the first column of that name, join and summary. */
  #cell(given: string | Column | ColumnOptions): Cell | undefined {
    const same = given instanceof Column ? this.columns.indexOf(given) : -1;
    if (same >= 0) return this.#cells[same];
    const wanted = typeof given === 'string' ? path(given, null) : columnFrom(given);
    const summary = 'summary' in wanted ? wanted.summary : null;
    const lower = (text: string | null): string => (text ?? '').toLowerCase();
    const index = this.columns.findIndex(
      (column) =>
        lower(column.name) === lower(wanted.name) &&
        lower(column.join) === lower(wanted.join) &&
        (summary === null || column.summary === summary),
    );
    return this.#cells[index];
  }
}

/** As `JSON.stringify(result)` shows values: selects as lists of value and text. */
function jsonValue(cell: Cell): unknown {
  if (cell.kind === 'checkbox') return cell.value === 'T';
  if (cell.kind === 'multiselect') return manyOf(cell);
  if (cell.kind !== 'select') return cell.value;
  return cell.value === '' && cell.text === '' ? [] : [{ value: cell.value, text: cell.text }];
}
