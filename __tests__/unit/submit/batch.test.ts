import type { BillingDocument } from '../../../src/documents/document';
import { documentKey, referenceTo } from '../../../src/documents/keys';
import { externalId } from '../../../src/netsuite/externalIds';
import { type PostingOutcome, type PostingTask, postBatch } from '../../../src/posting/batch';
import { buildDirectory, type RecordLink } from '../../../src/posting/directory';
import { type ExistingRecord, recordsByExternalId, recordsById } from '../../../src/posting/existing';
import { lookupsOf, planOf } from '../../../src/posting/kinds';
import type { Directory, PostedRecord, RecordPlan } from '../../../src/posting/plan';
import { submitPlan } from '../../../src/posting/submit';
import { settings as connectionSettings } from '../posting/company';

jest.mock('../../../src/posting/existing', () => ({ recordsByExternalId: jest.fn(), recordsById: jest.fn() }));
jest.mock('../../../src/posting/directory', () => ({ buildDirectory: jest.fn() }));
jest.mock('../../../src/posting/kinds', () => ({ lookupsOf: jest.fn(), planOf: jest.fn() }));
jest.mock('../../../src/posting/submit', () => ({ submitPlan: jest.fn() }));
jest.mock('../../../src/netsuite/sha256', () => ({ sha256: () => 'f'.repeat(64) }));
jest.mock('../../../src/posting/customers', () => ({ customerFacts: () => new Map() }));

const settings = connectionSettings({ key: 'nue' });
const unlimited = { allows: () => true };

/** The books as the edge sees them: what is saved is found again, by external id and by internal id. */
let books: Map<string, ExistingRecord>;

function document(kind: 'customer' | 'invoice', id: string): BillingDocument {
  return { kind, id, connection: 'nue', number: id, version: '', raw: {} } as unknown as BillingDocument;
}

function task(transfer: number, kind: 'customer' | 'invoice', id: string): PostingTask {
  return { transfer, document: document(kind, id), settings };
}

function held(plan: RecordPlan, transfer: number | '', recordId = String(100 + books.size)): ExistingRecord {
  return {
    recordType: plan.recordType,
    recordId,
    number: `NS${recordId}`,
    stamp: String(transfer),
    entity: plan.expected?.entity ?? '',
    currency: plan.expected?.currency ?? '',
    total: plan.expected?.total ?? '',
    period: '',
    modified: '2026-11-02 09:00:00',
  };
}

function planFor(doc: BillingDocument, existing: PostedRecord | null): RecordPlan {
  return {
    action: existing === null ? 'create' : 'update',
    recordType: doc.kind,
    recordId: existing?.recordId ?? null,
    externalId: externalId(doc),
    initialValues: {},
    fields: {},
    sublists: {},
    expected: doc.kind === 'invoice' ? { total: '10' as never, currency: '1', entity: '7' } : null,
    notes: [],
  };
}

function run(tasks: readonly PostingTask[], links = new Map<string, RecordLink>(), budget = unlimited) {
  const outcomes = new Map<number, PostingOutcome>();
  const tried = postBatch(tasks, links, budget, (each, outcome) => outcomes.set(each.transfer, outcome));
  return { tried, outcomes };
}

function save(plan: RecordPlan, transfer: number): string {
  if (plan.action === 'create' && books.has(plan.externalId)) {
    throw { name: 'DUP_RCRD', message: 'This record already exists' };
  }
  const recordId = plan.recordId ?? String(100 + books.size);
  books.set(plan.externalId, held(plan, transfer, recordId));
  return recordId;
}

beforeEach(() => {
  jest.resetAllMocks();
  books = new Map();
  const posted = new Map<string, PostedRecord>();
  const directory: Partial<Directory> = {
    document: (reference) => posted.get(documentKey('nue', reference)) ?? null,
  };
  jest.mocked(buildDirectory).mockImplementation((_lookups, links) => {
    for (const [key, link] of links) posted.set(key, { ...link, currency: null, subsidiary: null });
    return {
      of: () => directory as Directory,
      add: (connection, reference, record) => posted.set(documentKey(connection, reference), record),
    };
  });
  jest.mocked(lookupsOf).mockReturnValue([]);
  jest
    .mocked(planOf)
    .mockImplementation((doc, _directory, _settings, existing) => ({ ok: true, value: planFor(doc, existing) }));
  jest.mocked(submitPlan).mockImplementation((plan, _group, transfer) => save(plan, transfer));
  jest
    .mocked(recordsByExternalId)
    .mockImplementation((_group, ids) => new Map([...books].filter(([id]) => ids.includes(id))));
  jest
    .mocked(recordsById)
    .mockImplementation(
      (_group, ids) =>
        new Map([...books.values()].filter((each) => ids.includes(each.recordId)).map((each) => [each.recordId, each])),
    );
});

