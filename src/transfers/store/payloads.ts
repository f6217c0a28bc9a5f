import * as file from 'N/file';
import { privateFolder } from '../../netsuite/privateFolder';
import { selectRows } from '../../netsuite/suiteQl';

/** A long-text field holds 1,000,000 characters. */
const LONGEST_FIELD = 1_000_000;

/** True for a payload that no field can hold. */
export function needsFile(payload: string): boolean {
  return payload.length > LONGEST_FIELD;
}

/** Keeps a payload in a file: 20 units (and 10 to 25 once to find or make the folder). Returns its internal id. */
export function storePayloadFile(payload: string, name: string): number {
  const kept = file.create({
    name: `${name}.json`,
    fileType: file.Type.JSON,
    contents: payload,
    folder: privateFolder(),
    isOnline: false,
  });
  return kept.save();
}

/** Reads a kept file: 10 units. */
export function readPayloadFile(id: number): string {
  return file.load({ id }).getContents();
}

/** Deletes a kept file, unless it is gone already: 30 units. */
export function deletePayloadFile(id: number): void {
  const [there] = selectRows('SELECT id FROM file WHERE id = ?', [id]);
  if (there !== undefined) file.delete({ id });
}
