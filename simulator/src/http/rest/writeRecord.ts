import type { Account } from '../../kernel/account';
import { hasRecordType, recordDefinition, recordType } from '../../records/catalogue';
import type { FieldValue, LineData, RecordData } from '../../records/data';
import type { FieldDefinition, SublistDefinition } from '../../records/definition';
import { recordByExternalId } from '../../records/externalId';
import { emptyRecord } from '../../records/recordType';
import { dateOfIso } from '../../records/values/dates';
import { RestProblem } from './problem';

type Body = Readonly<Record<string, unknown>>;

/** Members of a record that are not fields. */
const NOT_FIELDS: ReadonlySet<string> = new Set(['id', 'links', 'refname', 'totalresults']);

/**
 * Puts a request's body into a record (section_1545141395, chapter_1545142407). Lines are added; one
 * that names its `line` changes that line; the sublists in `replaced` are emptied first.
 *
 * @throws RestProblem INVALID_CONTENT with the path of what cannot be used
 */
export function applyBody(account: Account, data: RecordData, body: Body, replaced: ReadonlySet<string>): void {
  const definition = recordDefinition(account, data.type);
  for (const [name, value] of Object.entries(body)) {
    const id = name.toLowerCase();
    if (NOT_FIELDS.has(id)) continue;
    const sublist = definition.sublists.get(id);
    if (sublist) {
      data.sublists[id] = lines(account, sublist, value, replaced.has(id) ? [] : (data.sublists[id] ?? []), name);
      data.changedSublists.push(id);
      continue;
    }
    const field = definition.fields.get(id);
    if (!field) throw unknownField(name);
    if (field.subrecord || data.subrecords[id]) {
      data.subrecords[id] = subrecord(account, value, data.subrecords[id], name);
    } else {
      data.fields[id] = fieldValue(account, field, value, name);
      delete data.texts[id];
    }
    data.changedFields.push(id);
  }
}

function lines(
  account: Account,
  sublist: SublistDefinition,
  value: unknown,
  present: readonly LineData[],
  path: string,
): LineData[] {
  const items = isObject(value) ? value.items : null;
  if (!Array.isArray(items)) throw invalid(path, `The sublist ${path} must have the form {"items": [...]}.`);
  const result = [...present];
  items.forEach((item: unknown, place) => {
    const at = `${path}.items[${place}]`;
    if (!isObject(item)) throw invalid(at, 'A line must be an object.');
    const key = item.line;
    // Lines of an apply sublist are identified by their document (article_0830101547).
    const doc = sublist.staticLines ? documentOf(account, sublist, item, at) : null;
    const existing =
      doc !== null
        ? result.find((line) => line.fields.doc === doc)
        : typeof key === 'number'
          ? result.find((line, position) => Number(line.fields.line ?? position + 1) === key)
          : undefined;
    const line = existing ?? { fields: {}, texts: {}, subrecords: {}, changed: [] };
    applyLine(account, sublist, line, item, at);
    if (!existing) result.push(line);
  });
  return result;
}

function applyLine(account: Account, sublist: SublistDefinition, line: LineData, item: Body, path: string): void {
  for (const [name, value] of Object.entries(item)) {
    const id = name.toLowerCase();
    if (NOT_FIELDS.has(id) || id === 'line') continue;
    const field = sublist.fields.get(id);
    if (!field) throw unknownField(`${path}.${name}`);
    if (field.subrecord || line.subrecords[id]) {
      line.subrecords[id] = subrecord(account, value, line.subrecords[id], `${path}.${name}`);
    } else {
      line.fields[id] = fieldValue(account, field, value, `${path}.${name}`);
      delete line.texts[id];
    }
    line.changed?.push(id);
  }
}

function documentOf(account: Account, sublist: SublistDefinition, item: Body, path: string): string | null {
  const field = sublist.fields.get('doc');
  return field && item.doc !== undefined ? String(fieldValue(account, field, item.doc, `${path}.doc`)) : null;
}

/** The only subrecord is the address. */
function subrecord(account: Account, value: unknown, present: RecordData | undefined, path: string): RecordData {
  if (!isObject(value)) throw invalid(path, 'A subrecord must be an object.');
  const data = present ?? emptyRecord('address', false);
  const definition = hasRecordType(account, 'address') ? recordDefinition(account, 'address') : null;
  for (const [name, given] of Object.entries(value)) {
    const id = name.toLowerCase();
    if (NOT_FIELDS.has(id)) continue;
    const field = definition?.fields.get(id);
    data.fields[id] = field
      ? fieldValue(account, field, given, `${path}.${name}`)
      : plainValue(given, `${path}.${name}`);
    data.changedFields.push(id);
  }
  return data;
}

function fieldValue(account: Account, field: FieldDefinition, value: unknown, path: string): FieldValue {
  if (value === null) return null;
  switch (field.type) {
    case 'select':
      return referenced(account, field, value, path);
    case 'multiselect': {
      const items = isObject(value) ? value.items : value;
      if (!Array.isArray(items)) throw invalid(path, 'A multiple select must have the form {"items": [{"id": ...}]}.');
      return items.map((item: unknown) => referenced(account, field, item, path));
    }
    case 'date':
      if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value))
        throw invalid(path, `Invalid date ${value}.`);
      return dateOfIso(value);
    case 'datetimetz':
      if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) throw invalid(path, `Invalid date ${value}.`);
      return new Date(value);
    default:
      return plainValue(value, path);
  }
}

/** `{"id": "7"}`, `{"externalId": "x"}`, or the id alone. */
function referenced(account: Account, field: FieldDefinition, value: unknown, path: string): string {
  if (!isObject(value)) return String(plainValue(value, path));
  if (value.id !== undefined) return String(value.id);
  const external = value.externalId;
  if (typeof external === 'string' && field.source && hasRecordType(account, field.source)) {
    const found = recordByExternalId(account, recordType(account, field.source), external);
    if (found) return found.id;
  }
  throw invalid(path, `Invalid reference for the following field: ${path}`);
}

function plainValue(value: unknown, path: string): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw invalid(path, `You have entered an Invalid Field Value for the following field: ${path}`);
}

function isObject(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unknownField(path: string): RestProblem {
  return invalid(path, `Unknown property ${path}.`);
}

function invalid(path: string, detail: string): RestProblem {
  return new RestProblem(400, 'INVALID_CONTENT', `Error while accessing a resource. ${detail}`, { path });
}
