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
