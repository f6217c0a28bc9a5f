import { canonicalJson } from '../../documents/canonicalJson';
import { CUSTOMER_FIELDS, type CustomerContent } from '../../documents/changes';

/** A content as it is stored and compared: equal texts, equal contents. */
export function customerContentText(content: CustomerContent): string {
  return canonicalJson(content);
}

/**
 * Reads a stored content; fields that a later version of the connector added are empty in it. Null for text that is no
 * content, such as the note that a customer was deleted.
 */
export function parseCustomerContent(text: string): CustomerContent | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('name' in value)) return null;
  const given = value as Readonly<Record<string, unknown>>;
  const fields = CUSTOMER_FIELDS.map((field) => [field, typeof given[field] === 'string' ? given[field] : '']);
  return Object.fromEntries(fields) as CustomerContent;
}
