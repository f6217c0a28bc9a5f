import type { TableSchema } from './table';

/** What running scripts leave behind: the script execution log, values in users'
 * sessions, API secrets, and mails. */
export const runtimeTables: readonly TableSchema[] = [
  {
    name: 'scriptnote',
    columns: { internalid: 'id', date: 'datetime', scripttype: 'key', type: 'text', title: 'text', detail: 'text' },
    hidden: {
      script: 'text',
      deployment: 'text',
      entrypoint: 'text',
      user: 'key',
      execution: 'integer',
    },
    indexes: [['script']],
  },
  {
    name: 'sessionvalue',
    internal: true,
    columns: { user: 'text', role: 'text', name: 'text', value: 'text' },
    primaryKey: ['user', 'role', 'name'],
  },
  {
    name: 'apisecret',
    internal: true,
    columns: { scriptid: 'text', value: 'text' },
    primaryKey: ['scriptid'],
  },
  {
    name: 'sentmail',
    internal: true,
    columns: { id: 'id', date: 'datetime', mail: 'text' },
  },
];
