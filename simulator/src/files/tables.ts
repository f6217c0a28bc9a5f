import type { Store } from '../store/store';

/**
 * Tables of the file cabinet. `file` and `mediaitemfolder` have SuiteQL's columns; `path` and `filecontent` are the
 * account's own. Content is text as it is, or base64 for binary file types.
 */
const TABLES = `
CREATE TABLE IF NOT EXISTS mediaitemfolder (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  parent INTEGER,
  appfolder TEXT NOT NULL,
  path TEXT NOT NULL UNIQUE,
  foldertype TEXT NOT NULL DEFAULT 'DEFAULT',
  istoplevel TEXT NOT NULL DEFAULT 'F',
  isprivate TEXT NOT NULL DEFAULT 'F',
  isinactive TEXT NOT NULL DEFAULT 'F',
  description TEXT,
  createddate TEXT NOT NULL,
  lastmodifieddate TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS file (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  folder INTEGER NOT NULL,
  path TEXT NOT NULL UNIQUE,
  filetype TEXT NOT NULL,
  filesize INTEGER NOT NULL,
  url TEXT NOT NULL,
  encoding TEXT NOT NULL,
  description TEXT,
  isinactive TEXT NOT NULL DEFAULT 'F',
  isonline TEXT NOT NULL DEFAULT 'F',
  createddate TEXT NOT NULL,
  lastmodifieddate TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS file_folder ON file (folder);
CREATE TABLE IF NOT EXISTS filecontent (
  file INTEGER PRIMARY KEY,
  content TEXT NOT NULL
);
`;

/**
 * Folders that every account has, with their internal ids: SuiteScripts -15, SuiteBundles -16, SuiteApps -19,
 * Images -4, Attachments Received -10, Attachments Sent -14.
 */
const TOP_LEVEL: readonly (readonly [number, string])[] = [
  [-4, 'Images'],
  [-10, 'Attachments Received'],
  [-14, 'Attachments Sent'],
  [-15, 'SuiteScripts'],
  [-16, 'SuiteBundles'],
  [-19, 'SuiteApps'],
];

/** Creates the tables and the top-level folders where they are not there yet. */
export function createFileTables(store: Store, now: number): void {
  store.script(TABLES);
  const moment = new Date(now).toISOString();
  for (const [id, name] of TOP_LEVEL) {
    store.run(
      `INSERT OR IGNORE INTO mediaitemfolder (id, name, parent, appfolder, path, istoplevel, createddate, lastmodifieddate)
       VALUES (?, ?, NULL, ?, ?, 'T', ?, ?)`,
      [id, name, name, `/${name}`, moment, moment],
    );
  }
}
