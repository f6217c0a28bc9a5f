import type { BillingDocument } from '../../documents/document';
import type { Result } from '../../documents/problem';
import { externalId } from '../../netsuite/externalIds';
import type { ConnectionSettings } from '../../settings/settings';
import type { ExistingRecord } from '../existing';
import type { Directory, PostingProblem, RecordPlan } from '../plan';
import { earlierRecordDiffers, earlierRecordsAmbiguous, earlierRecordTaken, waitingFor } from '../problems';
import { differingTraits, type Trait } from '../recordFit';
import { recordTypesOf } from '../recordTypes';
import { findCurrency } from '../references';

/** A record that carries the document's id, and the transfer of another document that it stands for already. */
export interface EarlierRecord {
  readonly record: ExistingRecord;
  readonly linkedBy: number | null;
}

/**
 * The plan that takes a record which was in NetSuite before for the document's own: nothing is written, neither now nor
 * to its external id. Only one record may carry the id, it must stand for no other document, and its type, customer,
 * currency and amount must be the document's. Pure.
 * @param found at least one
 */
export function planLink(
  document: BillingDocument,
  found: readonly EarlierRecord[],
  directory: Directory,
  settings: ConnectionSettings,
): Result<RecordPlan, PostingProblem> {
  const [earlier] = found;
  if (earlier === undefined || found.length > 1) {
    const records = found.map(({ record }) => `${record.recordType} ${record.number} (internal id ${record.recordId})`);
    return { ok: false, error: earlierRecordsAmbiguous(document.id, records) };
  }
  const { record, linkedBy } = earlier;
  const name = `${record.recordType} ${record.number} (internal id ${record.recordId})`;
  if (linkedBy !== null) return { ok: false, error: earlierRecordTaken(document.id, name, linkedBy) };
  const differences = differencesOf(document, record, directory, settings);
  if (!differences.ok) return differences;
  if (differences.value.length > 0) return { ok: false, error: earlierRecordDiffers(name, differences.value) };
  return {
    ok: true,
    value: {
      action: 'link',
      recordType: record.recordType,
      recordId: record.recordId,
      externalId: externalId(document),
      initialValues: {},
      fields: {},
      sublists: {},
      expected: null,
      notes: [`Was in NetSuite before: linked with ${name}, which stays as it is`],
    },
  };
}

function differencesOf(
  document: BillingDocument,
  record: ExistingRecord,
  directory: Directory,
  settings: ConnectionSettings,
): Result<readonly string[], PostingProblem> {
  const types = recordTypesOf(document.kind);
  if (!types.includes(record.recordType)) {
    return { ok: true, value: [`its type is ${record.recordType}, the document needs ${types.join(' or ')}`] };
  }
  if (document.kind === 'customer' || document.kind === 'item') return { ok: true, value: [] };
  const customer = directory.document(document.customer);
  if (customer === null) return { ok: false, error: waitingFor(document.customer) };
  const currency = findCurrency(document.currency, directory, settings);
  if (!currency.ok) return currency;
  const differing = differingTraits(
    { customer: customer.recordId, currency: currency.value, total: document.total },
    { customer: record.entity, currencies: record.currency === '' ? [] : [record.currency], total: record.total },
  );
  const sentences: Readonly<Record<Trait, string>> = {
    customer: `its customer has the internal id ${record.entity}, the document’s ${customer.recordId}`,
    currency: `its currency has the internal id ${record.currency}, the document’s ${currency.value}`,
    total: `its total is ${record.total}, the document’s ${document.total}`,
  };
  return { ok: true, value: differing.map((trait) => sentences[trait]) };
}
