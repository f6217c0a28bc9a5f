import type { CustomerDocument, ItemDocument } from '../documents/document';
import { externalId } from '../netsuite/externalIds';
import type { PostedRecord, RecordPlan } from './plan';

/**
 * A newer version of a customer or item where the connection does not allow updates: nothing is written. Its transfer
 * ends Transferred all the same, since nothing is left to do and others may refer to the record; the note says that
 * NetSuite was left as it was.
 */
export function keptRecord(document: CustomerDocument | ItemDocument, existing: PostedRecord): RecordPlan {
  return {
    action: 'keep',
    recordType: existing.recordType,
    recordId: existing.recordId,
    externalId: externalId(document),
    initialValues: {},
    fields: {},
    sublists: {},
    expected: null,
    notes: [
      `Nothing written: the settings of the connection do not let newer versions change a ${document.kind}, so NetSuite keeps it as it was`,
    ],
  };
}
