import type { InvoiceDocument } from '../../documents/document';
import type { Result } from '../../documents/problem';
import { externalId } from '../../netsuite/externalIds';
import type { ConnectionSettings } from '../../settings/settings';
import { planBilled } from '../billed/plan';
import { transactionLimits } from '../limits';
import type { Directory, PostedRecord, PostingProblem, RecordPlan } from '../plan';

/**
 * An invoice as a NetSuite invoice. Whether the record of one that is posted may be changed, or is to be reversed, is
 * decided beside the record.
 */
export function planInvoice(
  document: InvoiceDocument,
  directory: Directory,
  settings: ConnectionSettings,
  existing: PostedRecord | null,
): Result<RecordPlan, PostingProblem> {
  const billed = planBilled(document, directory, settings, existing);
  if (!billed.ok) return billed;
  const { customer, currency, record, lines, notes } = billed.value;
  record
    .date('duedate', document.dueDate)
    .text('otherrefnum', 'PO Number', document.purchaseOrder, transactionLimits.otherrefnum);
  return {
    ok: true,
    value: {
      action: existing === null ? 'create' : 'update',
      recordType: 'invoice',
      recordId: existing?.recordId ?? null,
      externalId: externalId(document),
      initialValues: {},
      fields: record.fields,
      sublists: { item: lines },
      expected: { total: document.total, currency, entity: customer.recordId },
      notes,
    },
  };
}
