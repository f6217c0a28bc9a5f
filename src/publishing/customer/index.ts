import type { CustomerChange, CustomerContent } from '../../documents/changes';
import type { PublishingKind } from '../kind';
import { changedFields, wasOneAddress } from './baseline';
import { parseCustomerContent } from './content';

/** Edits of customers in NetSuite are sent to the platform that they came from. */
export const customerPublishing: PublishingKind<CustomerContent, CustomerChange> = {
  kind: 'customer',
  isFinal: false,
  isSent: (settings) => settings.sends.customerEdits,
  parse: parseCustomerContent,
  change: (header, content, before) => ({
    ...header,
    kind: 'customer',
    content,
    changed: changedFields(content, before),
    wasOneAddress: wasOneAddress(before),
  }),
};
