import type { Wire } from '../kernel/wire';

/** What getInputData may return instead of data: an object of N/search, N/query or N/file that the account reads by itself. */
export interface InputSource {
  readonly [INPUT_SOURCE]: () => { readonly type: 'search' | 'query' | 'suiteql' | 'file'; readonly definition: Wire };
}

/** Method of the objects of N/search, N/query and N/file that getInputData may return. */
export const INPUT_SOURCE = Symbol('input source of a map/reduce script');

export function isInputSource(value: unknown): value is InputSource {
  return typeof value === 'object' && value !== null && INPUT_SOURCE in value;
}
