import type { SqlParameter } from '../netsuite/suiteQl';

/** One part of the query of a batch: `list, name, id, type, isinactive, starts, ends`. */
export interface ListPart {
  readonly sql: string;
  readonly parameters: readonly SqlParameter[];
}
