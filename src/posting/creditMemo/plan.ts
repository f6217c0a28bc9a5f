import type { CreditMemoDocument } from '../../documents/document';
import type { Result } from '../../documents/problem';
import { externalId } from '../../netsuite/externalIds';
import type { ConnectionSettings } from '../../settings/settings';
import { planBilled } from '../billed/plan';
import type { Directory, PlannedLine, PostedRecord, PostingProblem, RecordPlan } from '../plan';
import { type PlannedApplication, planApplications } from './applications';

/**
 * A credit memo as a NetSuite credit memo, applied to the invoices that the platform names as far as they still owe
 * something. The plan of one that is posted says what the record is to hold; what it is applied to is decided beside the
 * record.
 */
export function planCreditMemo(
  document: CreditMemoDocument,
  directory: Directory,
  settings: ConnectionSettings,
  existing: PostedRecord | null,
): Result<RecordPlan, PostingProblem> {
  const billed = planBilled(document, directory, settings, existing);
  if (!billed.ok) return billed;
  const { customer, currency, record, lines, notes } = billed.value;
  const scope = { customer: customer.recordId, currency, account: settings.receivablesAccount };
  const applied =
    existing === null ? planApplications(document.applications, document.currency, scope, directory, notes) : NONE;
  if (!applied.ok) return applied;
  return {
    ok: true,
    value: {
      action: existing === null ? 'create' : 'update',
      recordType: 'creditmemo',
      recordId: existing?.recordId ?? null,
      externalId: externalId(document),
      // The list of what it can be applied to is made of the customer.
      initialValues: applied.value.length === 0 ? {} : { entity: customer.recordId },
      fields: record.fields,
      sublists: { item: lines, ...(applied.value.length === 0 ? {} : { apply: applied.value.map(applyLine) }) },
      expected: { total: document.total, currency, entity: customer.recordId },
      notes,
    },
  };
}

const NONE = { ok: true, value: [] as readonly PlannedApplication[] } as const;

function applyLine({ recordId, amount }: PlannedApplication): PlannedLine {
  return { fields: { doc: { id: recordId }, apply: { checked: true }, amount: { decimal: amount } }, matchBy: 'doc' };
}
