import { occurrences } from '../../tools/mutation/mutation';
import { check } from './random/check';
import type { SourceDocument } from './random/documents';
import { type Scenario, scenarioOf } from './random/scenario';
import { safeguards } from './teeth/safeguards';
import { differences, type Fact, pictureOf } from './world/picture';

const fact = (subject: string, detail = ''): Fact => ({ subject, detail });

describe('two pictures', () => {
  const normal = pictureOf([fact('a', '1'), fact('b', '1'), fact('c', '1')]);

  test('are the same in any order', () => {
    expect(differences(normal, pictureOf([fact('c', '1'), fact('a', '1'), fact('b', '1')]))).toEqual({
      lost: [],
      doubled: [],
      unexpected: [],
    });
  });

  test('differ by what is lost, doubled, new or otherwise', () => {
    const found = pictureOf([fact('b', '1'), fact('b', '1'), fact('c', '2'), fact('d', '1')]);
    expect(differences(normal, found)).toEqual({
      lost: ['a'],
      doubled: ['b', 'd'],
      unexpected: ['c: 1 -> 2'],
    });
  });
});

describe('the checker of seeded runs', () => {
  const invoice: SourceDocument = { connection: 'nue', kind: 'invoice', id: 'i', versions: [{}], totals: [100] };
  const scenario: Scenario = { seed: 1, documents: [invoice], steps: [], faults: [] };
  const known = new Set(['nue invoice i v1']);
  const transfer = fact('transfer Inbound nue invoice i 2026 abcd', 'Transferred |  |  | invoice | obc-nue-invoice-i');
  const posted = (id: string, type: string, total: string): Fact =>
    fact(`transaction ${id}`, `${type} | T-1 | 10/15/2026 | c | 1 | ${total} | A | 32 | F | nue invoice i`);
  const found = (facts: readonly Fact[], late: ReadonlyMap<string, string> = new Map()) =>
    check(scenario, { acknowledged: known, late, deletions: new Map() }, pictureOf(facts));

  test('has nothing against an invoice that is there once', () => {
    expect(found([transfer, posted('obc-nue-invoice-i', 'CustInvc', '100')])).toEqual({
      transferred: 1,
      lost: [],
      doubled: [],
      unexpected: [],
    });
  });

  test('takes a reversal and a new posting for one invoice', () => {
    const { lost, doubled, unexpected } = found([
      transfer,
      posted('obc-nue-invoice-i', 'CustInvc', '70'),
      posted('obc-nue-invoice-i-reversal', 'CustCred', '-70'),
      posted('obc-nue-invoice-i-repost', 'CustInvc', '100'),
    ]);
    expect([lost, doubled, unexpected]).toEqual([[], [], []]);
  });

  test('finds what is lost, doubled, wrong, strange or answered otherwise', () => {
    expect(found([]).lost).toHaveLength(2);
    const once = posted('obc-nue-invoice-i', 'CustInvc', '100');
    expect(found([transfer, once, once]).doubled).not.toEqual([]);
    expect(found([transfer, transfer, once]).doubled).not.toEqual([]);
    expect(found([transfer, posted('obc-nue-invoice-i', 'CustInvc', '99')]).unexpected).toHaveLength(1);
    expect(found([transfer, once, posted('other', 'CustInvc', '1')]).unexpected).toHaveLength(1);
    expect(found([transfer, once], new Map([['nue invoice i v1', 'accepted']])).unexpected).toHaveLength(1);
  });
});

