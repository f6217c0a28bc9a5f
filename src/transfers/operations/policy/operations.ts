/** What people may do with transfers, by the names that the RESTlet takes. */
export const OPERATIONS = ['retry', 'hold', 'release', 'cancel', 'mark', 'edit'] as const;

export type OperationName = (typeof OPERATIONS)[number];

/** Those that say the same of each transfer, so that they can be asked for many. */
export const BULK_OPERATIONS = ['retry', 'hold', 'release', 'cancel'] as const;

export type BulkOperation = (typeof BULK_OPERATIONS)[number];

/** True for an operation that can be asked for many transfers. */
export function isBulk(operation: OperationName): operation is BulkOperation {
  return operation !== 'mark' && operation !== 'edit';
}
