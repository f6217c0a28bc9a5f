import * as record from 'N/record';
import { numberOf, selectRows } from './suiteQl';

const found = new Map<string, number>();

/** The folder of payloads that are too long for a field. */
export function privateFolder(): number {
  return folderOf('Billing Connector Payloads');
}

/** The folder of exported transfers. */
export function exportFolder(): number {
  return folderOf('Billing Connector Export');
}

/**
 * A folder of the connector, made when it is first needed: 10 units, and 15 to make it. Private, and outside of
 * /SuiteApps, because uninstalling a SuiteApp deletes what is inside.
 * @returns its internal id
 */
function folderOf(name: string): number {
  const known = found.get(name);
  if (known !== undefined) return known;
  const id = findFolder(name) ?? makeFolder(name);
  found.set(name, id);
  return id;
}

function findFolder(name: string): number | null {
  const [row] = selectRows('SELECT id FROM mediaitemfolder WHERE name = ? AND isinactive = ? ORDER BY id', [name, 'F']);
  return row === undefined ? null : numberOf(row, 'id');
}

function makeFolder(name: string): number {
  const folder = record.create({ type: record.Type.FOLDER });
  folder.setValue({ fieldId: 'name', value: name });
  folder.setValue({ fieldId: 'isprivate', value: true });
  return folder.save();
}
