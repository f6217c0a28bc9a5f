import type { RecordData } from '../data';
import { keyIn } from '../recordType';

/** Internal id of a transaction's customer: sales have it in the field `entity`, payments in `customer`. */
export function customerOf(data: RecordData): number | null {
  return keyIn(data.fields.entity ?? data.fields.customer);
}
