import type { TableSchema } from './table';

/** What was installed by which SuiteCloud project, and the objects that only pages read. */
export const projectTables: readonly TableSchema[] = [
  {
    name: 'installedproject',
    internal: true,
    columns: {
      application: 'text',
      type: 'text',
      name: 'text',
      version: 'text',
      publisher: 'text',
      installeddate: 'datetime',
      updateddate: 'datetime',
    },
    primaryKey: ['application'],
  },
  {
    name: 'installedobject',
    internal: true,
    columns: { scriptid: 'text', type: 'text', application: 'text', islocked: 'boolean' },
    primaryKey: ['scriptid'],
  },
  {
    name: 'installedfile',
    internal: true,
    columns: { path: 'text', application: 'text', ishidden: 'boolean' },
    primaryKey: ['path'],
  },
  {
    name: 'installedinstance',
    internal: true,
    columns: { recordtype: 'text', scriptid: 'text', record: 'key' },
    primaryKey: ['recordtype', 'scriptid'],
  },
  {
    name: 'centertab',
    internal: true,
    columns: { scriptid: 'text', label: 'text', center: 'text', allroles: 'boolean', audslctrole: 'text' },
    primaryKey: ['scriptid'],
  },
  {
    name: 'centercategory',
    internal: true,
    columns: { scriptid: 'text', label: 'text', center: 'text', centertab: 'text' },
    primaryKey: ['scriptid'],
  },
  {
    name: 'centerlink',
    internal: true,
    columns: { category: 'text', position: 'integer', target: 'text', tasktype: 'text', label: 'text' },
    primaryKey: ['category', 'position'],
  },
  {
    name: 'subtab',
    internal: true,
    columns: { scriptid: 'text', title: 'text', tabtype: 'text', parent: 'text' },
    primaryKey: ['scriptid'],
  },
];
