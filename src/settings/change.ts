import * as record from 'N/record';
import * as runtime from 'N/runtime';
import * as v from 'valibot';
import { isKnownTimeZone } from '../documents/timeZones';
import { userError } from '../netsuite/scriptErrors';
import { type SqlRow, textOf } from '../netsuite/suiteQl';
import { CONNECTION_TYPE, connectionField, MAPPING_TYPE, type ReferenceList } from './fields';
import { connectionRows, forgetConnections, mappingRows } from './load';
import { planSettings, type SettingsPlan } from './plan';
import { readReferenceList } from './references';
import { type SettingsRequest, type SettingsResponse, settingsRequestSchema } from './request';
import type { ReferenceEntry } from './resolve';

/**
 * Changes the settings and mappings of a connection, or makes a connection. All or nothing as far as its checks go;
 * each mapping is a row of its own.
 * @param platformNames names of the platforms that there are
 * @throws INVALID_REQUEST for a body that is no request
 */
export function changeSettings(body: unknown, platformNames: readonly string[]): SettingsResponse {
  const parsed = v.safeParse(settingsRequestSchema, body, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw userError('INVALID_REQUEST', `${v.getDotPath(issue) ?? 'body'}: ${issue.message}.`);
  }
  const request = parsed.output;
  const existing = connectionRows().find((row) => textOf(row, 'connection_key') === request.connection);
  if (existing === undefined && !platformNames.includes(request.platform ?? '')) {
    const message = `There is no connection "${request.connection}". To make it, give its "platform": ${platformNames.join(' or ')}.`;
    return { outcome: 'rejected', problems: [{ code: 'UNKNOWN_CONNECTION', message, path: 'connection' }] };
  }
  const lists = new Map<ReferenceList, readonly ReferenceEntry[] | null>();
  const entries = (list: ReferenceList): readonly ReferenceEntry[] | null => {
    const known = lists.get(list);
    if (known !== undefined) return known;
    const read = readReferenceList(list);
    lists.set(list, read);
    return read;
  };
  const { plan, problems } = planSettings(request, entries, isKnownTimeZone);
  if (problems.length > 0) return { outcome: 'rejected', problems: [...problems] };
  const connection = saveConnection(request, plan, existing);
  saveMappings(connection, plan);
  forgetConnections();
  return { outcome: 'saved', problems: [] };
}

/** 6 units. */
function saveConnection(request: SettingsRequest, plan: SettingsPlan, existing: SqlRow | undefined): string {
  const connection =
    existing === undefined
      ? record.create({ type: CONNECTION_TYPE })
      : record.load({ type: CONNECTION_TYPE, id: textOf(existing, 'id') });
  if (existing === undefined) {
    connection.setValue({ fieldId: connectionField('key'), value: request.connection });
    connection.setText({ fieldId: connectionField('platform'), text: request.platform ?? '' });
  }
  if (existing === undefined || request.name !== undefined) {
    connection.setValue({ fieldId: 'name', value: request.name ?? request.connection });
  }
  // In a copy of the account nothing is sent by itself: only who asks for it activates the connection there.
  const activatedIn = String(connection.getValue({ fieldId: connectionField('account') }) ?? '');
  if (request.activate === true || activatedIn === '') {
    connection.setValue({ fieldId: connectionField('account'), value: runtime.accountId });
  }
  for (const { field, by, value } of plan.fields) {
    if (by === 'text') connection.setText({ fieldId: field, text: String(value) });
    else connection.setValue({ fieldId: field, value });
  }
  return String(connection.save());
}

/** 6 units a mapping. */
function saveMappings(connection: string, plan: SettingsPlan): void {
  if (plan.mappings.length === 0) return;
  const rows = mappingRows().filter((row) => row.connection === connection);
  for (const mapping of plan.mappings) {
    const existing = rows.find((row) => row.kind === mapping.kind && row.source === mapping.source);
    if (mapping.value === null) {
      if (existing !== undefined) record.delete({ type: MAPPING_TYPE, id: existing.id });
      continue;
    }
    if (existing !== undefined) {
      record.submitFields({
        type: MAPPING_TYPE,
        id: existing.id,
        values: { custrecord_obc_map_value: mapping.value.id, custrecord_obc_map_label: mapping.value.name },
      });
      continue;
    }
    const row = record.create({ type: MAPPING_TYPE });
    row.setValue({ fieldId: 'custrecord_obc_map_connection', value: connection });
    row.setText({ fieldId: 'custrecord_obc_map_kind', text: mapping.kind });
    row.setValue({ fieldId: 'custrecord_obc_map_source', value: mapping.source });
    row.setValue({ fieldId: 'custrecord_obc_map_value', value: mapping.value.id });
    row.setValue({ fieldId: 'custrecord_obc_map_label', value: mapping.value.name });
    row.save();
  }
}
