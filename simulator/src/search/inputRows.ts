import type { Account } from '../kernel/account';
import type { Caller } from '../kernel/execution';
import type { SearchDefinition } from './definition';
import { runSearch } from './run';
import { savedSearch } from './saved';
import { inputValue } from './serialize';

/** A key and a value as a map/reduce script gets them: both text. */
export interface InputRow {
  readonly key: string;
  readonly value: string;
}

/**
 * What a map/reduce script gets when getInputData returns a search, or `{ type: 'search', id }` for a saved one: for
 * each row the internal id as the key and the result as JSON for the value (section_4460429314). Rows of a summary have
 * no id; they are numbered from 1.
 */
export function searchInputRows(
  account: Account,
  caller: Caller,
  source: SearchDefinition | { readonly id: string | number },
): InputRow[] {
  const definition = 'columns' in source ? source : savedSearch(account, String(source.id)).definition;
  return runSearch(account, caller, definition, { start: 0, end: null }).map((row, index) => {
    const key = row.id ?? String(index + 1);
    return { key, value: inputValue(row, key, definition.columns) };
  });
}