describe('the checker of what is deleted and credited', () => {
  const invoice: SourceDocument = {
    connection: 'nue',
    kind: 'invoice',
    id: 'i',
    versions: [{}],
    totals: [100],
    isDeleted: true,
  };
  const memo: SourceDocument = {
    connection: 'nue',
    kind: 'creditMemo',
    id: 'm',
    versions: [{}],
    totals: [40],
    applied: { invoice: 'i', amount: 30 },
  };
  const transaction = (id: string, type: string, total: string): Fact =>
    fact(`transaction obc-nue-${id}`, `${type} | T-1 | 10/15/2026 | c | 1 | ${total} | A | 32 | F | nue`);
  const found = (document: SourceDocument, deletes: readonly string[], facts: readonly Fact[], newer?: string) => {
    const acknowledged = new Set(['nue invoice i v1', 'nue creditMemo m v1']);
    const late = new Map(newer === undefined ? [] : [['nue invoice i newer', newer]]);
    const deletions = new Map([['nue invoice i', deletes]]);
    const scenario: Scenario = { seed: 1, documents: [document], steps: [], faults: [] };
    const { lost, doubled, unexpected } = check(scenario, { acknowledged, late, deletions }, pictureOf(facts));
    return [lost.length, doubled.length, unexpected.length];
  };
  const version = (status: string) => fact('transfer Inbound nue invoice i 2026 abcd', status);
  const cancellation = fact('transfer Inbound nue invoice i 2026 cancella', 'Transferred');
  const posted = transaction('invoice-i', 'CustInvc', '100');
  const reversed = transaction('invoice-i-reversal', 'CustCred', '-100');

  test('has nothing against a cancelled invoice that was taken back once, whatever came later', () => {
    const cancelled = [version('Transferred'), cancellation, posted, reversed];
    expect(found(invoice, ['cancelled', 'cancellation queued'], cancelled)).toEqual([0, 0, 0]);
    expect(found(invoice, ['cancelled'], cancelled, 'rejected DOCUMENT_CANCELLED')).toEqual([0, 0, 0]);
    expect(found(invoice, ['cancelled'], cancelled, 'accepted')).toEqual([0, 0, 1]);
  });

  test('finds an invoice that was not taken back, too often, in part, or came back', () => {
    const rows = [version('Transferred'), cancellation];
    const again = transaction('invoice-i-reversal2', 'CustCred', '-100');
    const part = transaction('invoice-i-reversal', 'CustCred', '-99');
    const back = transaction('invoice-i-repost', 'CustInvc', '100');
    expect(found(invoice, [], [...rows, posted, reversed])).toEqual([1, 0, 0]);
    expect(found(invoice, ['cancelled'], [version('Transferred'), posted])).toEqual([1, 0, 2]);
    expect(found(invoice, ['cancelled'], [...rows, posted, reversed, again])).toEqual([0, 1, 1]);
    expect(found(invoice, ['cancelled'], [...rows, posted, part])).toEqual([0, 0, 1]);
    expect(found(invoice, ['cancelled'], [...rows, posted, reversed, back])).toEqual([0, 0, 2]);
    expect(found(invoice, ['cancelled', 'withdrawn'], [...rows, posted, reversed])).toEqual([0, 0, 1]);
  });

  test('knows what a withdrawn document may become', () => {
    const newer: SourceDocument = { ...invoice, comesBack: { data: {}, total: 70 } };
    const later = fact('transfer Inbound nue invoice i 2027 abce', 'Transferred');
    const returned = transaction('invoice-i', 'CustInvc', '70');
    expect(found(invoice, ['withdrawn', 'withdrawn'], [version('Cancelled')])).toEqual([0, 0, 0]);
    expect(found(invoice, ['withdrawn'], [version('Transferred'), posted])).toEqual([0, 0, 2]);
    expect(found(newer, ['withdrawn'], [version('Cancelled'), later, returned], 'accepted')).toEqual([0, 0, 0]);
    expect(found(newer, ['withdrawn'], [version('Cancelled')], 'accepted')).toEqual([1, 0, 1]);
  });

  test('finds a credit memo that is lost, doubled, wrong, or applied otherwise', () => {
    const row = fact('transfer Inbound nue creditMemo m 2026 abcd', 'Transferred');
    const applied = (detail: string) => fact('applications of transaction obc-nue-creditMemo-m', detail);
    const once = transaction('creditMemo-m', 'CustCred', '-40');
    const right = applied('Payment | obc-nue-invoice-i | 30');
    expect(found(memo, [], [row, once, right])).toEqual([0, 0, 0]);
    expect(found(memo, [], [row])).toEqual([1, 0, 0]);
    expect(found(memo, [], [row, once, once, right])).toEqual([0, 2, 0]);
    expect(found(memo, [], [row, transaction('creditMemo-m', 'CustCred', '-39'), right])).toEqual([0, 0, 1]);
    expect(found(memo, [], [row, once])).toEqual([0, 0, 1]);
    expect(found(memo, [], [row, once, applied('Payment | obc-nue-invoice-j | 30')])).toEqual([0, 0, 1]);
    expect(found(memo, [], [row, once, applied(`${right.detail}; ${right.detail}`)])).toEqual([0, 0, 1]);
  });
});

test('a seed is always the same scenario, and another seed another one', () => {
  expect(scenarioOf(7)).toEqual(scenarioOf(7));
  expect(scenarioOf(7)).not.toEqual(scenarioOf(8));
});

test.each(safeguards.map((safeguard) => [safeguard.name, safeguard] as const))(
  'what switches off the safeguard "%s" stands in the sources once',
  (_, { off, backup }) => {
    expect(occurrences('.', off)).toBe(1);
    if (backup !== undefined) expect(occurrences('.', backup.off)).toBe(1);
  },
);
