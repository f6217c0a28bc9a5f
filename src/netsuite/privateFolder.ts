import * as record from 'N/record';
import { numberOf, selectRows } from './suiteQl';

const FOLDER_NAME = 'Billing Connector Payloads';

let found: number | null = null;

/**
 * The folder of long payloads, made when it is first needed: 10 units, and 15 to make it. Private, and outside of
 * /SuiteApps, because uninstalling a SuiteApp deletes what is inside.
 * @returns its internal id
 */
export function privateFolder(): number {
  found = found ?? findFolder() ?? makeFolder();
  return found;
}

function findFolder(): number | null {
  const [row] = selectRows('SELECT id FROM mediaitemfolder WHERE name = ? AND isinactive = ? ORDER BY id', [
    FOLDER_NAME,
    'F',
  ]);
  return row === undefined ? null : numberOf(row, 'id');
}

function makeFolder(): number {
  const folder = record.create({ type: record.Type.FOLDER });
  folder.setValue({ fieldId: 'name', value: FOLDER_NAME });
  folder.setValue({ fieldId: 'isprivate', value: true });
  return folder.save();
}
