import fc from 'fast-check';
import { type Cause, causeText, readCause } from '../../../src/posting/causes';
import type { PostingProblem } from '../../../src/posting/plan';
import * as problems from '../../../src/posting/problems';
import type { ConnectionSettings, MappingKind } from '../../../src/settings/settings';
import { causeToStore, isGone, lookupsOfCause } from '../../../src/transfers/policy/causes';
import { outcomeOfProblem } from '../../../src/transfers/policy/outcomes';
import { type Company, directory, posted, settings } from '../posting/company';

const date = '2026-07-15' as never;
const eur = 'EUR' as never;

/** Each problem with a cause: the text that is stored, and a change of books or settings that takes the cause away. */
const cases: readonly {
  readonly problem: PostingProblem;
  readonly text: string;
  readonly before?: Partial<Company>;
  readonly books?: Partial<Company>;
  readonly settings?: ConnectionSettings;
  readonly how: string;
}[] = [
  mapped(problems.taxItemMissing('VAT20'), 'mapping|Tax Item|VAT20', 'Tax Item', 'VAT20'),
  mapped(problems.subsidiaryNotFound('A : B'), 'list|Subsidiary|A : B', 'Subsidiary', 'A : B'),
  {
    problem: problems.subsidiaryNotFound('A : B'),
    text: 'list|Subsidiary|A : B',
    books: { subsidiaries: { 'A : B': '9' } },
    how: 'the subsidiary is made',
  },
  {
    problem: problems.currencyNotFound('CHF' as never),
    text: 'list|Currency|CHF',
    books: { currencies: { CHF: '9' } },
    how: 'the currency is added',
  },
  {
    problem: problems.termNotFound('Net 17'),
    text: 'list|Term|Net 17',
    books: { terms: { 'Net 17': '9' } },
    how: 'the term is added',
  },
  mapped(problems.termNotFound('Net 17'), 'list|Term|Net 17', 'Term', 'Net 17'),
  {
    problem: problems.classificationNotFound('department', 'Sales : EMEA'),
    text: 'list|Department|Sales : EMEA',
    books: { classifications: { 'department:Sales : EMEA': '9' } },
    how: 'the department is made',
  },
  mapped(problems.classificationNotFound('class', 'X|Y'), 'list|Class|X|Y', 'Class', 'X|Y'),
  mapped(problems.classificationNotFound('location', 'Berlin'), 'list|Location|Berlin', 'Location', 'Berlin'),
  {
    problem: problems.accountNotFound('Income Account', '4090 Exports'),
    text: 'account|Income Account|4090 Exports',
    books: { accounts: { '4090 Exports': { id: '9', type: 'Income', isInactive: false } } },
    how: 'the account is made',
  },
  {
    problem: problems.accountInactive('Income Account', '4900 Legacy'),
    text: 'account|Income Account|4900 Legacy',
    books: { accounts: { '4900 Legacy': { id: '60', type: 'Income', isInactive: false } } },
    how: 'the account is activated',
  },
  mapped(
    problems.accountType('Deferred Revenue Account', '4010', 'Income', 'wanted'),
    'mapping|Deferred Revenue Account|4010',
    'Deferred Revenue Account',
    '4010',
  ),
  {
    problem: problems.incomeAccountMissing('Seats', 'charge'),
    text: 'setting|incomeAccounts.charge',
    settings: settings(),
    how: 'the income account is chosen',
  },
  {
    problem: problems.periodClosed(date, 'July'),
    text: 'period|2026-07-15',
    before: { closedMonths: ['2026-07'] },
    how: 'the period is opened',
  },
  {
    problem: problems.periodClosed(date, 'July'),
    text: 'period|2026-07-15',
    before: { closedMonths: ['2026-07'] },
    books: { closedMonths: ['2026-07'] },
    settings: settings({ closedPeriod: 'First Open Period' }),
    how: 'the rule for closed periods is changed',
  },
  {
    problem: problems.periodRejected(date, 'July'),
    text: 'period|2026-07-15',
    before: { lockedMonths: ['2026-07'] },
    how: 'the lock of receivables is taken away',
  },
  {
    problem: problems.noOpenPeriod(date, 'July'),
    text: 'period|2026-07-15',
    before: { closedMonths: ['2026-07', '2026-08', '2026-09'] },
    how: 'the period is opened',
  },
  {
    problem: problems.periodMissing(date),
    text: 'period|2026-07-15',
    before: { months: [] },
    how: 'the period is set up',
  },
];

