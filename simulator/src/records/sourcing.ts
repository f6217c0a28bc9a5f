import type { Account } from '../kernel/account';
import type { Caller } from '../kernel/execution';
import { recordContext } from './catalogue';
import type { LineData, RecordData } from './data';
import type { Kept, RecordContext, RecordType } from './recordType';
import type { SelectValueRequest, SourceLineRequest, SourceRequest } from './requests';
import { entryOfText } from './select/sources';
import { fillTexts, fillTextsOf } from './texts';
import { invalidKey, normalize } from './validation';

type TypeContext = RecordContext & { readonly type: RecordType };

/** Lets the record type fill what follows from changed body fields, in the order in which they changed. */
export function sourceChanges(context: TypeContext, data: RecordData, changed: readonly string[], kept: Kept): void {
  for (const fieldId of changed) context.type.source?.(context, data, { fieldId }, kept);
}

/**
 * Sourcing of a whole record in standard mode, at its save: what the script set stays, the rest follows from it
 * (section_1524156901). A line is sourced where it is new or one of its fields changed.
 */
export function sourceStandard(context: TypeContext, data: RecordData, stored: RecordData | null): void {
  const given = new Set(data.changedFields);
  sourceChanges(context, data, data.changedFields, (fieldId, line) => (line === undefined ? given.has(fieldId) : true));
  for (const sublistId of context.definition.sublists.keys()) {
    const before = new Map((stored?.sublists[sublistId] ?? []).map((line) => [line.fields.lineuniquekey, line]));
    (data.sublists[sublistId] ?? []).forEach((line, index) => {
      const known = line.fields.lineuniquekey ? before.get(line.fields.lineuniquekey) : undefined;
      const changed = changedFields(line, known);
      line.changed = changed;
      for (const fieldId of changed) {
        context.type.source?.(context, data, { fieldId, sublistId, line: index }, (other) => changed.includes(other));
      }
    });
  }
}

/** Fields of a line that the script set: noted by the script side, or those that differ from the stored line. */
export function changedFields(line: LineData, stored: LineData | undefined): string[] {
  if (line.changed) return line.changed;
  return Object.keys(line.fields).filter((fieldId) => {
    const value = line.fields[fieldId];
    if (stored) return !sameValue(value, stored.fields[fieldId]);
    return value !== null && value !== undefined;
  });
}

export function sameValue(one: unknown, other: unknown): boolean {
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime();
  if (Array.isArray(one) && Array.isArray(other)) return one.join('\u0005') === other.join('\u0005');
  return (one ?? null) === (other ?? null) || (one === false && (other ?? null) === null);
}

/** Dynamic mode: the record after a body field or sublist changed. Nothing that was set earlier is safe from sourcing. */
export function sourceRecord(account: Account, caller: Caller, request: SourceRequest): RecordData {
  const context = recordContext(account, caller, request.record.type);
  const data = request.record;
  normalize(context, data);
  const isSublist = context.definition.sublists.has(request.changed);
  if (!isSublist) sourceChanges(context, data, [request.changed], () => false);
  context.type.complete?.(context, data, null);
  fillTexts(context, data);
  return data;
}

/** Dynamic mode: the line that is being edited after one of its fields changed. It is not part of the record yet. */
export function sourceLine(account: Account, caller: Caller, request: SourceLineRequest): LineData {
  const context = recordContext(account, caller, request.record.type);
  const lines = request.record.sublists[request.sublistId] ?? [];
  const index = lines.length;
  const sublists = { ...request.record.sublists, [request.sublistId]: [...lines, request.line] };
  const data: RecordData = { ...request.record, sublists };
  normalize(context, data);
  const change = { fieldId: request.fieldId, sublistId: request.sublistId, line: index };
  context.type.source?.(context, data, change, () => false);
  const sublist = context.definition.sublists.get(request.sublistId);
  if (sublist) fillTextsOf(context, sublist.fields, request.line);
  return request.line;
}

/** The id that the text of a select field stands for. Throws INVALID_KEY_OR_REF where no entry has it. */
export function selectValue(account: Account, caller: Caller, request: SelectValueRequest): string {
  const { definition } = recordContext(account, caller, request.type);
  const fields = request.sublistId === null ? definition.fields : definition.sublists.get(request.sublistId)?.fields;
  const field = fields?.get(request.fieldId);
  const key = field?.source ? entryOfText(account, field.source, request.text) : null;
  if (key === null) throw invalidKey(request.fieldId, request.text);
  return key;
}
