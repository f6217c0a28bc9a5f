import { documentKey, referenceTo } from '../../../../src/documents/keys';
import { type PostingOutcome, postBatch } from '../../../../src/posting/batch';
import type { RecordLink } from '../../../../src/posting/directory';
import { recordsByExternalId, recordsById } from '../../../../src/posting/existing';
import { planOf } from '../../../../src/posting/kinds';
import { submitPlan } from '../../../../src/posting/submit';
import { readStandings } from '../../../../src/posting/versions/readStandings';
import { standingOf } from '../../../../src/posting/versions/standing';
import { loadTransaction, submitEdit, submitReversal } from '../../../../src/posting/versions/submitVersion';
import { directory, settings } from '../company';
import { FAULTS, FakeBooks, type Fault, planOfVersion, versionOf } from './fakeBooks';

jest.mock('../../../../src/posting/existing', () => ({ recordsByExternalId: jest.fn(), recordsById: jest.fn() }));
jest.mock('../../../../src/posting/directory', () => ({ buildDirectory: jest.fn() }));
jest.mock('../../../../src/posting/kinds', () => ({ lookupsOf: () => [], planOf: jest.fn() }));
jest.mock('../../../../src/posting/submit', () => ({ submitPlan: jest.fn() }));
jest.mock('../../../../src/posting/customers', () => ({ customerFacts: () => new Map() }));
jest.mock('../../../../src/posting/earlier/batchEarlier', () => ({ linkEarlierRecords: () => () => null }));
jest.mock('../../../../src/posting/versions/openWork', () => ({
  readOpenWork: () => ({ customers: new Map(), items: new Map() }),
}));
jest.mock('../../../../src/posting/versions/readStandings', () => ({ readStandings: jest.fn() }));
jest.mock('../../../../src/posting/versions/submitVersion', () => ({
  loadTransaction: jest.fn(),
  submitEdit: jest.fn(),
  submitReversal: jest.fn(),
}));
// A fingerprint that differs where the text does.
jest.mock('../../../../src/netsuite/sha256', () => ({
  sha256: (text: string) => Buffer.from(text).toString('hex').slice(-64).padStart(64, '0'),
}));

/** What happens to the document: a version of an amount, its cancellation, or a person who saves the record. */
type Event = { readonly version: string } | 'cancelled' | 'touched';

const { buildDirectory } = jest.requireMock<{ buildDirectory: jest.Mock }>('../../../../src/posting/directory');
const KEY = documentKey('nue', referenceTo(versionOf('1')));
let books: FakeBooks;
let links: Map<string, RecordLink>;

beforeEach(() => {
  books = new FakeBooks();
  links = new Map();
  buildDirectory.mockReturnValue({ of: () => directory(), add: () => {} });
  jest.mocked(planOf).mockImplementation((document, _directory, _settings, existing) => ({
    ok: true,
    value: planOfVersion(document, existing?.recordId ?? null),
  }));
  jest
    .mocked(recordsByExternalId)
    .mockImplementation((_group, ids) =>
      books.call(() => new Map([...books.records].filter(([id]) => ids.includes(id)))),
    );
  jest
    .mocked(recordsById)
    .mockImplementation((_group, ids) => books.call(() => new Map(ids.map((id) => [id, books.byId(id)] as const))));
  jest.mocked(readStandings).mockImplementation((questions) =>
    questions.length === 0
      ? new Map()
      : books.call(
          () =>
            new Map(
              questions.map(({ document, recordId }) => {
                const linked = [...books.records.values()].find((each) => each.recordId === recordId) ?? null;
                return [KEY, standingOf(document, linked, books.records, 5)];
              }),
            ),
        ),
  );
  jest
    .mocked(submitPlan)
    .mockImplementation((plan, _group, transfer) => books.call(() => books.create(plan, transfer)));
  jest
    .mocked(loadTransaction)
    .mockImplementation((_type, id) => books.call(() => ({ target: { id } as never, held: books.held(id) })));
  jest
    .mocked(submitEdit)
    .mockImplementation(({ target }, plan, transfer) =>
      books.call(() => books.edit(String((target as { id: unknown }).id), plan, transfer)),
    );
  jest
    .mocked(submitReversal)
    .mockImplementation((plan, invoice, transfer) => books.call(() => books.reverse(plan, invoice, transfer)));
});

