import type { TableSchema } from './table';

/**
 * What lets applications and people in: integration records, certificates mapped for OAuth 2.0 client credentials, tokens
 * of token-based authentication with the nonces that were used, browser sessions, the login audit trail; and which hosts
 * outside scripts may reach.
 */
export const accessTables: readonly TableSchema[] = [
  {
    name: 'integration',
    internal: true,
    columns: {
      id: 'id',
      name: 'text',
      state: 'text',
      clientid: 'text',
      clientsecret: 'text',
      clientcredentials: 'boolean',
      tokenauthentication: 'boolean',
      scopes: 'text',
      applicationid: 'text',
    },
    indexes: [['clientid'], ['name']],
  },
  {
    name: 'oauth2certificate',
    internal: true,
    columns: {
      certificateid: 'text',
      integration: 'key',
      entity: 'text',
      role: 'text',
      publickey: 'text',
      algorithm: 'text',
      validfrom: 'integer',
      validuntil: 'integer',
      revoked: 'boolean',
      privatekey: 'text',
    },
    primaryKey: ['certificateid'],
  },
  {
    name: 'oauth2signingkey',
    internal: true,
    columns: { keyid: 'text', privatekey: 'text', publickey: 'text' },
    primaryKey: ['keyid'],
  },
  {
    name: 'accesstoken',
    internal: true,
    columns: {
      tokenid: 'text',
      tokensecret: 'text',
      integration: 'key',
      entity: 'text',
      role: 'text',
      isinactive: 'boolean',
    },
    primaryKey: ['tokenid'],
  },
  {
    name: 'usednonce',
    internal: true,
    columns: { tokenid: 'text', nonce: 'text', timestamp: 'integer' },
    primaryKey: ['tokenid', 'nonce', 'timestamp'],
    indexes: [['timestamp']],
  },
  {
    name: 'loginsession',
    internal: true,
    columns: { id: 'text', entity: 'text', role: 'text', lastused: 'integer' },
    primaryKey: ['id'],
  },
  {
    name: 'loginaudit',
    columns: {
      key: 'id',
      date: 'datetime',
      status: 'text',
      detail: 'text',
      user: 'key',
      role: 'key',
      oauthappname: 'text',
      requesturi: 'text',
      ipaddress: 'text',
    },
  },
  {
    name: 'outsidehost',
    internal: true,
    columns: { host: 'text', target: 'text' },
    primaryKey: ['host'],
  },
];
