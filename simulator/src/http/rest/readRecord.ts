import { hasField } from '../../company/oneWorld';
import type { Account } from '../../kernel/account';
import { hasRecordType, recordDefinition } from '../../records/catalogue';
import type { FieldValue, LineData, RecordData } from '../../records/data';
import type { FieldDefinition, SublistDefinition } from '../../records/definition';
import { isoDate } from '../../records/values/dates';
import { restName } from './names';

/** Address of REST records, with which links begin: `http://127.0.0.1:8080/services/rest/record/v1`. */
export interface ReadContext {
  readonly account: Account;
  readonly base: string;
  /** `expandSubResources=true`: sublists and subrecords whole instead of as links. */
  readonly isExpanded: boolean;
}

export interface Link {
  readonly rel: string;
  readonly href: string;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

/** A record as GET answers it (section_159894563219): fields that are empty are left out. */
export function recordJson(context: ReadContext, data: RecordData): Json {
  const definition = recordDefinition(context.account, data.type);
  const self = `${context.base}/${restName(data.type)}/${data.id}`;
  const body: Record<string, Json> = { links: links(self), id: String(data.id) };
  for (const field of definition.fields.values()) {
    if (!hasField(context.account, field.id)) continue;
    const value = fieldJson(context, field, data.fields[field.id] ?? null, data.texts[field.id]);
    if (value !== undefined) body[restName(field.id)] = value;
  }
  for (const sublist of definition.sublists.values()) {
    const address = `${self}/${restName(sublist.id)}`;
    body[restName(sublist.id)] = context.isExpanded
      ? sublistJson(context, sublist, data.sublists[sublist.id] ?? [], address)
      : { links: links(address) };
  }
  for (const [field, subrecord] of Object.entries(data.subrecords)) {
    const address = `${self}/${restName(field)}`;
    body[restName(field)] = context.isExpanded
      ? { links: links(address), ...subrecordJson(subrecord) }
      : { links: links(address) };
  }
  return body;
}

/** A sublist with its lines (chapter_1545142407). */
export function sublistJson(
  context: ReadContext,
  sublist: SublistDefinition,
  lines: readonly LineData[],
  address: string,
): { readonly [name: string]: Json } {
  const items = lines.map((line, place) => {
    const item: Record<string, Json> = { links: links(`${address}/${place + 1}`) };
    for (const field of sublist.fields.values()) {
      const value = fieldJson(context, field, line.fields[field.id] ?? null, line.texts[field.id]);
      if (value !== undefined) item[restName(field.id)] = value;
    }
    if (typeof item.line === 'string') item.line = Number(item.line);
    for (const [field, subrecord] of Object.entries(line.subrecords)) item[restName(field)] = subrecordJson(subrecord);
    return item;
  });
  return { links: links(address), items, totalResults: items.length };
}

export function links(href: string): Json {
  return [{ rel: 'self', href }];
}

function subrecordJson(subrecord: RecordData): { readonly [name: string]: Json } {
  const body: Record<string, Json> = {};
  for (const [field, value] of Object.entries(subrecord.fields)) {
    if (value !== null && value !== '')
      body[restName(field)] = value instanceof Date ? isoDate(value) : (value as Json);
  }
  return body;
}

function fieldJson(context: ReadContext, field: FieldDefinition, value: FieldValue, text?: string): Json | undefined {
  if (value === null || value === '') return undefined;
  if (value instanceof Date) {
    return field.type === 'date' ? isoDate(value) : `${value.toISOString().slice(0, 19)}Z`;
  }
  if (field.type === 'multiselect') {
    const ids = typeof value === 'object' ? value : [String(value)];
    const names = (text ?? '').split('\u0005');
    return { items: ids.map((id, place) => reference(context, field, id, names[place])), totalResults: ids.length };
  }
  if (field.type === 'select') return reference(context, field, String(value), text);
  return value as Json;
}

function reference(context: ReadContext, field: FieldDefinition, id: string, text: string | undefined): Json {
  const { source } = field;
  const isRecord = source !== undefined && hasRecordType(context.account, source);
  const href = isRecord ? links(`${context.base}/${restName(source)}/${id}`) : [];
  return { links: href, id, ...(text ? { refName: text } : {}) };
}
