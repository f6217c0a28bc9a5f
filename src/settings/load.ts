import type { ItemCategory } from '../documents/document';
import { hasFeature } from '../netsuite/features';
import { isChecked, type SqlRow, selectRows, textOf } from '../netsuite/suiteQl';
import { CONNECTION_TYPE, connectionField, ITEM_CATEGORIES, MAPPING_TYPE, SETTING_FIELDS } from './fields';
import { type MappingRow, settingsOf } from './interpret';
import type { ConnectionSettings } from './settings';

let loaded: ReadonlyMap<string, ConnectionSettings> | null = null;

/** All connections by key, read once in a script execution: 20 units, 10 where there is no mapping to be read. */
export function loadConnections(): ReadonlyMap<string, ConnectionSettings> {
  loaded = loaded ?? readConnections();
  return loaded;
}

/** Reads the settings again at the next call; for whoever has just changed them. */
export function forgetConnections(): void {
  loaded = null;
}

/** The rows of the connections: texts of choices under the field's name, ids of references. 10 units. */
export function connectionRows(): readonly SqlRow[] {
  const columns = SETTING_FIELDS.filter(
    (field) => field.setting !== 'defaultSubsidiary' || hasFeature('SUBSIDIARIES'),
  ).map(
    (field) =>
      `${field.type === 'choice' ? `BUILTIN.DF(c.${field.field})` : `c.${field.field}`} AS ${alias(field.field)}`,
  );
  return selectRows(
    `SELECT c.id, c.name, c.${connectionField('key')} AS connection_key,
       BUILTIN.DF(c.${connectionField('platform')}) AS platform, ${columns.join(', ')}
     FROM ${CONNECTION_TYPE} c WHERE c.isinactive = 'F' ORDER BY c.id`,
  );
}

/** The mappings of all connections, or of one: 10 units. */
export function mappingRows(): readonly MappingRow[] {
  return selectRows(
    `SELECT m.id, m.custrecord_obc_map_connection AS connection, BUILTIN.DF(m.custrecord_obc_map_kind) AS kind,
       m.custrecord_obc_map_source AS source, m.custrecord_obc_map_value AS value, m.custrecord_obc_map_label AS label
     FROM ${MAPPING_TYPE} m WHERE m.isinactive = 'F' ORDER BY m.id`,
  ).map((row) => ({
    id: textOf(row, 'id'),
    connection: textOf(row, 'connection'),
    kind: textOf(row, 'kind'),
    source: textOf(row, 'source'),
    value: textOf(row, 'value'),
    label: textOf(row, 'label'),
  }));
}

/** The column of a setting in a row of {@link connectionRows}. */
export function settingValue(row: SqlRow, field: string): string {
  return textOf(row, alias(field));
}

function readConnections(): ReadonlyMap<string, ConnectionSettings> {
  const mappings = mappingRows();
  return new Map(
    connectionRows().map((row) => {
      const value = (name: string): string => settingValue(row, connectionField(name));
      const byCategory = (prefix: string): Record<ItemCategory, string> => {
        const texts = {} as Record<ItemCategory, string>;
        for (const category of ITEM_CATEGORIES) texts[category] = value(`${prefix}_${category}`);
        return texts;
      };
      const settings = settingsOf(
        {
          recordId: textOf(row, 'id'),
          key: textOf(row, 'connection_key'),
          platform: textOf(row, 'platform'),
          isPaused: isChecked(row, alias(connectionField('paused'))),
          scheduledMode: isChecked(row, alias(connectionField('scheduled'))),
          timeZone: value('time_zone'),
          defaultSubsidiary: value('subsidiary'),
          receivablesAccount: value('receivables'),
          taxSchedule: value('tax_schedule'),
          itemTypes: byCategory('type'),
          incomeAccounts: byCategory('income'),
          customerNumbering: value('customer_number'),
          transactionNumbering: value('transaction_number'),
          itemName: value('item_name'),
          closedPeriod: value('closed_period'),
        },
        mappings,
      );
      return [settings.key, settings] as const;
    }),
  );
}

/** The name of a setting's column in a query. */
function alias(field: string): string {
  return field.replace('custrecord_obc_conn_', 's_');
}
