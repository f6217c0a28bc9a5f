import {
  type MarkedDocument,
  markingProblem,
  type RecordFacts,
} from '../../../../src/transfers/operations/policy/marking';

const document: MarkedDocument = { transfer: 7, kind: 'invoice', currency: 'EUR', amount: '119', customer: '31' };
const record: RecordFacts = {
  type: 'invoice',
  id: '12',
  number: 'INV7',
  entity: '31',
  currencies: ['EUR'],
  total: '119.00',
};

test('a record of the same type, customer, currency and amount fits', () => {
  expect(markingProblem(document, record)).toBeNull();
});

test.each([
  ['type', { type: 'cashsale' }, 'its type is cashsale'],
  ['customer', { entity: '32' }, 'its customer has the internal id 32, the document’s 31'],
  ['currency', { currencies: ['USD'] }, 'its currency is USD, the document’s EUR'],
  ['amount by a cent', { total: '119.01' }, 'its total is 119.01, the document’s 119'],
])('a record of another %s does not fit, and the refusal says so', (_what, difference, said) => {
  const problem = markingProblem(document, { ...record, ...difference });
  expect(problem).toMatchObject({ code: 'RECORD_DIFFERS', message: expect.stringContaining(said) });
});

test('all differences are said at once', () => {
  const problem = markingProblem(document, { ...record, entity: '32', currencies: ['USD'], total: '1' });
  expect(problem?.message).toMatch(/customer.*currency.*total/);
});

test('a credit fits although NetSuite shows its total as negative', () => {
  const credit = { ...record, type: 'creditmemo', total: '-119.00' };
  expect(markingProblem({ ...document, kind: 'creditMemo' }, credit)).toBeNull();
});

test('an invoice whose customer is not linked must wait for the customer', () => {
  expect(markingProblem({ ...document, customer: null }, record)?.code).toBe('CUSTOMER_NOT_LINKED');
});

test('a customer fits in any currency in which it can be billed', () => {
  const customer = { ...document, kind: 'customer', amount: '', customer: null };
  const facts = { ...record, type: 'customer', entity: '', total: '', currencies: ['USD', 'EUR'] };
  expect(markingProblem(customer, facts)).toBeNull();
  expect(markingProblem(customer, { ...facts, currencies: ['USD'] })?.message).toContain('its currency is USD');
});
