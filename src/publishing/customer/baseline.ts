import { CUSTOMER_FIELDS, type CustomerContent, type CustomerField } from '../../documents/changes';
import { fingerprint } from '../fingerprint';

/** Names the order of the fields in what follows; another one would be another version's. */
const VERSION = 'c1';

/** The fingerprints of a customer's fields in their order, by which later changes of each are told: `c1:1x…,-,…`. */
export function customerBaseline(content: CustomerContent): string {
  return `${VERSION}:${CUSTOMER_FIELDS.map((field) => fingerprint(content[field])).join(',')}`;
}

/**
 * The fields of which the platform may have another value. A field that the platform has for certain is never sent, so
 * that what NetSuite never knew (an address that was left out) is not emptied there. Where nothing is known of what the
 * platform has, all that NetSuite holds is sent, and nothing is emptied.
 * @param before baselines that the platform has or may have
 */
export function changedFields(content: CustomerContent, before: readonly string[]): readonly CustomerField[] {
  const known = before.map(fieldsOf);
  if (known.length === 0 || known.includes(null)) return CUSTOMER_FIELDS.filter((field) => content[field] !== '');
  return CUSTOMER_FIELDS.filter((field) => known.some((fields) => fields?.get(field) !== fingerprint(content[field])));
}

/** Whether one address was billing and shipping address in what the platform knows; null where that is not known. */
export function wasOneAddress(before: readonly string[]): boolean | null {
  const fields = before[0] === undefined ? null : fieldsOf(before[0]);
  return fields === null ? null : fields.get('isOneAddress') === fingerprint('T');
}

function fieldsOf(baseline: string): ReadonlyMap<CustomerField, string> | null {
  const [version, prints = ''] = baseline.split(':');
  const each = prints.split(',');
  if (version !== VERSION || each.length !== CUSTOMER_FIELDS.length) return null;
  return new Map(CUSTOMER_FIELDS.map((field, index) => [field, each[index] ?? '']));
}
