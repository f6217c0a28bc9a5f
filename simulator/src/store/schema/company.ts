import type { TableSchema } from './table';

/** The company's own settings, its roles, and what the account counts. */
export const companyTables: readonly TableSchema[] = [
  {
    name: 'role',
    columns: {
      id: 'id',
      scriptid: 'text',
      name: 'text',
      centertype: 'text',
      isinactive: 'boolean',
      issalesrole: 'boolean',
    },
    hidden: {
      subsidiaryoption: 'text',
      subsidiaryviewingallowed: 'boolean',
      subsidiaries: 'keys',
      iswebserviceonlyrole: 'boolean',
      employeerestriction: 'text',
      employeeviewingallowed: 'boolean',
      employeeselectionunrestricted: 'boolean',
      application: 'text',
    },
    indexes: [['scriptid']],
  },
  {
    name: 'rolerestriction',
    internal: true,
    columns: {
      role: 'key',
      segment: 'text',
      restriction: 'text',
      viewingallowed: 'boolean',
      itemsrestricted: 'boolean',
    },
    primaryKey: ['role', 'segment'],
  },
  {
    name: 'rolepermissions',
    columns: { role: 'key', permkey: 'text', permlevel: 'integer', name: 'text' },
    hidden: { restriction: 'text' },
    primaryKey: ['role', 'permkey'],
  },
  {
    name: 'employeerolesforsearch',
    columns: { entity: 'key', role: 'key' },
    primaryKey: ['entity', 'role'],
  },
  {
    name: 'companyfeature',
    internal: true,
    columns: { id: 'text', isenabled: 'boolean' },
    primaryKey: ['id'],
  },
  {
    name: 'companypreference',
    internal: true,
    columns: { page: 'text', id: 'text', value: 'text' },
    primaryKey: ['page', 'id'],
  },
  {
    name: 'numbering',
    internal: true,
    columns: {
      recordtype: 'text',
      prefix: 'text',
      suffix: 'text',
      mindigits: 'integer',
      nextnumber: 'integer',
      allowoverride: 'boolean',
      allowupdate: 'boolean',
      enabled: 'boolean',
    },
    primaryKey: ['recordtype'],
  },
  {
    name: 'customizationstamp',
    internal: true,
    columns: { id: 'integer', stamp: 'integer' },
    primaryKey: ['id'],
  },
  {
    name: 'sequence',
    internal: true,
    columns: { name: 'text', value: 'integer' },
    primaryKey: ['name'],
  },
  {
    name: 'externalid',
    internal: true,
    columns: { recordgroup: 'text', value: 'text', recordtype: 'text', recordid: 'key' },
    primaryKey: ['recordgroup', 'value'],
    indexes: [['recordgroup', 'recordid']],
  },
];