/** One run over the newest transfer of the document; what it noted, null where it noted nothing. */
function run(transfer: number, amount: string, cancels: boolean): PostingOutcome | null {
  const outcomes: PostingOutcome[] = [];
  books.begin();
  try {
    postBatch(
      [{ transfer, document: versionOf(amount), settings: settings(), cancels }],
      links,
      { allows: () => true },
      (_task, outcome) => books.call(() => outcomes.push(outcome)),
      { saveRecoveryPoint: () => books.call(() => {}), linkedRecords: () => new Map() },
    );
  } catch {
    // The lane is given back, or its lease ends; the next run goes on.
  }
  const [outcome] = outcomes;
  if (outcome?.kind === 'posted' && outcome.record !== null && !cancels) {
    const { recordType, recordId, baseline = '' } = outcome.record;
    links.set(KEY, { recordType, recordId, customer: null, baseline });
  }
  return outcome ?? null;
}

/**
 * Lets events happen, and runs after each until it is worked off, or until the next one comes in between.
 * @param patience how many runs an event is given before the next one comes; the last one is given as many as it needs
 */
function live(events: readonly Event[], patience: (event: number) => number): { readonly owed: number } {
  let [amount, cancels] = ['0', false];
  let most = 0;
  for (const [index, event] of events.entries()) {
    if (event === 'touched') {
      books.touchNewest();
      continue;
    }
    cancels = event === 'cancelled';
    const before = books.owed();
    if (event !== 'cancelled') amount = event.version;
    most = Math.max(before, Number(amount), most);
    const isLast = !events.slice(index + 1).some((later) => later !== 'touched');
    for (let attempt = 1; attempt <= (isLast ? 12 : patience(index)); attempt += 1) {
      const outcome = run(index + 1, amount, cancels);
      // Never is more owed than by one of the versions alone.
      expect(books.owed()).toBeLessThanOrEqual(most);
      if (outcome?.kind === 'problem') throw new Error(`${outcome.problem.code}: ${outcome.problem.message}`);
      if (outcome?.kind === 'posted') break;
      if (isLast && attempt === 12) throw new Error(`It came to no end: ${JSON.stringify(outcome)}`);
    }
  }
  return { owed: cancels ? 0 : Number(amount) };
}

const stories: readonly (readonly [string, readonly Event[]])[] = [
  ['edited in place', [{ version: '100' }, { version: '70' }]],
  ['reversed and posted again', [{ version: '100' }, 'touched', { version: '70' }]],
  ['posted again twice', [{ version: '100' }, 'touched', { version: '70' }, 'touched', { version: '130' }]],
  ['cancelled', [{ version: '100' }, 'cancelled']],
  ['posted again, then cancelled', [{ version: '100' }, 'touched', { version: '70' }, 'cancelled']],
];

describe.each(stories)('an invoice that is %s', (_name, events) => {
  test('without a fault is what its newest version says', () => {
    const { owed } = live(events, () => 1);
    expect(books.owed()).toBe(owed);
  });

  test.each(FAULTS)('is the same with "%s" at any one call of any of its runs', (fault) => {
    let tried = 0;
    for (let at = 1; ; at += 1) {
      books = new FakeBooks();
      links = new Map();
      let calls = 0;
      books.faultAt = () => {
        calls += 1;
        return calls === at ? fault : null;
      };
      const { owed } = live(events, () => 12);
      expect([at, books.owed()]).toEqual([at, owed]);
      if (calls < at) break;
      tried += 1;
    }
    expect(tried).toBeGreaterThan(5);
  });
});

test('after 400 stories made by chance, with faults anywhere and events that come too early, the newest version is owed', () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const chance = chanceOf(seed);
    books = new FakeBooks();
    links = new Map();
    const events: Event[] = [{ version: '100' }];
    for (let length = 1 + Math.floor(chance() * 5); length > 0; length -= 1) {
      events.push(chance() < 0.4 ? 'touched' : { version: String(10 + Math.floor(chance() * 200)) });
    }
    if (chance() < 0.3) events.push('cancelled');
    let left = 12;
    books.faultAt = (): Fault | null => {
      if (left === 0 || chance() > 0.15) return null;
      left -= 1;
      return FAULTS[Math.floor(chance() * FAULTS.length)] ?? null;
    };
    const { owed } = live(events, () => 1 + Math.floor(chance() * 3));
    expect([seed, books.owed()]).toEqual([seed, owed]);
  }
});

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