describe('a batch', () => {
  test('posts each document once, in order, and reads transactions back', () => {
    const { tried, outcomes } = run([task(1, 'customer', 'C'), task(2, 'invoice', 'I')]);
    expect(tried).toBe(2);
    expect(jest.mocked(submitPlan).mock.calls.map(([plan]) => plan.recordType)).toEqual(['customer', 'invoice']);
    expect(outcomes.get(1)).toMatchObject({ kind: 'posted', record: { recordType: 'customer', recordId: '100' } });
    expect(outcomes.get(2)).toMatchObject({ kind: 'posted', record: { recordId: '101', number: 'NS101' } });
  });

  test('finds in the directory what was posted before in the same batch', () => {
    jest.mocked(planOf).mockImplementation((doc, directory, _settings, existing) => {
      const customer = directory.document({ kind: 'customer', id: 'C' });
      if (doc.kind === 'invoice') expect(customer).toMatchObject({ recordId: '100' });
      return { ok: true, value: planFor(doc, existing) };
    });
    expect(run([task(1, 'customer', 'C'), task(2, 'invoice', 'I')]).outcomes.size).toBe(2);
    expect.assertions(2);
  });

  test('takes what an earlier run saved and did not note, instead of saving again', () => {
    const invoice = task(5, 'invoice', 'I');
    books.set(externalId(invoice.document), held(planFor(invoice.document, null), 5));
    const { outcomes } = run([invoice]);
    expect(submitPlan).not.toHaveBeenCalled();
    expect(outcomes.get(5)).toMatchObject({ kind: 'posted', record: { recordId: '100' } });
  });

  test.each(['DUP_RCRD', 'UNIQUE_RCRD_ID_REQD'])('takes the record that another saved first (%s)', (code) => {
    const invoice = task(5, 'invoice', 'I');
    jest.mocked(submitPlan).mockImplementation((plan) => {
      books.set(plan.externalId, held(plan, 5));
      throw { name: code, message: 'exists' };
    });
    expect(run([invoice]).outcomes.get(5)).toMatchObject({ kind: 'posted', record: { recordId: '100' } });
  });

  test('looks the record up before it believes any error of a save', () => {
    jest.mocked(submitPlan).mockImplementation((plan, _group, transfer) => {
      save(plan, transfer);
      throw { name: 'UNEXPECTED_ERROR', message: 'thrown by another app after the save' };
    });
    expect(run([task(5, 'invoice', 'I')]).outcomes.get(5)).toMatchObject({ kind: 'posted' });
  });

  test('reports the error where the record is not there', () => {
    jest.mocked(submitPlan).mockImplementation(() => {
      throw { name: 'USER_ERROR', message: 'Please enter value(s) for: Location' };
    });
    expect(run([task(5, 'invoice', 'I')]).outcomes.get(5)).toEqual({
      kind: 'failed',
      error: { code: 'USER_ERROR', message: 'Please enter value(s) for: Location' },
    });
  });

  test('asks for a person where the record exists but cannot be read', () => {
    jest.mocked(submitPlan).mockImplementation(() => {
      throw { name: 'DUP_RCRD', message: 'This record already exists' };
    });
    expect(run([task(5, 'invoice', 'I')]).outcomes.get(5)).toMatchObject({
      kind: 'problem',
      problem: { code: 'RECORD_NOT_READABLE', reason: 'Action Needed' },
    });
  });

  test('does not take a record of another amount for the document', () => {
    const invoice = task(5, 'invoice', 'I');
    books.set(externalId(invoice.document), { ...held(planFor(invoice.document, null), ''), total: '11' });
    expect(run([invoice]).outcomes.get(5)).toMatchObject({
      kind: 'problem',
      problem: { code: 'POSTED_DIFFERENTLY' },
      record: { recordId: '100' },
    });
    expect(submitPlan).not.toHaveBeenCalled();
  });

  test('plans a change where another version of the document made the record', () => {
    const customer = task(9, 'customer', 'C');
    books.set(externalId(customer.document), held(planFor(customer.document, null), 4));
    run([customer]);
    expect(jest.mocked(submitPlan).mock.calls[0]?.[0]).toMatchObject({ action: 'update', recordId: '100' });
  });

  test('plans a change of the record that the document became before', () => {
    const customer = task(9, 'customer', 'C');
    const key = documentKey('nue', referenceTo(customer.document));
    run([customer], new Map([[key, { recordType: 'customer', recordId: '77', customer: null }]]));
    expect(jest.mocked(submitPlan).mock.calls[0]?.[0]).toMatchObject({ action: 'update', recordId: '77' });
  });

  test('writes nothing where the plan keeps the record, and says so in the notes', () => {
    const customer = task(9, 'customer', 'C');
    const kept = held(planFor(customer.document, null), 4, '77');
    books.set('theirs', kept);
    jest.mocked(planOf).mockImplementation((doc, _directory, _settings, existing) => ({
      ok: true,
      value: { ...planFor(doc, existing), action: 'keep', notes: ['Nothing written'] },
    }));
    const key = documentKey('nue', referenceTo(customer.document));
    const { outcomes } = run([customer], new Map([[key, { recordType: 'customer', recordId: '77', customer: null }]]));
    expect(submitPlan).not.toHaveBeenCalled();
    expect(outcomes.get(9)).toEqual({
      kind: 'posted',
      record: { recordType: 'customer', recordId: '77', number: kept.number },
      notes: ['Nothing written'],
    });
  });

  test('goes on after a document that cannot be planned', () => {
    const problem = { reason: 'Action Needed', code: 'X', message: 'm', remedy: 'r', waitsFor: null } as const;
    jest.mocked(planOf).mockImplementationOnce(() => ({ ok: false, error: problem }));
    const { outcomes } = run([task(1, 'invoice', 'A'), task(2, 'invoice', 'B')]);
    expect(outcomes.get(1)).toEqual({ kind: 'problem', problem, record: null });
    expect(outcomes.get(2)).toMatchObject({ kind: 'posted' });
  });

  test('stops before its limits and leaves the rest untouched, but reads back what it saved', () => {
    let left = 3;
    const budget = { allows: () => left-- > 1 };
    const { tried, outcomes } = run(
      [task(1, 'invoice', 'A'), task(2, 'invoice', 'B'), task(3, 'invoice', 'C')],
      new Map(),
      budget,
    );
    expect(tried).toBe(2);
    expect([...outcomes.keys()]).toEqual([1, 2]);
    expect(submitPlan).toHaveBeenCalledTimes(2);
  });
});
