import * as record from 'N/record';

/** Queries cut text at so many bytes (section_N3352288). */
const QUERY_CUTS_AT = 4_000;

/**
 * The whole text of a long-text field of a custom record, of which a query may have returned only the beginning.
 * Costs nothing where the text is certainly whole, else 2 units to load the record.
 */
export function wholeText(queried: string, type: string, id: number, field: string): string {
  if (utf8Length(queried) < QUERY_CUTS_AT - 4) return queried;
  return String(record.load({ type, id }).getValue({ fieldId: field }) ?? '');
}

/** How many bytes the text has in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00) {
      bytes += 4;
      index += 1;
    } else bytes += 3;
  }
  return bytes;
}
