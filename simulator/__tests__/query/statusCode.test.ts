import { createAccount, type SimulatedAccount } from '../../src/index';

let account: SimulatedAccount;

beforeAll(async () => {
  account = await createAccount({ company: 'demo', now: '2026-07-15T17:00:00Z' });
  const insert = 'INSERT INTO "transaction" (id, type, status) VALUES (?, ?, ?)';
  for (const row of [
    [1, 'CustInvc', 'A'],
    [2, 'CustInvc', 'B'],
    [3, 'SalesOrd', 'A'],
    [4, 'SalesOrd', 'B'],
  ] as const) {
    account.account.store.run(insert, row);
  }
});

afterAll(() => account.close());

async function ids(condition: string): Promise<unknown[]> {
  const rows = await account.suiteql(`SELECT t.id FROM transaction t WHERE ${condition} ORDER BY t.id`);
  return rows.map(({ id }) => id);
}

describe("a transaction's status in SuiteQL", () => {
  it('is compared with its letter', async () => {
    expect(await ids("t.status = 'A'")).toEqual([1, 3]);
  });

  it('is compared with a code that names the type', async () => {
    expect(await ids("t.status = 'CustInvc:A'")).toEqual([1]);
    expect(await ids("'SalesOrd:B' = t.status")).toEqual([4]);
    expect(await ids("t.status <> 'CustInvc:A'")).toEqual([2, 3, 4]);
  });

  it('may be one of several codes', async () => {
    expect(await ids("t.status IN ('CustInvc:B', 'SalesOrd:A')")).toEqual([2, 3]);
    expect(await ids("t.status NOT IN ('CustInvc:B', 'SalesOrd:A')")).toEqual([1, 4]);
  });

  it('is shown as the letter', async () => {
    const rows = await account.suiteql("SELECT status FROM transaction WHERE status = 'SalesOrd:B'");
    expect(rows).toEqual([{ status: 'B' }]);
  });
});
