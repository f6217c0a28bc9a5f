import * as runtime from 'N/runtime';
import { userError } from '../netsuite/scriptErrors';
import { type SqlRow, textOf } from '../netsuite/suiteQl';
import { MAPPING_KINDS, SETTING_FIELDS, type SettingField } from './fields';
import { addresses } from './interpret';
import { connectionRows, mappingRows, settingValue } from './load';
import { readReferenceList } from './references';

/**
 * What GET of the settings RESTlet answers: a connection with its settings, mappings and what can be chosen, or all
 * connections where none is named. 20 to 50 units.
 */
export function showSettings(connection: string | undefined): unknown {
  const rows = connectionRows();
  if (connection === undefined || connection === '') {
    return { connections: rows.map((row) => ({ ...identity(row), settings: settingsIn(row) })) };
  }
  const row = rows.find((candidate) => textOf(candidate, 'connection_key') === connection);
  if (row === undefined) throw userError('UNKNOWN_CONNECTION', `There is no connection "${connection}".`);
  const accounts = readReferenceList('account') ?? [];
  const subsidiaries = readReferenceList('subsidiary') ?? [];
  return {
    ...identity(row),
    settings: settingsIn(row),
    mappings: mappingRows()
      .filter((mapping) => mapping.connection === textOf(row, 'id'))
      .map(({ kind, source, value, label }) => ({ kind, source, value: { id: value, name: label } })),
    choices: {
      ...Object.fromEntries(
        SETTING_FIELDS.flatMap((field) => (field.type === 'choice' ? [[field.setting, field.choices]] : [])),
      ),
      mappingKinds: MAPPING_KINDS,
      accounts: accounts
        .filter((account) => !account.isInactive)
        .map(({ id, names, type }) => ({ id, name: names[0] ?? '', number: names[1] ?? '', type })),
      subsidiaries: subsidiaries
        .filter((subsidiary) => !subsidiary.isInactive)
        .map(({ id, names }) => ({ id, name: names[0] ?? '' })),
    },
  };
}

function identity(row: SqlRow): Readonly<Record<string, string | boolean>> {
  return {
    connection: textOf(row, 'connection_key'),
    name: textOf(row, 'name'),
    platform: textOf(row, 'platform'),
    activated: textOf(row, 'activated_in') === runtime.accountId,
  };
}

/** In the shape that PUT takes. */
function settingsIn(row: SqlRow): unknown {
  const settings: Record<string, unknown> = {};
  for (const field of SETTING_FIELDS) {
    const text = settingValue(row, field.field);
    const shown = shownValue(field, text);
    const [group = '', member] = field.setting.split('.');
    if (member === undefined) settings[group] = shown;
    else settings[group] = { ...(settings[group] as Record<string, unknown> | undefined), [member]: shown };
  }
  return settings;
}

function shownValue(field: SettingField, text: string): unknown {
  switch (field.type) {
    case 'checkbox':
      return text === 'T' || text === 'true';
    case 'reference':
      return idOrNull(text);
    case 'integer':
      return text === '' ? null : Number(text);
    case 'addresses':
      return addresses(text);
    default:
      return text;
  }
}

function idOrNull(text: string): { readonly id: string } | null {
  return text === '' ? null : { id: text };
}
