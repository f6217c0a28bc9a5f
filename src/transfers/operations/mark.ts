import type { DocumentKind } from '../../documents/document';
import { documentKey } from '../../documents/keys';
import { placeholders, selectRows, textOf } from '../../netsuite/suiteQl';
import { customerFacts } from '../../posting/customers';
import { type ExistingRecord, recordsById } from '../../posting/existing';
import { groupOfKind, groupOfRecordType } from '../../posting/recordGroups';
import { customerBaselines } from '../../publishing/customer/baselines';
import { linkedTransfers } from '../store/linkedRecords';
import { documentLinks } from '../store/links';
import { type Doer, entryOf, refusedResult, WITHOUT_ERROR } from './perform';
import { markingProblem, type NamedRecord, type RecordFacts } from './policy/marking';
import type { OperationResult } from './request';
import { changeTransfer, type TransferRow } from './store/rows';

/**
 * Marks a transfer as transferred with a NetSuite record that somebody made by hand, after checking that it fits; an
 * outbound one as sent. What waited for it is then ready. The caller holds the lane. About 50 units.
 */
export function markTransferred(
  row: TransferRow,
  named: { readonly type: string; readonly id: string | number } | null,
  doer: Doer,
  now: string,
): OperationResult {
  if (row.status === 'Cancelled') return refused(row, 'CANCELLED', 'is cancelled: send the document again.');
  if (row.direction === 'Outbound') return markSent(row, doer, now);
  if (named === null) return refused(row, 'INVALID_REQUEST', 'needs the record that stands for it: give type and id.');
  const record: NamedRecord = { type: named.type.toLowerCase(), id: String(named.id) };
  if (row.status === 'Transferred') {
    return row.recordType === record.type && row.recordId === record.id
      ? { transfer: row.id, outcome: 'unchanged', status: row.status, reason: null }
      : refused(row, 'ALREADY_TRANSFERRED', `is transferred already, as ${row.record ?? 'no record'}.`);
  }
  if (row.recovery !== '') {
    return refused(row, 'HALF_DONE', 'is half done in NetSuite: retry it, so that it can be ended.');
  }
  if (row.recordId !== '' && row.recordId !== record.id && isThere(row)) {
    return refused(
      row,
      'ALREADY_POSTED',
      `became NetSuite’s ${row.record}: correct that one and mark it, or delete it.`,
    );
  }
  const facts = factsOf(row, record);
  if (facts === null) {
    return refused(row, 'RECORD_NOT_FOUND', `names ${record.type} ${record.id}, which NetSuite does not have.`);
  }
  const problem = markingProblem({ ...row, transfer: row.id, customer: customerOf(row) }, facts);
  if (problem !== null) return refusedResult(row.id, problem);
  const other = linkedElsewhere(row, facts);
  if (other !== null) {
    return refused(row, 'ALREADY_LINKED', `names a record that stands for another document: transfer ${other}.`);
  }
  const said = `marked as transferred with ${facts.type} ${facts.number} (internal id ${facts.id})`;
  changeTransfer(row.id, {
    ...transferred(now),
    record_type: facts.type,
    record_id: Number(facts.id),
    record_number: facts.number,
    // The platform is taken to know what NetSuite holds now, so that the link alone sends nothing back.
    ...(row.kind === 'customer' ? { baseline: customerBaselines([facts.id]).get(facts.id) ?? '' } : {}),
    history: entryOf(row, doer, said, now),
  });
  return { transfer: row.id, outcome: 'changed', status: 'Transferred', reason: null };
}

function markSent(row: TransferRow, doer: Doer, now: string): OperationResult {
  if (row.status === 'Transferred') return { transfer: row.id, outcome: 'unchanged', status: row.status, reason: null };
  changeTransfer(row.id, { ...transferred(now), history: entryOf(row, doer, 'marked as sent', now) });
  return { transfer: row.id, outcome: 'changed', status: 'Transferred', reason: null };
}

function transferred(now: string) {
  return { status: 'Transferred', reason: '', next_attempt: '', transferred: now, ...WITHOUT_ERROR } as const;
}

/** What NetSuite says of the record, in the table of the document's kind: 10 to 30 units. */
function factsOf(row: TransferRow, { type, id }: NamedRecord): RecordFacts | null {
  if (!/^[1-9]\d{0,14}$/.test(id)) return null;
  const group = groupOfKind(row.kind as DocumentKind);
  const held = recordsById(group, [id]).get(id);
  if (held === undefined) return null;
  // The type that people name must be the record's own.
  if (group !== 'item' && held.recordType !== type) return null;
  const currencies =
    group === 'item' ? [] : codesOf(group === 'customer' ? currenciesOfCustomer(id) : ownCurrency(held));
  return { type: held.recordType, id, number: held.number, entity: held.entity, currencies, total: held.total };
}

/** Whether the record that the row names is still in NetSuite: 10 units. */
function isThere({ kind, recordId }: TransferRow): boolean {
  return recordsById(groupOfKind(kind as DocumentKind), [recordId]).size > 0;
}

function ownCurrency({ currency }: ExistingRecord): readonly string[] {
  return currency === '' ? [] : [currency];
}

function currenciesOfCustomer(id: string): readonly string[] {
  const facts = customerFacts([id]).get(id);
  if (facts === undefined) return [];
  return facts.currency === null ? facts.currencies : [facts.currency, ...facts.currencies];
}

/** ISO codes of currencies: 10 units. */
function codesOf(ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  const rows = selectRows(`SELECT symbol FROM currency WHERE id IN (${placeholders(ids)})`, ids.map(Number));
  return rows.map((row) => textOf(row, 'symbol'));
}

/** Internal id of the document's customer: 10 units; null where it has none or it is not transferred. */
function customerOf({ connection, kind, customer }: TransferRow): string | null {
  if (customer === '' || kind === 'customer') return null;
  const reference = { connection, kind: 'customer', id: customer } as const;
  return documentLinks([reference]).records.get(documentKey(connection, reference))?.recordId ?? null;
}

/** The transfer of another document that became this record: 10 units. */
function linkedElsewhere(row: TransferRow, { type, id }: RecordFacts): number | null {
  const other = linkedTransfers(groupOfRecordType(type), [id]).find(
    ({ connection, kind, platformId }) =>
      connection !== row.connection || kind !== row.kind || platformId !== row.platformId,
  );
  return other?.id ?? null;
}

function refused(row: TransferRow, code: string, rest: string): OperationResult {
  const error = { code, message: `Transfer ${row.id} ${rest}` };
  return { ...refusedResult(row.id, error), status: row.status, reason: row.reason };
}
