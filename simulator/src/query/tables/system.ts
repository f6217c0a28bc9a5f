import type { ValueType } from '../compile/value';

/** A table of scripts, files and logs: its visible columns with their types. Others that it has are hidden. */
export type SystemTable = Readonly<Record<string, ValueType>>;

/**
 * Tables under SuiteQL's names that other rooms of the account keep: scripts and their deployments, script logs, files
 * and folders, the login audit trail.
 */
export const SYSTEM_TABLES: Readonly<Record<string, SystemTable>> = {
  script: {
    id: 'number',
    scriptid: 'text',
    name: 'text',
    scripttype: 'text',
    scriptfile: 'number',
    apiversion: 'text',
    description: 'text',
    isinactive: 'text',
    owner: 'number',
    notifyadmins: 'text',
    notifyowner: 'text',
    notifyemails: 'text',
  },
  scriptdeployment: {
    primarykey: 'number',
    scriptid: 'text',
    script: 'number',
    title: 'text',
    status: 'text',
    isdeployed: 'text',
    loglevel: 'text',
    runasrole: 'text',
    recordtype: 'text',
    eventtype: 'text',
    isonline: 'text',
    allroles: 'text',
    allemployees: 'text',
  },
  scriptnote: {
    internalid: 'number',
    scripttype: 'number',
    type: 'text',
    title: 'text',
    detail: 'text',
    date: 'timestamp',
  },
  file: {
    id: 'number',
    name: 'text',
    folder: 'number',
    filetype: 'text',
    filesize: 'number',
    url: 'text',
    description: 'text',
    isinactive: 'text',
    isonline: 'text',
    createddate: 'timestamp',
    lastmodifieddate: 'timestamp',
  },
  mediaitemfolder: {
    id: 'number',
    name: 'text',
    parent: 'number',
    appfolder: 'text',
    foldertype: 'text',
    istoplevel: 'text',
    isprivate: 'text',
    isinactive: 'text',
    description: 'text',
    createddate: 'timestamp',
    lastmodifieddate: 'timestamp',
  },
  loginaudit: {
    date: 'timestamp',
    user: 'number',
    role: 'number',
    status: 'text',
    detail: 'text',
    ipaddress: 'text',
    requesturi: 'text',
  },
};
