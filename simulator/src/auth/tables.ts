import type { Store } from '../store/store';

/**
 * Tables of what lets applications and people in: integration records, certificates mapped for OAuth 2.0 client
 * credentials, tokens of token-based authentication with the nonces that were used, browser sessions, and the login
 * audit trail (`loginaudit` has SuiteQL's name and columns).
 */
const TABLES = `
CREATE TABLE IF NOT EXISTS integration (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL DEFAULT 'ENABLED',
  clientid TEXT NOT NULL UNIQUE,
  clientsecret TEXT NOT NULL,
  clientcredentials TEXT NOT NULL DEFAULT 'T',
  tokenauthentication TEXT NOT NULL DEFAULT 'T',
  scopes TEXT NOT NULL DEFAULT 'restlets|rest_webservices',
  applicationid TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS oauth2certificate (
  certificateid TEXT PRIMARY KEY,
  integration INTEGER NOT NULL,
  entity TEXT NOT NULL,
  role TEXT NOT NULL,
  publickey TEXT NOT NULL,
  algorithm TEXT NOT NULL,
  validfrom INTEGER NOT NULL,
  validuntil INTEGER NOT NULL,
  revoked TEXT NOT NULL DEFAULT 'F',
  privatekey TEXT
);
CREATE TABLE IF NOT EXISTS oauth2signingkey (
  keyid TEXT PRIMARY KEY,
  privatekey TEXT NOT NULL,
  publickey TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS accesstoken (
  tokenid TEXT PRIMARY KEY,
  tokensecret TEXT NOT NULL,
  integration INTEGER NOT NULL,
  entity TEXT NOT NULL,
  role TEXT NOT NULL,
  isinactive TEXT NOT NULL DEFAULT 'F'
);
CREATE TABLE IF NOT EXISTS usednonce (
  tokenid TEXT NOT NULL,
  nonce TEXT NOT NULL,
  timestamp INTEGER NOT NULL,
  PRIMARY KEY (tokenid, nonce, timestamp)
);
CREATE INDEX IF NOT EXISTS usednonce_timestamp ON usednonce (timestamp);
CREATE TABLE IF NOT EXISTS loginsession (
  id TEXT PRIMARY KEY,
  entity TEXT NOT NULL,
  role TEXT NOT NULL,
  lastused INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS loginaudit (
  key INTEGER PRIMARY KEY,
  date TEXT NOT NULL,
  status TEXT NOT NULL,
  detail TEXT,
  user TEXT,
  role TEXT,
  oauthappname TEXT,
  requesturi TEXT,
  ipaddress TEXT,
  secchallenge TEXT
);
`;

/** Creates the tables where they are not there yet. */
export function createAuthTables(store: Store): void {
  store.script(TABLES);
}
