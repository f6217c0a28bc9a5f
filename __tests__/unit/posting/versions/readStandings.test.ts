import type { BillingDocument } from '../../../../src/documents/document';
import { hasFeature } from '../../../../src/netsuite/features';
import { type SqlRow, selectRows } from '../../../../src/netsuite/suiteQl';
import { readStandings } from '../../../../src/posting/versions/readStandings';

jest.mock('../../../../src/netsuite/features', () => ({ hasFeature: jest.fn() }));
jest.mock('../../../../src/netsuite/suiteQl', () => ({
  ...jest.requireActual('../../../../src/netsuite/suiteQl'),
  selectRows: jest.fn(),
}));

const document = { connection: 'nue', kind: 'invoice', id: 'i1' } as BillingDocument;
const key = 'nue:invoice:i1';
const select = jest.mocked(selectRows);

function row(id: number, part: string, more: SqlRow = {}): SqlRow {
  return {
    id,
    externalid: `obc-nue-invoice-i1${part}`,
    recordtype: 'invoice',
    period_flags: 'FFF',
    elements: 0,
    ...more,
  };
}

beforeEach(() => {
  jest.resetAllMocks();
  select.mockReturnValue([row(12, '')]);
});

test('nothing is asked where nothing is to be known', () => {
  expect(readStandings([]).size).toBe(0);
  expect(select).not.toHaveBeenCalled();
});

test('a batch of 50 documents is one query', () => {
  const many = Array.from({ length: 50 }, (_, index) => ({
    document: { ...document, id: `i${index}` },
    recordId: '1',
  }));
  readStandings(many as Parameters<typeof readStandings>[0]);
  expect(select).toHaveBeenCalledTimes(1);
});

test('what is linked to a record comes in a row each', () => {
  select.mockReturnValue([
    row(12, '', { nextdoc: 33, nexttype: 'CustPymt', period_flags: 'FFT' }),
    row(12, '', { nextdoc: 34, nexttype: 'CustCred', period_flags: 'FFT' }),
  ]);
  expect(readStandings([{ document, recordId: '12' }]).get(key)?.current).toMatchObject({
    isPeriodLocked: true,
    links: [
      { type: 'CustPymt', recordId: '33' },
      { type: 'CustCred', recordId: '34' },
    ],
  });
});

test('a document that was posted again more often than is asked for at first is asked for once more', () => {
  const reposts = ['', '-repost', '-repost2', '-repost3', '-repost4', '-repost5', '-repost6'];
  const rows = reposts.map((part, index) => row(index + 1, part));
  select.mockImplementation((_sql, ids = []) => rows.filter((each) => ids.includes(String(each.externalid))));
  expect(readStandings([{ document, recordId: '1' }]).get(key)).toMatchObject({ count: 6, current: { recordId: '7' } });
  expect(select).toHaveBeenCalledTimes(2);
});

test.each(['REVENUERECOGNITION', 'ADVANCEDREVENUERECOGNITION'])(
  'in an account with %s every invoice may be recognized, without another query',
  (feature) => {
    jest.mocked(hasFeature).mockImplementation((asked) => asked === feature);
    expect(readStandings([{ document, recordId: '12' }]).get(key)?.current?.mayBeRecognized).toBe(true);
    jest.mocked(hasFeature).mockReturnValue(false);
    expect(readStandings([{ document, recordId: '12' }]).get(key)?.current?.mayBeRecognized).toBe(false);
    expect(select).toHaveBeenCalledTimes(2);
  },
);
