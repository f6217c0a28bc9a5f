import type { Cell, SearchColumn, SearchRow } from './definition';

/**
 * The name under which a column stands in a result as JSON: `entity`, `email.customer`, `GROUP(internalid)`; a second
 * column of the same name gets a number, `formulatext_1`.
 */
export function columnKeys(columns: readonly SearchColumn[]): string[] {
  const used = new Map<string, number>();
  return columns.map(({ name, join, summary }) => {
    const path = join ? `${name}.${join}` : name;
    const key = summary ? `${summary}(${path})` : path;
    const count = used.get(key) ?? 0;
    used.set(key, count + 1);
    return count === 0 ? key : `${key}_${count}`;
  });
}

/** Names and ids of a multiple select, in the same order. */
export function manyOf({ value, text }: Cell): { value: string; text: string }[] {
  if (value === '') return [];
  const texts = (text ?? '').split(', ');
  return value.split(',').map((id, index) => ({ value: id, text: texts[index] ?? '' }));
}

/**
 * A result as map/reduce scripts get it: `{"recordType":"invoice","id":"7","values":{"entity":{"value":"5","text":"Acme"},
 * "total":"800.00"}}`. A single select is one object here, where `Result.toJSON` has a list; an empty one is "".
 */
export function inputValue(row: SearchRow, id: string, columns: readonly SearchColumn[]): string {
  const keys = columnKeys(columns);
  const values: Record<string, unknown> = {};
  for (const [index, cell] of row.cells.entries()) values[keys[index] ?? ''] = inputCell(cell);
  return JSON.stringify({ recordType: row.recordType, id, values });
}

function inputCell(cell: Cell): unknown {
  if (cell.kind === 'select') return cell.value === '' ? '' : { value: cell.value, text: cell.text };
  if (cell.kind !== 'multiselect') return cell.value;
  const many = manyOf(cell);
  return many.length === 1 ? many[0] : many.length === 0 ? '' : many;
}
