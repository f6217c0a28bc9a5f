import * as file from 'N/file';
import { privateFolder } from '../../netsuite/privateFolder';

/** A long-text field holds 1,000,000 characters. */
const LONGEST_FIELD = 1_000_000;

/** Where a text is kept: in a field, or in a file where it is too long for one. */
export interface StoredText {
  readonly text: string;
  /** Internal id. */
  readonly file: number | null;
}

/** Keeps a payload; a file costs 20 units to save (and 10 to 15 once to find or make its folder). */
export function storePayload(text: string, name: string): StoredText {
  if (text.length <= LONGEST_FIELD) return { text, file: null };
  const kept = file.create({
    name: `${name}.json`,
    fileType: file.Type.JSON,
    contents: text,
    folder: privateFolder(),
    isOnline: false,
  });
  return { text: '', file: kept.save() };
}

/** Reads a kept file: 10 units. */
export function readPayloadFile(id: number): string {
  return file.load({ id }).getContents();
}
