import { CUSTOMER_FIELDS, type CustomerContent, type CustomerField } from '../../documents/changes';

/**
 * The fields of which the platform may have another value. A field that the platform has for certain is never sent, so
 * that what NetSuite never knew (an address that was left out) is not emptied there. Where nothing is known of what the
 * platform has, all that NetSuite holds is sent, and nothing is emptied.
 * @param before contents that the platform has or may have
 */
export function changedFields(content: CustomerContent, before: readonly CustomerContent[]): readonly CustomerField[] {
  if (before.length === 0) return CUSTOMER_FIELDS.filter((field) => content[field] !== '');
  return CUSTOMER_FIELDS.filter((field) => before.some((known) => known[field] !== content[field]));
}
