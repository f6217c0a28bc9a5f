import * as record from 'N/record';
import { scriptError } from '../../netsuite/scriptErrors';
import { MARK_TYPE } from '../store/columns';
import { changeMark, createMark, marksBeginning } from '../store/marks';
import { askedKey, askedKeyPrefix, type MissingDocument } from '../store/missing';
import { type Asked, askedText, readAsked } from './policy/askAgain';

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
  return Array.from(marksBeginning(askedKeyPrefix(connection)), ([name, { id, value }]) => ({
    mark: id,
    name,
    asked: readAsked(value),
  }));
}

/**
 * Notes that a document is about to be asked for the first time: 6 units. The mark's external id lets one run do it.
 * @returns the mark's internal id; null where another run asks for it
 */
export function claimFirst(document: MissingDocument, asked: Asked): number | null {
  return createMark(askedKey(document), askedText(asked));
}

/** Notes when a document is asked for again: 2 units. */
export function noteAsked(mark: number, asked: Asked): void {
  changeMark(mark, askedText(asked));
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
