import type { Store } from '../store/store';

/** What was installed by which project, and definitions that nothing but pages and upgrades read. */
const TABLES = `
CREATE TABLE IF NOT EXISTS installedproject (
  application TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  version TEXT,
  publisher TEXT,
  installeddate TEXT NOT NULL,
  updateddate TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS installedobject (
  scriptid TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  application TEXT NOT NULL,
  islocked TEXT NOT NULL DEFAULT 'F'
);
CREATE TABLE IF NOT EXISTS installedfile (
  path TEXT PRIMARY KEY,
  application TEXT NOT NULL,
  ishidden TEXT NOT NULL DEFAULT 'F'
);
CREATE TABLE IF NOT EXISTS installedinstance (
  recordtype TEXT NOT NULL,
  scriptid TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (recordtype, scriptid)
);
CREATE TABLE IF NOT EXISTS centertab (
  scriptid TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  center TEXT NOT NULL,
  allroles TEXT NOT NULL,
  audslctrole TEXT
);
CREATE TABLE IF NOT EXISTS centercategory (
  scriptid TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  center TEXT NOT NULL,
  centertab TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS centerlink (
  category TEXT NOT NULL,
  position INTEGER NOT NULL,
  target TEXT NOT NULL,
  tasktype TEXT,
  label TEXT,
  PRIMARY KEY (category, position)
);
CREATE TABLE IF NOT EXISTS subtab (
  scriptid TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  tabtype TEXT NOT NULL,
  parent TEXT
);
`;

/** Creates the tables where they are not there yet. */
export function createProjectTables(store: Store): void {
  store.script(TABLES);
}
