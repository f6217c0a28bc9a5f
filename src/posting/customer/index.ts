import type { CustomerDocument } from '../../documents/document';
import type { PostingKind } from '../kind';
import { customerLookups } from './lookups';
import { planCustomer } from './plan';

/** Customers become NetSuite customers. */
export const customerKind: PostingKind<CustomerDocument> = {
  kind: 'customer',
  lookups: customerLookups,
  plan: planCustomer,
};
