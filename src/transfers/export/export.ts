import * as file from 'N/file';
import { mayPost } from '../../netsuite/callers';
import { wholeText } from '../../netsuite/longText';
import { exportFolder } from '../../netsuite/privateFolder';
import { recordUrl } from '../../netsuite/recordLinks';
import { numberOf, selectRows, textOf } from '../../netsuite/suiteQl';
import { TRANSFER_TYPE, type TransferField, transferColumns, transferField } from '../store/columns';
import { csvOf } from './csv';

/**
 * The export for the day on which the connector is uninstalled, which deletes its records: every transfer with its
 * history, and with the link between the platform's document and the NetSuite record. In files outside of /SuiteApps,
 * which uninstalling leaves alone.
 */

/** So many transfers are one file: some megabytes with their histories, of the 10 that NetSuite allows. */
const OF_A_FILE = 1_000;

const COLUMNS: readonly (readonly [heading: string, column: TransferField])[] = [
  ['Direction', 'direction'],
  ['Connection', 'connection'],
  ['Kind', 'kind'],
  ['Platform ID', 'platform_id'],
  ['Number', 'number'],
  ['Version', 'version'],
  ['Fingerprint', 'hash'],
  ['Customer', 'customer'],
  ['Customer Name', 'customer_name'],
  ['Date', 'date'],
  ['Amount', 'amount'],
  ['Currency', 'currency'],
  ['Status', 'status'],
  ['Reason', 'reason'],
  ['Error', 'error_code'],
  ['Message', 'error_message'],
  ['Record Type', 'record_type'],
  ['Record ID', 'record_id'],
  ['Record Number', 'record_number'],
  ['Received', 'received'],
  ['Transferred', 'transferred'],
];

/** What columns are called in a result: words of SQL have another name there. */
const aliasOf = (column: TransferField): string =>
  column === 'number' || column === 'date' ? `document_${column}` : column;

/** The first internal ids of the files to write, by key: 10 units. */
export function filesToExport(): Record<string, string> {
  if (!mayPost()) return {};
  const [row] = selectRows(`SELECT MIN(id) AS lowest, MAX(id) AS highest FROM ${TRANSFER_TYPE}`);
  const lowest = row === undefined ? null : numberOf(row, 'lowest');
  const highest = row === undefined ? null : numberOf(row, 'highest');
  if (lowest === null || highest === null) return {};
  const firsts: Record<string, string> = {};
  for (let first = lowest; first <= highest; first += OF_A_FILE) firsts[padded(first)] = String(first);
  return firsts;
}

/**
 * Writes one file: 30 units, and 2 for each history that a query cuts. A file of the same name is replaced, so that an
 * export that is run again writes the same files again.
 * @param first internal id of the file's first transfer
 */
export function exportTransfers(first: number): void {
  const rows = selectRows(
    `SELECT t.id, t.externalid AS row_key, ${transferColumns('t', [...COLUMNS.map(([, column]) => column), 'history'])}
     FROM ${TRANSFER_TYPE} t WHERE t.id >= ? AND t.id < ? ORDER BY t.id`,
    [first, first + OF_A_FILE],
  );
  if (rows.length === 0) return;
  const lines = rows.map((row) => {
    const id = numberOf(row, 'id') ?? 0;
    const [recordType, recordId] = [textOf(row, 'record_type'), textOf(row, 'record_id')];
    return [
      String(id),
      textOf(row, 'row_key'),
      ...COLUMNS.map(([, column]) => textOf(row, aliasOf(column))),
      recordId === '' ? '' : recordUrl(recordType, recordId),
      wholeText(textOf(row, 'history'), TRANSFER_TYPE, id, transferField('history')),
    ];
  });
  const heading = ['Transfer', 'Key', ...COLUMNS.map(([title]) => title), 'Link', 'History'];
  file
    .create({
      name: `transfers-from-${padded(first)}.csv`,
      fileType: file.Type.CSV,
      encoding: file.Encoding.UTF_8,
      contents: csvOf([heading, ...lines]),
      folder: exportFolder(),
      isOnline: false,
    })
    .save();
}

function padded(id: number): string {
  return String(id).padStart(10, '0');
}
