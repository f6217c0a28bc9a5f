import type { LineData, RecordData } from './data';
import type { FieldDefinition } from './definition';
import type { RecordContext } from './recordType';
import { entryText } from './select/sources';

/** Fills the texts of select fields, as `getText` gives them. */
export function fillTexts(context: RecordContext, data: RecordData): void {
  fillTextsOf(context, context.definition.fields, data);
  for (const [sublistId, lines] of Object.entries(data.sublists)) {
    const sublist = context.definition.sublists.get(sublistId);
    if (sublist) for (const line of lines) fillTextsOf(context, sublist.fields, line);
  }
}

/** The same for one line, or for the body alone. */
export function fillTextsOf(
  context: RecordContext,
  fields: ReadonlyMap<string, FieldDefinition>,
  holder: Pick<LineData, 'fields' | 'texts'>,
): void {
  for (const field of fields.values()) {
    const value = holder.fields[field.id];
    if (!field.source || value === null || value === undefined) continue;
    const source = field.source;
    const texts = (Array.isArray(value) ? value : [value]).map((id) => entryText(context.account, source, String(id)));
    holder.texts[field.id] = texts.map((text) => text ?? '').join('\u0005');
  }
}
