import type { Account } from '../kernel/account';
import type { Caller } from '../kernel/execution';
import type { Cell, SearchColumn, SearchDefinition } from './definition';
import { runSearch } from './run';
import { manyOf } from './serialize';

export type LookupValue = string | boolean | { readonly value: string; readonly text: string }[];

/**
 * The values of some fields of one record (section_4345776651): selects as lists of value and text, checkboxes as
 * booleans, all else as text, the internal id among it. Nothing for a record that is not there. A field that the record
 * does not have is SSS_INVALID_SRCH_COL.
 */
export function lookupFields(
  account: Account,
  caller: Caller,
  type: string,
  id: string,
  names: readonly string[],
): Record<string, LookupValue> {
  const columns = names.map(columnNamed);
  const definition: SearchDefinition = {
    type,
    columns,
    filter: {
      kind: 'term',
      name: 'internalid',
      join: null,
      operator: 'anyof',
      values: [id],
      formula: null,
      summary: null,
    },
  };
  const [row] = runSearch(account, caller, definition, { start: 0, end: 1 });
  const found: Record<string, LookupValue> = {};
  for (const [index, cell] of row?.cells.entries() ?? []) {
    const name = names[index] ?? '';
    found[name] = lookupValue(cell, columns[index]?.name ?? '');
  }
  return found;
}

/** `customer.email` is the field `email` of the join `customer`. */
function columnNamed(path: string): SearchColumn {
  const [first = '', second] = path.split('.');
  const [name, join] = second === undefined ? [first, null] : [second, first];
  return { name, join, summary: null, formula: null, function: null, sort: null };
}

function lookupValue(cell: Cell, name: string): LookupValue {
  if (cell.kind === 'checkbox') return cell.value === 'T';
  if (cell.kind === 'multiselect') return manyOf(cell);
  if (cell.kind === 'select') {
    if (name.toLowerCase() === 'internalid') return cell.value;
    return cell.value === '' ? [] : [{ value: cell.value, text: cell.text ?? '' }];
  }
  return cell.value;
}
