import type { ItemCategory } from '../documents/document';
import { hasFeature } from '../netsuite/features';
import { isChecked, type SqlRow, selectRows, textOf } from '../netsuite/suiteQl';
import { CONNECTION_TYPE, connectionField, ITEM_CATEGORIES, MAPPING_TYPE, SETTING_FIELDS } from './fields';
import { type MappingRow, type StoredConnection, settingsOf } from './interpret';
import type { ConnectionSettings } from './settings';

let loaded: ReadonlyMap<string, ConnectionSettings> | null = null;

/** All connections by key with their mappings, read once in a script execution: 10 units. */
export function loadConnections(): ReadonlyMap<string, ConnectionSettings> {
  loaded = loaded ?? readConnections();
  return loaded;
}

/** Reads the settings again at the next call; for whoever has just changed them. */
export function forgetConnections(): void {
  loaded = null;
}

/** The rows of the connections: texts of choices, ids of references. 10 units. */
export function connectionRows(): readonly SqlRow[] {
  return selectRows(`SELECT ${connectionColumns()} FROM ${CONNECTION_TYPE} c WHERE c.isinactive = 'F' ORDER BY c.id`);
}

/** The mappings of all connections: 10 units. */
export function mappingRows(): readonly MappingRow[] {
  return selectRows(`SELECT ${MAPPING_COLUMNS} FROM ${MAPPING_TYPE} m WHERE m.isinactive = 'F' ORDER BY m.id`).map(
    mappingRow,
  );
}

/** The column of a setting in a row of {@link connectionRows}. */
export function settingValue(row: SqlRow, field: string): string {
  return textOf(row, alias(field));
}

const MAPPING_COLUMNS = `m.id AS mapping_id, m.custrecord_obc_map_connection AS mapping_connection,
  BUILTIN.DF(m.custrecord_obc_map_kind) AS mapping_kind, m.custrecord_obc_map_source AS mapping_source,
  m.custrecord_obc_map_value AS mapping_value, m.custrecord_obc_map_label AS mapping_label`;

function connectionColumns(): string {
  const isThere = (setting: string): boolean => setting !== 'defaultSubsidiary' || hasFeature('SUBSIDIARIES');
  const columns = SETTING_FIELDS.filter(({ setting }) => isThere(setting)).map(({ field, type }) => {
    const column = type === 'choice' ? `BUILTIN.DF(c.${field})` : `c.${field}`;
    return `${column} AS ${alias(field)}`;
  });
  return `c.id, c.name, c.${connectionField('key')} AS connection_key,
    BUILTIN.DF(c.${connectionField('platform')}) AS platform, c.${connectionField('account')} AS activated_in, ${columns.join(', ')}`;
}

/** One query for both: a connection has a row for each of its mappings, or one without. */
function readConnections(): ReadonlyMap<string, ConnectionSettings> {
  const rows = selectRows(
    `SELECT ${connectionColumns()}, ${MAPPING_COLUMNS}
     FROM ${CONNECTION_TYPE} c
     LEFT JOIN ${MAPPING_TYPE} m ON m.custrecord_obc_map_connection = c.id AND m.isinactive = 'F'
     WHERE c.isinactive = 'F' ORDER BY c.id, m.id`,
  );
  const mappings = rows.filter((row) => textOf(row, 'mapping_id') !== '').map(mappingRow);
  const connections = new Map(rows.map((row) => [textOf(row, 'connection_key'), storedConnection(row)]));
  return new Map(Array.from(connections, ([key, stored]) => [key, settingsOf(stored, mappings)]));
}

function mappingRow(row: SqlRow): MappingRow {
  return {
    id: textOf(row, 'mapping_id'),
    connection: textOf(row, 'mapping_connection'),
    kind: textOf(row, 'mapping_kind'),
    source: textOf(row, 'mapping_source'),
    value: textOf(row, 'mapping_value'),
    label: textOf(row, 'mapping_label'),
  };
}

function storedConnection(row: SqlRow): StoredConnection {
  const value = (name: string): string => settingValue(row, connectionField(name));
  const checked = (name: string): boolean => isChecked(row, alias(connectionField(name)));
  const byCategory = (prefix: string): Record<ItemCategory, string> => {
    const texts = {} as Record<ItemCategory, string>;
    for (const category of ITEM_CATEGORIES) texts[category] = value(`${prefix}_${category}`);
    return texts;
  };
  return {
    recordId: textOf(row, 'id'),
    key: textOf(row, 'connection_key'),
    platform: textOf(row, 'platform'),
    isPaused: checked('paused'),
    scheduledMode: checked('scheduled'),
    timeZone: value('time_zone'),
    defaultSubsidiary: value('subsidiary'),
    receivablesAccount: value('receivables'),
    taxSchedule: value('tax_schedule'),
    itemTypes: byCategory('type'),
    incomeAccounts: byCategory('income'),
    inventoryAccounts: { costOfGoodsSold: value('cost_of_goods'), asset: value('inventory_asset') },
    customerNumbering: value('customer_number'),
    transactionNumbering: value('transaction_number'),
    itemName: value('item_name'),
    closedPeriod: value('closed_period'),
    documentsPerRun: value('per_run'),
    updates: { customer: value('update_customer'), item: value('update_item') },
    linkFields: { customer: value('link_customer'), item: value('link_item'), transaction: value('link_transaction') },
    sends: { customerEdits: checked('send_customers'), creditMemoCancellations: checked('send_credits') },
    api: { url: value('api_url'), clientId: value('api_client'), secret: value('api_secret') },
    retention: { payload: value('payload_days'), personalData: value('personal_days') },
    recipients: { digest: value('digest_to'), alert: value('alert_to'), sender: value('mail_from') },
    activatedIn: textOf(row, 'activated_in'),
  };
}

/** The name of a setting's column in a query. */
function alias(field: string): string {
  return field.replace('custrecord_obc_conn_', 's_');
}
