import type { ItemCategory } from '../documents/document';
import type { ItemRecordType, MappingKind } from './settings';

/** The custom record types of the settings. */
export const CONNECTION_TYPE = 'customrecord_obc_connection';
export const MAPPING_TYPE = 'customrecord_obc_mapping';

/** Lists of NetSuite from which a setting chooses a record. */
export type ReferenceList =
  | 'account'
  | 'subsidiary'
  | 'taxSchedule'
  | 'item'
  | 'currency'
  | 'term'
  | 'class'
  | 'department'
  | 'location'
  | 'employee';

/** A setting of a connection: its name in the settings RESTlet, its field, and what it holds. */
export type SettingField = { readonly setting: string; readonly field: string } & (
  | { readonly type: 'checkbox' }
  | { readonly type: 'text' }
  /** A whole number from 1 on, or nothing. */
  | { readonly type: 'integer' }
  /** E-mail addresses, stored with commas between them. */
  | { readonly type: 'addresses' }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  | { readonly type: 'reference'; readonly to: ReferenceList; readonly accountTypes?: readonly string[] }
);

export const ITEM_CATEGORIES: readonly ItemCategory[] = ['subscription', 'entitlement', 'asset', 'charge'];

/** The seeds' words for item types, and the N/record types that they mean. */
export const ITEM_TYPES: Readonly<Record<string, ItemRecordType>> = {
  'Non-inventory Sale': 'noninventorysaleitem',
  'Service Sale': 'servicesaleitem',
  Inventory: 'inventoryitem',
};

/** The seeds' words for numbering, and what they mean here. */
export const CUSTOMER_NUMBERING = {
  'Use Number From Source Record': 'Source Number',
  'Use Name From Source Record': 'Source Name',
  'Let Destination Auto-Number': 'Auto-Number',
} as const;

export const TRANSACTION_NUMBERING = {
  'Use Number From Source Record': 'Source Number',
  'Let Destination Auto-Number': 'Auto-Number',
} as const;

export const ITEM_NAMES = { 'Use Source ID': 'Id', 'Use Source Name': 'Name' } as const;

/** Whether newer versions change a record. */
export const UPDATE_POLICIES = { Update: true, 'Do Not Allow Updates': false } as const;

export const CLOSED_PERIODS = ['Ask', 'First Open Period', 'Reject'] as const;

/** Account types as SuiteQL names them (`account.accttype`). */
const INCOME_TYPES = ['Income', 'OthIncome'];

/** The field of a connection. */
export function connectionField(name: string): string {
  return `custrecord_obc_conn_${name}`;
}

/** All settings that the settings RESTlet shows and changes; key and platform are chosen once, apart from these. */
export const SETTING_FIELDS: readonly SettingField[] = [
  { setting: 'paused', field: connectionField('paused'), type: 'checkbox' },
  { setting: 'scheduledMode', field: connectionField('scheduled'), type: 'checkbox' },
  { setting: 'timeZone', field: connectionField('time_zone'), type: 'text' },
  { setting: 'defaultSubsidiary', field: connectionField('subsidiary'), type: 'reference', to: 'subsidiary' },
  {
    setting: 'receivablesAccount',
    field: connectionField('receivables'),
    type: 'reference',
    to: 'account',
    accountTypes: ['AcctRec'],
  },
  { setting: 'taxSchedule', field: connectionField('tax_schedule'), type: 'reference', to: 'taxSchedule' },
  ...ITEM_CATEGORIES.map(
    (category): SettingField => ({
      setting: `itemTypes.${category}`,
      field: connectionField(`type_${category}`),
      type: 'choice',
      choices: Object.keys(ITEM_TYPES),
    }),
  ),
  ...ITEM_CATEGORIES.map(
    (category): SettingField => ({
      setting: `incomeAccounts.${category}`,
      field: connectionField(`income_${category}`),
      type: 'reference',
      to: 'account',
      accountTypes: INCOME_TYPES,
    }),
  ),
  {
    setting: 'inventoryAccounts.costOfGoodsSold',
    field: connectionField('cost_of_goods'),
    type: 'reference',
    to: 'account',
    accountTypes: ['COGS'],
  },
  {
    setting: 'inventoryAccounts.asset',
    field: connectionField('inventory_asset'),
    type: 'reference',
    to: 'account',
    accountTypes: ['OthCurrAsset', 'FixedAsset', 'OthAsset'],
  },
  {
    setting: 'numbering.customer',
    field: connectionField('customer_number'),
    type: 'choice',
    choices: Object.keys(CUSTOMER_NUMBERING),
  },
  {
    setting: 'numbering.transaction',
    field: connectionField('transaction_number'),
    type: 'choice',
    choices: Object.keys(TRANSACTION_NUMBERING),
  },
  { setting: 'itemName', field: connectionField('item_name'), type: 'choice', choices: Object.keys(ITEM_NAMES) },
  { setting: 'closedPeriod', field: connectionField('closed_period'), type: 'choice', choices: CLOSED_PERIODS },
  { setting: 'documentsPerRun', field: connectionField('per_run'), type: 'integer' },
  {
    setting: 'updates.customer',
    field: connectionField('update_customer'),
    type: 'choice',
    choices: Object.keys(UPDATE_POLICIES),
  },
  {
    setting: 'updates.item',
    field: connectionField('update_item'),
    type: 'choice',
    choices: Object.keys(UPDATE_POLICIES),
  },
  { setting: 'linkFields.customer', field: connectionField('link_customer'), type: 'text' },
  { setting: 'linkFields.item', field: connectionField('link_item'), type: 'text' },
  { setting: 'linkFields.transaction', field: connectionField('link_transaction'), type: 'text' },
  { setting: 'sends.customerEdits', field: connectionField('send_customers'), type: 'checkbox' },
  { setting: 'sends.creditMemoCancellations', field: connectionField('send_credits'), type: 'checkbox' },
  { setting: 'api.url', field: connectionField('api_url'), type: 'text' },
  { setting: 'api.clientId', field: connectionField('api_client'), type: 'text' },
  { setting: 'api.secret', field: connectionField('api_secret'), type: 'text' },
  { setting: 'retention.payloadDays', field: connectionField('payload_days'), type: 'integer' },
  { setting: 'retention.personalDataDays', field: connectionField('personal_days'), type: 'integer' },
  { setting: 'recipients.digest', field: connectionField('digest_to'), type: 'addresses' },
  { setting: 'recipients.alert', field: connectionField('alert_to'), type: 'addresses' },
  { setting: 'recipients.sender', field: connectionField('mail_from'), type: 'reference', to: 'employee' },
];

/** The list from which the value of a mapping is chosen; accounts also with the types that fit. */
export const MAPPING_TARGETS: Readonly<
  Record<MappingKind, { readonly to: ReferenceList; readonly accountTypes?: readonly string[] }>
> = {
  'Income Account': { to: 'account', accountTypes: INCOME_TYPES },
  'Deferred Revenue Account': { to: 'account', accountTypes: ['DeferRevenue'] },
  'Tax Item': { to: 'item' },
  Subsidiary: { to: 'subsidiary' },
  Currency: { to: 'currency' },
  Term: { to: 'term' },
  Class: { to: 'class' },
  Department: { to: 'department' },
  Location: { to: 'location' },
};

export const MAPPING_KINDS = Object.keys(MAPPING_TARGETS) as readonly MappingKind[];
