import { isDuplicate, scriptError, userError } from '../../netsuite/scriptErrors';
import { numberOf, placeholders, type SqlRow, selectRows, textOf } from '../../netsuite/suiteQl';
import { MARK_TYPE } from './columns';
import { changeRecord, createRecord } from './records';

const KEY = 'custrecord_obc_mark_key';
const VALUE = 'custrecord_obc_mark_value';

/** What is remembered between runs, by key: `posting started`, `customers swept|zuora-us`. */
export interface Mark {
  readonly id: number;
  /** Often a UTC time, ISO 8601; at most 4,000 characters. */
  readonly value: string;
}

/** Marks by key; one that was never set is not there. 10 units. */
export function readMarks(keys: readonly string[]): ReadonlyMap<string, Mark> {
  const rows = selectRows(
    `SELECT id, ${KEY} AS mark_key, ${VALUE} AS mark_value FROM ${MARK_TYPE} WHERE ${KEY} IN (${placeholders(keys)})`,
    keys,
  );
  return marksByKey(rows);
}

/**
 * Remembers a value: 2 units where the mark is known, else 16 (18 where another run made it in the meantime). The last
 * writer wins.
 * @param known the mark as {@link readMarks} found it
 */
export function setMark(key: string, value: string, known: Mark | undefined): void {
  if (known !== undefined) return changeMark(known.id, value);
  if (createMark(key, value) !== null) return;
  const made = readMarks([key]).get(key);
  if (made === undefined)
    throw userError('MARK_NOT_READABLE', `The mark "${key}" is there, but cannot be read: try again.`);
  changeMark(made.id, value);
}

/**
 * Makes a mark: 6 units. Its external id lets one run do it.
 * @returns its internal id; null where another run has made it
 */
export function createMark(key: string, value: string): number | null {
  try {
    return createRecord(MARK_TYPE, { [KEY]: key, [VALUE]: value }, `obc-mark-${key}`);
  } catch (thrown) {
    if (isDuplicate(scriptError(thrown))) return null;
    throw thrown;
  }
}

/** Changes a mark that is there: 2 units. */
export function changeMark(id: number, value: string): void {
  changeRecord(MARK_TYPE, id, { [VALUE]: value });
}

/** The marks whose key begins in a way, by what follows in their keys: 10 units. */
export function marksBeginning(prefix: string): ReadonlyMap<string, Mark> {
  const rows = selectRows(
    `SELECT id, ${KEY} AS mark_key, ${VALUE} AS mark_value FROM ${MARK_TYPE}
     WHERE SUBSTR(${KEY}, 1, ${prefix.length}) = ? ORDER BY id`,
    [prefix],
  );
  return marksByKey(rows, prefix.length);
}

function marksByKey(rows: readonly SqlRow[], prefix = 0): ReadonlyMap<string, Mark> {
  return new Map(
    rows.map((row) => [
      textOf(row, 'mark_key').slice(prefix),
      { id: numberOf(row, 'id') ?? 0, value: textOf(row, 'mark_value') },
    ]),
  );
}
