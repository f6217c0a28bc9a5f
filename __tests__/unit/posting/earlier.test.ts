import { planLink } from '../../../src/posting/earlier/linkPlan';
import type { ExistingRecord } from '../../../src/posting/existing';
import { payload } from '../platforms/payloads';
import { decoded } from '../platforms/settings';
import { directory, settings } from './company';

const { document } = decoded('nue', 'invoice', payload('nue', 'invoice'));
if (document.kind !== 'invoice') throw new Error('It is no invoice.');
const invoice = document;
const known = directory({
  documents: {
    [`customer:${invoice.customer.id}`]: {
      recordType: 'customer',
      recordId: '77',
      currency: '1',
      subsidiary: '1',
    },
  },
});
const record: ExistingRecord = {
  recordType: 'invoice',
  recordId: '900',
  number: 'OLD-1',
  stamp: '',
  entity: '77',
  currency: '1',
  total: invoice.total,
  period: '',
  modified: '',
};
const link = (...records: readonly Partial<ExistingRecord>[]) =>
  planLink(
    invoice,
    records.map((changes) => ({ record: { ...record, ...changes }, linkedBy: null })),
    known,
    settings(),
  );

test('the record that carries the id and is the document’s is linked; nothing would be written', () => {
  expect(link({})).toMatchObject({
    ok: true,
    value: { action: 'link', recordType: 'invoice', recordId: '900', fields: {}, sublists: {} },
  });
});

test.each([
  ['type', { recordType: 'salesorder' }, 'its type is salesorder'],
  ['customer', { entity: '78' }, 'its customer has the internal id 78'],
  ['currency', { currency: '2' }, 'its currency has the internal id 2'],
  ['amount', { total: '0.01' }, 'its total is 0.01'],
])('a record of another %s is not linked, and what differs is said', (_what, changes, says) => {
  const linked = link(changes);
  expect(linked.ok ? '' : linked.error.message).toContain(says);
  expect(linked).toMatchObject({ error: { reason: 'Action Needed', code: 'EARLIER_RECORD_DIFFERS' } });
});

test('of several records none is chosen', () => {
  const linked = link({}, { recordId: '901', number: 'OLD-2' });
  expect(linked).toMatchObject({ error: { code: 'EARLIER_RECORDS_AMBIGUOUS' } });
  expect(linked.ok ? '' : linked.error.message).toContain('OLD-2 (internal id 901)');
});

test('a record that stands for another document is not linked a second time', () => {
  expect(planLink(invoice, [{ record, linkedBy: 12 }], known, settings())).toMatchObject({
    error: { code: 'EARLIER_RECORD_TAKEN', message: expect.stringContaining('transfer 12') },
  });
});

test('an invoice whose customer is not linked yet waits for it', () => {
  expect(planLink(invoice, [{ record, linkedBy: null }], directory(), settings())).toMatchObject({
    error: { reason: 'Waiting', waitsFor: invoice.customer },
  });
});
