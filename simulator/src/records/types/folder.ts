import { NetSuiteError } from '../../kernel/errors';
import type { RecordData } from '../data';
import { checkbox, select, text, textArea } from '../fieldList';
import { keyIn, type RecordContext, type RecordType, textIn } from '../recordType';

/** Folders of the file cabinet (Records Browser: folder). Its own path and those of all below it follow its name. */
export const folder: RecordType = {
  id: 'folder',
  label: 'Folder',
  group: 'list',
  table: 'mediaitemfolder',
  fields: [
    text('name', 'Folder Name', 99, { mandatory: true }),
    select('parent', 'Sub-Folder of', 'folder'),
    textArea('description', 'Description', 999),
    checkbox('isprivate', 'Private'),
    checkbox('isinactive', 'Inactive'),
  ],
  validate: (context, data) => {
    const path = pathOf(context, data);
    const other = context.account.store.get<{ id: number }>('SELECT id FROM mediaitemfolder WHERE path = ?', [path]);
    if (other === null || String(other.id) === data.id) return;
    throw new NetSuiteError(
      'FOLDER_ALREADY_EXISTS',
      'A folder with the same name already exists in the selected folder.',
    );
  },
  rowExtras: (context, data, stored) => {
    const path = pathOf(context, data);
    return {
      path,
      appfolder: path.slice(1).split('/').join(' : '),
      foldertype: 'DEFAULT',
      istoplevel: keyIn(data.fields.parent) === null ? 'T' : 'F',
      ...(stored === null ? { createddate: new Date(context.account.clock.now()).toISOString() } : {}),
    };
  },
  writeDetails: (context, data, stored) => {
    if (stored === null) return;
    const [before, after] = [pathOf(context, stored), pathOf(context, data)];
    if (before === after) return;
    context.account.store.run('UPDATE mediaitemfolder SET path = ? || SUBSTR(path, ?) WHERE SUBSTR(path, 1, ?) = ?', [
      after,
      before.length + 1,
      before.length + 1,
      `${before}/`,
    ]);
  },
  remove: (context, _data, id) => {
    const inside = context.account.store.get(
      'SELECT 1 AS found FROM mediaitemfolder WHERE parent = ? UNION SELECT 1 FROM file WHERE folder = ? LIMIT 1',
      [id, id],
    );
    if (inside === null) return;
    throw new NetSuiteError(
      'THIS_RECORD_CANNOT_BE_DELETED_BECAUSE_IT_HAS_DEPENDENT_RECORDS',
      'This record cannot be deleted because it has dependent records.',
    );
  },
};

function pathOf(context: RecordContext, data: RecordData): string {
  const parent = keyIn(data.fields.parent);
  const above =
    parent === null
      ? null
      : context.account.store.get<{ path: string }>('SELECT path FROM mediaitemfolder WHERE id = ?', [parent]);
  return `${above?.path ?? ''}/${textIn(data.fields.name)}`;
}
