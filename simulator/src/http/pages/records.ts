import { recordAddress } from '../../calls/recordAddress';
import { withParameters } from '../../calls/url';
import type { Account } from '../../kernel/account';
import type { Caller } from '../../kernel/execution';
import { recordDefinition, recordType, recordTypeIds } from '../../records/catalogue';
import type { FieldValue, LineData, RecordData } from '../../records/data';
import type { FieldDefinition, RecordDefinition } from '../../records/definition';
import { loadRecord } from '../../records/loadRecord';
import { entryText } from '../../records/select/sources';
import { fromColumn } from '../../records/values/columns';
import { isoDate } from '../../records/values/dates';
import { quoted } from '../../store/schema/table';
import { type Content, type Html, html } from '../../ui/html';
import { link, pager, table } from './table';

const SIZE = 50;
/** Columns of a list besides the internal id. */
const MOST_COLUMNS = 9;
const WIDE: ReadonlySet<string> = new Set(['clobtext', 'richtext', 'textarea', 'inlinehtml', 'help', 'summary']);
const NUMERIC: ReadonlySet<string> = new Set(['currency', 'currency2', 'float', 'integer', 'percent', 'rate']);

/** Path of a record's page. */
export function recordPath(account: Account, type: string, id: string | null): string {
  const { path, parameters } = recordAddress(type, id, false, recordDefinition(account, type).internalId);
  return withParameters(path, parameters);
}

/** Every record type with the number of its records. */
export function recordTypesTable(account: Account): Html {
  const rows = recordTypeIds(account).map((id) => {
    const { label, table: name, where } = recordType(account, id);
    const count = account.store.get<{ count: number }>(
      `SELECT COUNT(*) AS count FROM ${quoted(name)}${where ? ` WHERE ${where}` : ''}`,
    );
    return [link(`/app/common/recordlist.nl?rectype=${encodeURIComponent(id)}`, label), id, count?.count ?? 0];
  });
  return table('Record types', [{ label: 'Record type' }, { label: 'Id' }, { label: 'Records', isNumber: true }], rows);
}

/** Records of a type, newest first. */
export function recordListContent(account: Account, type: string, query: URLSearchParams, pageNumber: number): Html {
  const definition = recordDefinition(account, type);
  const { where } = recordType(account, type);
  const columns = listColumns(definition);
  const rows = account.store.all(
    `SELECT id, ${columns.map(({ column }) => quoted(column ?? '')).join(', ')} FROM ${quoted(definition.table)}
     ${where ? `WHERE ${where}` : ''} ORDER BY id DESC LIMIT ? OFFSET ?`,
    [SIZE + 1, (pageNumber - 1) * SIZE],
  );
  const cells = rows
    .slice(0, SIZE)
    .map((row) => [
      link(recordPath(account, type, String(row.id)), String(row.id)),
      ...columns.map((field) => shown(account, field, fromColumn(field, row[field.column ?? '']))),
    ]);
  const headings = columns.map((field) => ({ label: field.label, isNumber: NUMERIC.has(field.type) }));
  return html`${table(definition.label, [{ label: 'Internal ID' }, ...headings], cells)}${pager(
    '/app/common/recordlist.nl',
    query,
    pageNumber,
    rows.length > SIZE,
  )}`;
}

function listColumns(definition: RecordDefinition): FieldDefinition[] {
  const shownFields = [...definition.fields.values()].filter(
    (field) => field.column && field.column !== 'id' && !WIDE.has(field.type),
  );
  const first = ['tranid', 'entityid', 'itemid', 'name', 'acctnumber', 'trandate', 'entity', 'companyname', 'total'];
  const rank = ({ id }: FieldDefinition): number => (first.includes(id) ? first.indexOf(id) : first.length);
  return shownFields.sort((left, right) => rank(left) - rank(right)).slice(0, MOST_COLUMNS);
}

/** A record with its fields and sublists. */
export function recordContent(account: Account, caller: Caller, type: string, id: string): Html {
  const data = loadRecord(account, caller, { type, id, isDynamic: false, defaultValues: {} });
  const definition = recordDefinition(account, data.type);
  const facts = [...definition.fields.values()]
    .map((field) => [field.label, shown(account, field, data.fields[field.id] ?? null, data.texts[field.id])] as const)
    .filter(([, value]) => value !== '');
  const sublists = [...definition.sublists.values()].filter(({ id: name }) => (data.sublists[name]?.length ?? 0) > 0);
  return html`<div class="sheet"><dl class="facts"><div><dt>Internal ID</dt><dd>${data.id}</dd></div>${facts.map(
    ([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`,
  )}</dl></div>${sublists.map(
    (sublist) =>
      html`<h2>${sublist.label}</h2>${lineTable(account, sublist.label, [...sublist.fields.values()], data.sublists[sublist.id] ?? [])}`,
  )}${subrecords(data)}`;
}

/** Title of a record's page: its type and number or name. */
export function recordTitle(account: Account, type: string, id: string): string {
  const { label, fields, table: name } = recordDefinition(account, type);
  const named = ['tranid', 'entityid', 'itemid', 'name'].find((field) => fields.get(field)?.column);
  const column = named && fields.get(named)?.column;
  const row = column
    ? account.store.get(`SELECT ${quoted(column)} AS name FROM ${quoted(name)} WHERE id = ?`, [Number(id)])
    : null;
  return `${label} ${row?.name ?? id}`;
}

function lineTable(
  account: Account,
  label: string,
  fields: readonly FieldDefinition[],
  lines: readonly LineData[],
): Html {
  const used = fields.filter((field) =>
    lines.some((line) => ![null, undefined, '', false].includes(line.fields[field.id] as null)),
  );
  return table(
    label,
    used.map((field) => ({ label: field.label, isNumber: NUMERIC.has(field.type) })),
    lines.map((line) =>
      used.map((field) => shown(account, field, line.fields[field.id] ?? null, line.texts[field.id])),
    ),
  );
}

function subrecords(data: RecordData): Content {
  return Object.entries(data.subrecords).map(
    ([name, subrecord]) =>
      html`<h2>${name}</h2><div class="sheet"><dl class="facts">${Object.entries(subrecord.fields)
        .filter(([, value]) => value !== null && value !== '' && value !== false)
        .map(([field, value]) => html`<div><dt>${field}</dt><dd>${String(value)}</dd></div>`)}</dl></div>`,
  );
}

/** A value as a page shows it: dates without time zone, selects by their text. */
function shown(account: Account, field: FieldDefinition, value: FieldValue, known?: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (value instanceof Date) {
    return field.type === 'date' ? isoDate(value) : value.toISOString().slice(0, 19).replace('T', ' ');
  }
  if (known) return known.replaceAll('\u0005', ', ');
  if (!field.source) return String(value);
  const source = field.source;
  const ids = typeof value === 'object' ? value : [String(value)];
  return ids.map((id) => entryText(account, source, id) ?? id).join(', ');
}
