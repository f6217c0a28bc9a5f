import type { TableSchema } from './table';

/** The file cabinet. Content is text as it is, or base64 for binary file types. */
export const fileTables: readonly TableSchema[] = [
  {
    name: 'mediaitemfolder',
    columns: {
      id: 'id',
      name: 'text',
      parent: 'key',
      appfolder: 'text',
      foldertype: 'text',
      istoplevel: 'boolean',
      isprivate: 'boolean',
      isinactive: 'boolean',
      description: 'text',
      createddate: 'datetime',
      lastmodifieddate: 'datetime',
    },
    hidden: { path: 'text', recordversion: 'integer' },
    indexes: [['path'], ['parent']],
  },
  {
    name: 'file',
    columns: {
      id: 'id',
      name: 'text',
      folder: 'key',
      filetype: 'text',
      filesize: 'integer',
      url: 'text',
      description: 'text',
      isinactive: 'boolean',
      isonline: 'boolean',
      createddate: 'datetime',
      lastmodifieddate: 'datetime',
    },
    hidden: { path: 'text', encoding: 'text' },
    indexes: [['path'], ['folder']],
  },
  {
    name: 'filecontent',
    internal: true,
    columns: { file: 'key', content: 'text' },
    primaryKey: ['file'],
  },
];
