import { rawMember } from '../raw';

/**
 * The forms in which Zuora's APIs write one and the same object: Object Query (`/object-query/invoices`, camelCase),
 * the REST resources (`/v1/invoices`, camelCase with other names, wrapped in `success`) and the CRUD calls with ZOQL and
 * Actions (`/v1/object/invoice`, PascalCase).
 */
export type Dialect = 'objectQuery' | 'v1Rest' | 'crud';

/** How people call a dialect. */
export const dialectNames: Readonly<Record<Dialect, string>> = {
  objectQuery: 'Object Query',
  v1Rest: 'v1 REST',
  crud: 'CRUD (PascalCase)',
};

/** Members that only the answers of the REST resources have. */
const REST_MEMBERS = ['success', 'basicInfo', 'billingAndPayment', 'invoiceItemsUrl'];

/** The dialect of a payload, told by its shape; anything without a mark of another dialect is Object Query. */
export function dialectOf(data: unknown): Dialect {
  if (rawMember(data, 'id') === undefined && ['Id', 'AccountId'].some((key) => rawMember(data, key) !== undefined)) {
    return 'crud';
  }
  if (REST_MEMBERS.some((key) => rawMember(data, key) !== undefined)) return 'v1Rest';
  return 'objectQuery';
}
