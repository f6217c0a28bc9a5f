import { removeProjects } from '../sdf/projects';
import { bearer, type ServedAccount, served, testProject } from './served';

const RECORDS = '/services/rest/record/v1';
let server: ServedAccount;
let authorization: string;

beforeAll(async () => {
  server = await served({}, testProject());
  authorization = await bearer(server);
});

afterAll(async () => {
  await server.account.close();
  removeProjects();
});

async function created(path: string, body: unknown): Promise<string> {
  const answer = await fetch(`${server.url}${RECORDS}/${path}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const location = answer.headers.get('location');
  if (!location) throw new Error(await answer.text());
  return location.split('/').at(-1) ?? '';
}

async function read(path: string): Promise<Record<string, unknown>> {
  const answer = await fetch(`${server.url}${RECORDS}/${path}`, { headers: { authorization } });
  return (await answer.json()) as Record<string, unknown>;
}

const idOf = async (sql: string): Promise<string> => String((await server.account.suiteql(sql))[0]?.id);

describe('receivables over REST web services', () => {
  test('payments are created, and their lines named by document (article_0224093711)', async () => {
    const customer = await created('customer', { companyName: 'Payer', subsidiary: { id: '1' } });
    const item = await created('nonInventorySaleItem', {
      itemId: 'Sold over REST',
      incomeAccount: { id: await idOf("SELECT id FROM account WHERE acctnumber = '4010'") },
      taxSchedule: { id: await idOf("SELECT id FROM taxschedule WHERE name = 'Not Taxable'") },
      subsidiary: { items: [{ id: '1' }] },
    });
    const bill = (amount: number) =>
      created('invoice', { entity: { id: customer }, item: { items: [{ item: { id: item }, amount }] } });
    const [first, second] = [await bill(100), await bill(300)];
    const payment = await created('customerPayment', {
      apply: { items: [{ amount: 200, apply: true, doc: { id: second }, line: 0 }] },
      currency: { id: '1' },
      customer: { id: customer },
      memo: '10',
      payment: 250,
      toBeEmailed: false,
    });
    expect(await read(`invoice/${first}`)).toMatchObject({ amountRemaining: 100 });
    expect(await read(`invoice/${second}`)).toMatchObject({ amountRemaining: 100 });
    expect(await read(`customerPayment/${payment}`)).toMatchObject({ payment: 250, applied: 200, unapplied: 50 });
    const deposit = await created('customerDeposit', { customer: { id: customer }, payment: 60 });
    await created(`customerDeposit/${deposit}/!transform/depositApplication`, {
      apply: { items: [{ doc: { id: first }, apply: true, amount: 60 }] },
    });
    expect(await read(`invoice/${first}`)).toMatchObject({ amountRemaining: 40 });
  });
});
