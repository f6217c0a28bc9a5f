import { recognitionCalls } from '../../src/calls/recognition';
import { demoCompany } from '../../src/company/presets/demo';
import { recognizeRevenue } from '../../src/records/recognizeRevenue';
import { mergeStatus, submitMerge } from '../../src/records/revenue/merge';
import { orders } from './orders';
import { administrator, codeOf, finish, testAccount } from './testAccount';

const revenueRules = [
  { name: 'At once', method: 'Straight-line, by even periods', startDate: 'Source Date', endDate: 'Source Date' },
] as const;

function mergeAccount() {
  const features = [...demoCompany.features, 'ADVANCEDREVENUERECOGNITION'];
  const t = testAccount({ ...demoCompany, features, revenueRules });
  const item = t.item({ revenuerecognitionrule: t.idOf('revenuerecognitionrule', 'name', 'At once') });
  const arrangements = () =>
    t.store.all<{ id: number; foreigntotal: number; elements: number }>(
      `SELECT id, foreigntotal, (SELECT COUNT(*) FROM revenueelement e WHERE e.revenuearrangement = t.id) AS elements
       FROM "transaction" t WHERE type = 'RevArrng' ORDER BY id`,
    );
  const ids = () => arrangements().map(({ id }) => id);
  const merge = (list: readonly number[]) => {
    const task = submitMerge(t.account, { kind: 'MERGE_ARRANGEMENTS_TASK', ids: list, date: '2026-07-20' });
    return mergeStatus(t.account, task);
  };
  return { t, item, arrangements, ids, merge, ...orders(t) };
}

describe('merging revenue arrangements', () => {
  test('the elements go to a new arrangement, the original ones are kept without them', () => {
    const m = mergeAccount();
    const customer = m.t.customer();
    for (const rate of [10, 15]) m.t.save(m.sale('invoice', customer, [{ item: m.item, rate }]));
    const status = m.merge(m.ids());
    expect(status).toMatchObject({ status: 'COMPLETE', errorMessage: null });
    expect(m.arrangements().map(({ foreigntotal, elements }) => [foreigntotal, elements])).toEqual([
      [0, 0],
      [0, 0],
      [25, 2],
    ]);
    expect(m.ids()[2]).toBe(status?.resultingArrangement);
  });

  test('the element of a return is linked to the element of its sale', () => {
    const m = mergeAccount();
    const invoice = m.t.save(m.sale('invoice', m.t.customer(), [{ item: m.item, rate: 10 }]));
    m.t.save(m.transform('invoice', invoice, 'returnauthorization'));
    m.merge(m.ids());
    const rows = m.t.store.all('SELECT id, allocationamount, linkedelement FROM revenueelement ORDER BY id');
    expect(rows).toEqual([
      { id: 1, allocationamount: 10, linkedelement: null },
      { id: 2, allocationamount: -10, linkedelement: 1 },
    ]);
  });

  test('deleting the merged arrangement gives the elements back, deleting another one makes it anew', () => {
    const m = mergeAccount();
    const customer = m.t.customer();
    for (const rate of [10, 15]) m.t.save(m.sale('invoice', customer, [{ item: m.item, rate }]));
    const [first, second] = m.ids();
    m.merge(m.ids());
    m.t.remove('revenuearrangement', String(m.ids()[2]));
    expect(m.arrangements()).toEqual([
      { id: first, foreigntotal: 10, elements: 1 },
      { id: second, foreigntotal: 15, elements: 1 },
    ]);
    m.t.remove('revenuearrangement', String(first));
    expect(m.arrangements().map(({ foreigntotal, elements }) => [foreigntotal, elements])).toEqual([
      [15, 1],
      [10, 1],
    ]);
    finish(recognizeRevenue(m.t.account, administrator, { period: 'Jul 2026' }));
    expect(codeOf(() => m.t.remove('revenuearrangement', String(second)))).toContain('TRANS_IN_USE');
  });

  test('arrangements of two customers are not merged: the task fails and nothing changes', () => {
    const m = mergeAccount();
    for (const rate of [10, 15]) m.t.save(m.sale('invoice', m.t.customer(), [{ item: m.item, rate }]));
    const before = m.arrangements();
    expect(m.merge(m.ids())).toMatchObject({ status: 'FAILED', resultingArrangement: null });
    expect(m.arrangements()).toEqual(before);
  });

  test('without ids, or without elements, the task is refused', () => {
    const m = mergeAccount();
    expect(codeOf(() => m.merge([]))).toContain('NO_REVENUE_ARRANGEMENT_IDS_ARE_INCLUDED_IN_YOUR_INPUT');
    expect(codeOf(() => m.merge([99]))).toContain('NO_REVENUE_ELEMENTS_WERE_FOUND');
  });

  test('a merge costs 20 units, and needs the feature', () => {
    const submit = recognitionCalls['recognition.submit'];
    const request = { kind: 'MERGE_ARRANGEMENTS_TASK', ids: [1], date: null };
    expect(submit?.units(request, mergeAccount().t.account)).toBe(20);
    expect(codeOf(() => submit?.serve(request, testAccount().account, administrator))).toContain('INVALID_RCRD_TYPE');
  });
});
