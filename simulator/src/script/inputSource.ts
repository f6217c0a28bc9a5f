import type { Wire } from '../kernel/wire';

/** What getInputData may return instead of data: an object of N/search or N/query that the account reads by itself. */
export interface InputSource {
  readonly [INPUT_SOURCE]: () => { readonly type: 'search' | 'query' | 'suiteql'; readonly definition: Wire };
}

/** Method of the objects of N/search and N/query that getInputData may return. */
export const INPUT_SOURCE = Symbol('input source of a map/reduce script');

export function isInputSource(value: unknown): value is InputSource {
  return typeof value === 'object' && value !== null && INPUT_SOURCE in value;
}
