import type { Account } from '../kernel/account';
import type { Caller } from '../kernel/execution';
import { runSuiteQL } from './run';
import type { MetaDataProvider } from './statement';

/** A key and a value as a map/reduce script gets them: both text. */
export interface InputRow {
  readonly key: string;
  readonly value: string;
}

/**
 * What a map/reduce script gets when getInputData returns a SuiteQL statement: for each row its number as the key and
 * `{"values":[...]}` as the value (section_4549604332). All rows, without N/query's limit of 5,000.
 */
export function queryInputRows(
  account: Account,
  caller: Caller,
  source: {
    readonly query: string;
    readonly params?: readonly unknown[];
    readonly metaDataProvider?: MetaDataProvider;
  },
): InputRow[] {
  const { query, params = [], ...given } = source;
  const { rows } = runSuiteQL(account, caller, query, params, given);
  return rows.map((values, index) => ({ key: String(index), value: JSON.stringify({ values }) }));
}
