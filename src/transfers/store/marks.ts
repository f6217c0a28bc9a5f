import { isDuplicate, scriptError } from '../../netsuite/scriptErrors';
import { numberOf, placeholders, selectRows, textOf } from '../../netsuite/suiteQl';
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
  return new Map(
    rows.map((row) => [textOf(row, 'mark_key'), { id: numberOf(row, 'id') ?? 0, value: textOf(row, 'mark_value') }]),
  );
}

/**
 * Remembers a value: 2 units where the mark is known, else 16 (18 where another run made it in the meantime). The last
 * writer wins.
 * @param known the mark as {@link readMarks} found it
 */
export function setMark(key: string, value: string, known: Mark | undefined): void {
  if (known !== undefined) {
    changeRecord(MARK_TYPE, known.id, { [VALUE]: value });
    return;
  }
  try {
    createRecord(MARK_TYPE, { [KEY]: key, [VALUE]: value }, `obc-mark-${key}`);
  } catch (thrown) {
    const made = isDuplicate(scriptError(thrown)) ? readMarks([key]).get(key) : undefined;
    if (made === undefined) throw thrown;
    changeRecord(MARK_TYPE, made.id, { [VALUE]: value });
  }
}
