import type { Store } from '../store/store';

/**
 * Tables of scripts, deployments, parameters and runs. `script`, `scriptdeployment` and `scheduledscriptinstance` have
 * the names and columns that SuiteQL shows; what NetSuite keeps to itself stands in columns and tables beside them.
 */
const TABLES = `
CREATE TABLE IF NOT EXISTS script (
  id INTEGER PRIMARY KEY,
  scriptid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  scripttype TEXT NOT NULL,
  scriptfile INTEGER NOT NULL,
  apiversion TEXT NOT NULL,
  description TEXT,
  isinactive TEXT NOT NULL DEFAULT 'F',
  owner INTEGER,
  notifyadmins TEXT NOT NULL DEFAULT 'F',
  notifyowner TEXT NOT NULL DEFAULT 'T',
  notifyemails TEXT,
  createddate TEXT NOT NULL,
  lastmodifieddate TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS scriptdeployment (
  primarykey INTEGER PRIMARY KEY,
  scriptid TEXT NOT NULL,
  script INTEGER NOT NULL,
  title TEXT,
  status TEXT NOT NULL,
  isdeployed TEXT NOT NULL DEFAULT 'T',
  loglevel TEXT NOT NULL DEFAULT 'DEBUG',
  runasrole TEXT,
  recordtype TEXT,
  eventtype TEXT,
  executioncontext TEXT,
  isonline TEXT NOT NULL DEFAULT 'F',
  allroles TEXT NOT NULL DEFAULT 'F',
  allemployees TEXT NOT NULL DEFAULT 'F',
  audslctrole TEXT,
  buffersize INTEGER NOT NULL DEFAULT 1,
  concurrencylimit INTEGER NOT NULL DEFAULT 1,
  queueallstagesatonce TEXT NOT NULL DEFAULT 'T',
  yieldaftermins INTEGER NOT NULL DEFAULT 60,
  recurrence TEXT,
  UNIQUE (script, scriptid)
);
CREATE INDEX IF NOT EXISTS scriptdeployment_recordtype ON scriptdeployment (recordtype);
CREATE TABLE IF NOT EXISTS scriptparameter (
  id INTEGER PRIMARY KEY,
  script INTEGER NOT NULL,
  scriptid TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  fieldtype TEXT NOT NULL,
  selectrecordtype TEXT,
  setting TEXT,
  ismandatory TEXT NOT NULL DEFAULT 'F',
  defaultvalue TEXT,
  preference TEXT
);
CREATE TABLE IF NOT EXISTS scriptparametervalue (
  deployment INTEGER NOT NULL,
  parameter INTEGER NOT NULL,
  value TEXT,
  PRIMARY KEY (deployment, parameter)
);
CREATE TABLE IF NOT EXISTS scriptlink (
  deployment INTEGER NOT NULL,
  linkcategory TEXT NOT NULL,
  linklabel TEXT,
  linktasktype TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS scheduledscriptinstance (
  id INTEGER PRIMARY KEY,
  taskid TEXT NOT NULL UNIQUE,
  deployment INTEGER NOT NULL,
  status TEXT NOT NULL,
  mapreducestage TEXT,
  percentcomplete INTEGER NOT NULL DEFAULT 0,
  datecreated TEXT NOT NULL,
  startdate TEXT,
  enddate TEXT,
  trigger TEXT NOT NULL,
  submitter TEXT NOT NULL,
  parameters TEXT NOT NULL,
  progress TEXT NOT NULL,
  report TEXT
);
CREATE INDEX IF NOT EXISTS scheduledscriptinstance_deployment ON scheduledscriptinstance (deployment, status);
`;

/** Creates the tables where they are not there yet. */
export function createScriptTables(store: Store): void {
  store.script(TABLES);
}