function mapped(problem: PostingProblem, text: string, kind: MappingKind, source: string) {
  return { problem, text, settings: settings({}, { [kind]: { [source]: '9' } }), how: 'a mapping is saved' };
}

/** Settings in which nothing is chosen. */
const bare = settings({ incomeAccounts: { subscription: '', entitlement: '', asset: '', charge: '' } });
const noCustomer = (): readonly string[] => [];

test.each(cases)(
  '$text is a cause until $how',
  ({ problem, text, before = {}, books = {}, settings: changed = bare }) => {
    const { cause } = problem;
    if (cause === undefined) throw new Error('The problem names no cause.');
    expect(causeText(cause)).toBe(text);
    expect(readCause(text)).toEqual(cause);
    expect(isGone(cause, directory(before), bare, noCustomer)).toBe(false);
    expect(isGone(cause, directory(books), changed, noCustomer)).toBe(true);
    expect(lookupsOfCause(cause).length).toBe(['mapping', 'setting'].includes(cause.what) ? 0 : 1);
  },
);

test('a customer’s missing currency is a cause until the customer has it', () => {
  const { cause } = problems.currencyMismatch(eur, '31');
  expect(cause).toEqual({ what: 'customer currency', kind: '31', name: 'EUR' });
  const gone = (currencies: readonly string[] | null): boolean =>
    isGone(cause as Cause, directory(), bare, (customer) => (customer === '31' ? currencies : []));
  expect([gone(['1']), gone(['1', '2']), gone(null)]).toEqual([false, true, true]);
});

test('a record that was deleted is a cause until the document has one again', () => {
  const cause: Cause = { what: 'record', kind: 'customer', name: 'C1' };
  expect(isGone(cause, directory(), bare, noCustomer)).toBe(false);
  expect(isGone(cause, directory({ documents: { 'customer:C1': posted('customer', '31') } }), bare, noCustomer)).toBe(
    true,
  );
});

test('a connection that is not there is a cause until it is', () => {
  expect(isGone({ what: 'connection' }, directory(), null, noCustomer)).toBe(false);
  expect(isGone({ what: 'connection' }, directory(), bare, noCustomer)).toBe(true);
});

test('what fails in the same way although its cause was gone has no cause any more, so that it is not tried for ever', () => {
  const outcome = outcomeOfProblem(problems.taxItemMissing('VAT20'));
  const first = causeToStore('', outcome);
  expect(first).toBe('mapping|Tax Item|VAT20');
  expect(causeToStore(first, outcome)).toBe('');
  // Another cause than before is a step forward.
  expect(causeToStore(first, outcomeOfProblem(problems.taxItemMissing('VAT7')))).toBe('mapping|Tax Item|VAT7');
});

test('what is transferred, waits or cannot be seen to change has no cause', () => {
  expect(causeToStore('period|2026-07-15', { status: 'Transferred', notes: [] })).toBe('');
  expect(causeToStore('', outcomeOfProblem(problems.nameMissing('C1')))).toBe('');
  expect(causeToStore('', outcomeOfProblem(problems.waitingFor({ kind: 'customer', id: 'C1' })))).toBe('');
});

test('any name comes back as it was stored, and one that is too long is no cause', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (name) => {
      const cause: Cause = { what: 'mapping', kind: 'Tax Item', name };
      const text = causeText(cause);
      if (text === '') expect(name.length).toBeGreaterThan(280);
      else expect(readCause(text)).toEqual(cause);
    }),
  );
  expect(causeText({ what: 'mapping', kind: 'Tax Item', name: 'x'.repeat(300) })).toBe('');
  expect(readCause('something of a later version|x')).toBeNull();
});
