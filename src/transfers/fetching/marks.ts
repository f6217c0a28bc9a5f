import * as record from 'N/record';
import { isDuplicate, scriptError } from '../../netsuite/scriptErrors';
import { numberOf, selectRows, textOf } from '../../netsuite/suiteQl';
import { MARK_TYPE } from '../store/columns';
import { askedKey, askedKeyPrefix, type MissingDocument } from '../store/missing';
import { changeRecord, createRecord } from '../store/records';
import { type Asked, askedText, readAsked } from './policy/askAgain';

const KEY = 'custrecord_obc_mark_key';
const VALUE = 'custrecord_obc_mark_value';

/** The mark of a document that was asked for. */
export interface AskedMark {
  /** Internal id of the mark. */
  readonly mark: number;
  /** `kind|id` of the document. */
  readonly name: string;
  readonly asked: Asked;
}

/** The marks of all documents of a connection that were asked for and not found, or are being asked for: 10 units. */
export function askedMarks(connection: string): readonly AskedMark[] {
  const prefix = askedKeyPrefix(connection);
  return selectRows(
    `SELECT id, ${KEY} AS mark_key, ${VALUE} AS mark_value FROM ${MARK_TYPE}
     WHERE SUBSTR(${KEY}, 1, ${prefix.length}) = ? ORDER BY id`,
    [prefix],
  ).map((row) => ({
    mark: numberOf(row, 'id') ?? 0,
    name: textOf(row, 'mark_key').slice(prefix.length),
    asked: readAsked(textOf(row, 'mark_value')),
  }));
}

/**
 * Notes that a document is about to be asked for the first time: 6 units. The mark's external id lets one run do it.
 * @returns the mark's internal id; null where another run asks for it
 */
export function claimFirst(document: MissingDocument, asked: Asked): number | null {
  const key = askedKey(document);
  try {
    return createRecord(MARK_TYPE, { [KEY]: key, [VALUE]: askedText(asked) }, `obc-mark-${key}`);
  } catch (thrown) {
    if (isDuplicate(scriptError(thrown))) return null;
    throw thrown;
  }
}

/** Notes when a document is asked for again: 2 units. */
export function noteAsked(mark: number, asked: Asked): void {
  changeRecord(MARK_TYPE, mark, { [VALUE]: askedText(asked) });
}

/** Forgets that a document was asked for, once it is here or nothing waits for it any more: 4 units. */
export function forgetAsked(mark: number): void {
  try {
    record.delete({ type: MARK_TYPE, id: mark });
  } catch (thrown) {
    // Another run has forgotten it already.
    if (scriptError(thrown).code !== 'RCRD_DSNT_EXIST') throw thrown;
  }
}
