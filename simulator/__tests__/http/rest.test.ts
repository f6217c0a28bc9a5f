import { object, removeProjects } from '../sdf/projects';
import { bearer, type ServedAccount, served, testProject, tokenHeader } from './served';

const THING = object(`<customrecordtype scriptid="customrecord_x_thing"><recordname>Thing</recordname>
  <includename>T</includename><customrecordcustomfields>
    <customrecordcustomfield scriptid="custrecord_x_count"><label>Count</label><fieldtype>INTEGER</fieldtype></customrecordcustomfield>
    <customrecordcustomfield scriptid="custrecord_x_day"><label>Day</label><fieldtype>DATE</fieldtype></customrecordcustomfield>
  </customrecordcustomfields></customrecordtype>`);
const RECORDS = '/services/rest/record/v1';
let server: ServedAccount;
let authorization: string;

beforeAll(async () => {
  server = await served({}, testProject(THING));
  authorization = await bearer(server);
});

afterAll(async () => {
  await server.account.close();
  removeProjects();
});

interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly body: Record<string, unknown> | null;
}

async function rest(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(path.startsWith('http') ? path : `${server.url}${path}`, {
    method,
    headers: { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, location: response.headers.get('location'), body: text ? JSON.parse(text) : null };
}

async function created(type: string, body: unknown): Promise<string> {
  const answer = await rest('POST', `${RECORDS}/${type}`, body);
  if (!answer.location) throw new Error(JSON.stringify(answer.body));
  return answer.location.split('/').at(-1) ?? '';
}

function detail(answer: Answer): Record<string, unknown> {
  return ((answer.body?.['o:errorDetails'] as Record<string, unknown>[]) ?? [])[0] ?? {};
}

describe('REST records', () => {
  it('are created with 204, no body, and the address of the record', async () => {
    const answer = await rest('POST', `${RECORDS}/customer`, { companyName: 'Acme & Söhne', subsidiary: { id: '1' } });
    expect(answer).toMatchObject({ status: 204, body: null });
    expect(answer.location).toMatch(new RegExp(`^${server.url}${RECORDS}/customer/\\d+$`));
  });

  it('are read with names in camel case, references with id and refName, and links', async () => {
    const id = await created('customer', { companyname: 'Acme', subsidiary: { id: '1' }, externalId: 'acme-1' });
    const { status, body } = await rest('GET', `${RECORDS}/customer/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id,
      companyName: 'Acme',
      externalId: 'acme-1',
      isInactive: false,
      subsidiary: { id: '1', refName: 'Northwind Analytics' },
      links: [{ rel: 'self', href: `${server.url}${RECORDS}/customer/${id}` }],
    });
    expect(body?.email).toBeUndefined();
  });

  it('are found by external id', async () => {
    const id = await created('customer', { companyName: 'By id', subsidiary: '1', externalId: 'by-id' });
    expect((await rest('GET', `${RECORDS}/customer/eid:by-id`)).body?.id).toBe(id);
    expect(await rest('GET', `${RECORDS}/customer/eid:unknown`)).toMatchObject({ status: 404 });
  });

  it('have sublists as links, or whole with expandSubResources', async () => {
    const id = await created('customer', {
      companyName: 'With address',
      subsidiary: { id: '1' },
      addressBook: {
        items: [
          {
            label: 'Office',
            defaultBilling: true,
            addressBookAddress: { addr1: 'Hauptstr. 1', city: 'Berlin', country: 'DE' },
          },
        ],
      },
    });
    const linked = await rest('GET', `${RECORDS}/customer/${id}`);
    expect(linked.body?.addressBook).toEqual({
      links: [{ rel: 'self', href: `${server.url}${RECORDS}/customer/${id}/addressBook` }],
    });
    const whole = await rest('GET', `${RECORDS}/customer/${id}?expandSubResources=true`);
    expect(whole.body?.addressBook).toMatchObject({
      totalResults: 1,
      items: [{ label: 'Office', defaultBilling: true, addressBookAddress: { addr1: 'Hauptstr. 1', city: 'Berlin' } }],
    });
    const alone = await rest('GET', `${RECORDS}/customer/${id}/addressBook`);
    expect(alone.body?.totalResults).toBe(1);
  });

  it('are changed by PATCH, upserted by PUT with an external id, and deleted', async () => {
    const id = await created('customer', { companyName: 'Before', subsidiary: { id: '1' } });
    expect(
      await rest('PATCH', `${RECORDS}/customer/${id}`, { companyName: 'After', email: 'a@b.example' }),
    ).toMatchObject({
      status: 204,
    });
    expect((await rest('GET', `${RECORDS}/customer/${id}`)).body).toMatchObject({
      companyName: 'After',
      email: 'a@b.example',
    });
    const first = await rest('PUT', `${RECORDS}/customer/eid:up-1`, { companyName: 'Up', subsidiary: { id: '1' } });
    const second = await rest('PUT', `${RECORDS}/customer/eid:up-1`, { companyName: 'Up again' });
    expect([first.status, second.status, second.location]).toEqual([204, 204, first.location]);
    expect(await rest('DELETE', `${RECORDS}/customer/${id}`)).toMatchObject({ status: 204 });
    expect(await rest('GET', `${RECORDS}/customer/${id}`)).toMatchObject({ status: 404 });
  });

  it('are there for custom record types, with dates as text', async () => {
    const id = await created('customrecord_x_thing', {
      name: 'One',
      custrecord_x_count: 3,
      custrecord_x_day: '2026-03-31',
    });
    const { body } = await rest('GET', `${RECORDS}/customrecord_x_thing/${id}`);
    expect(body).toMatchObject({ id, name: 'One', custrecord_x_count: 3, custrecord_x_day: '2026-03-31' });
  });

  it('are listed by their addresses, page by page', async () => {
    const { body } = await rest('GET', `${RECORDS}/currency?limit=2&offset=0`);
    expect(body).toMatchObject({ count: 2, hasMore: true, offset: 0, totalResults: 3 });
    expect(body?.items).toMatchObject([{ id: '1' }, { id: '2' }]);
  });
});

describe('REST invoices', () => {
  let item: string;
  let customer: string;

  beforeAll(async () => {
    const rows = await server.account.suiteql("SELECT id FROM account WHERE accttype = 'Income' ORDER BY id");
    customer = await created('customer', { companyName: 'Buyer', subsidiary: { id: '1' } });
    item = await created('nonInventorySaleItem', {
      itemId: 'Seats',
      incomeAccount: { id: String(rows[0]?.id) },
      subsidiary: { items: [{ id: '1' }] },
      taxSchedule: { id: '1' },
    });
  });

  it('are made with lines, read back whole, and posted in balance', async () => {
    const id = await created('invoice', {
      entity: { id: customer },
      tranDate: '2026-07-10',
      item: {
        items: [
          { item: { id: item }, quantity: 3, rate: 19.99, amount: 59.97, description: 'Seats' },
          { item: { id: item }, quantity: 1, rate: 0.1, amount: 0.1 },
        ],
      },
    });
    const { body } = await rest('GET', `${RECORDS}/invoice/${id}?expandSubResources=true`);
    expect(body).toMatchObject({
      tranDate: '2026-07-10',
      entity: { id: customer, links: [{ rel: 'self', href: `${server.url}${RECORDS}/customer/${customer}` }] },
      total: 60.07,
      item: { totalResults: 2, items: [{ line: 1, quantity: 3, amount: 59.97, description: 'Seats' }, { line: 2 }] },
    });
    const ledger = await fetch(`${server.url}/simulator/gl?transaction=${id}`);
    const { lines } = (await ledger.json()) as { lines: { debit: string | null; credit: string | null }[] };
    expect(lines.map(({ debit, credit }) => [debit, credit])).toEqual([
      ['60.07', null],
      [null, '59.97'],
      [null, '0.10'],
    ]);
  });

  it('are made from a customer by !transform', async () => {
    const body = { item: { items: [{ item: { id: item }, quantity: 1, rate: 5, amount: 5 }] } };
    const answer = await rest('POST', `${RECORDS}/customer/${customer}/!transform/invoice`, body);
    expect(answer).toMatchObject({ status: 204, location: expect.stringMatching(/\/invoice\/\d+$/) });
    expect((await rest('GET', answer.location ?? '')).body).toMatchObject({ entity: { id: customer }, total: 5 });
    expect(await rest('POST', `${RECORDS}/customer/${customer}/!transform/vendorbill`, {})).toMatchObject({
      status: 400,
    });
  });

  it('are changed line by line, and whole sublists are replaced when that is asked for', async () => {
    const line = (rate: number) => ({ item: { id: item }, quantity: 1, rate, amount: rate });
    const id = await created('invoice', { entity: { id: customer }, item: { items: [line(10), line(20)] } });
    const total = async () => (await rest('GET', `${RECORDS}/invoice/${id}`)).body?.total;
    expect(
      await rest('PATCH', `${RECORDS}/invoice/${id}`, { item: { items: [{ line: 2, rate: 25, amount: 25 }] } }),
    ).toMatchObject({ status: 204 });
    expect(await total()).toBe(35);
    await rest('PATCH', `${RECORDS}/invoice/${id}`, { item: { items: [line(1)] } });
    expect(await total()).toBe(36);
    await rest('PATCH', `${RECORDS}/invoice/${id}?replace=item`, { item: { items: [line(7)] } });
    expect(await total()).toBe(7);
  });
});

describe('errors of REST records', () => {
  it('have type, title, status and details', async () => {
    const answer = await rest('GET', `${RECORDS}/customer/99999`);
    expect(answer).toEqual({
      status: 404,
      location: null,
      body: {
        type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5',
        title: 'Not Found',
        status: 404,
        'o:errorDetails': [
          {
            detail: 'The record instance does not exist. Provide a valid record instance ID.',
            'o:errorUrl': '/services/rest/record/v1/customer/99999',
            'o:errorCode': 'NONEXISTENT_ID',
          },
        ],
      },
    });
  });

  it.each([
    ['an unknown type', 'GET', `${RECORDS}/nonsense/1`, undefined, 404, 'NONEXISTENT_RECORD_TYPE'],
    ['an address that is none', 'GET', `${RECORDS}/customer/abc`, undefined, 404, 'INVALID_URL'],
    ['an unknown field', 'POST', `${RECORDS}/customer`, { nonsense: 1 }, 400, 'INVALID_CONTENT'],
    ['a body that is no JSON', 'POST', `${RECORDS}/customer`, '{', 400, 'INVALID_CONTENT'],
    ['a sublist of another form', 'POST', `${RECORDS}/customer`, { addressBook: [] }, 400, 'INVALID_CONTENT'],
    [
      'a date of another form',
      'POST',
      `${RECORDS}/customrecord_x_thing`,
      { custrecord_x_day: '31.3.2026' },
      400,
      'INVALID_CONTENT',
    ],
    ['a method for another address', 'POST', `${RECORDS}/customer/1`, {}, 405, 'INVALID_METHOD'],
    ['an offset between pages', 'GET', `${RECORDS}/currency?limit=2&offset=1`, undefined, 400, 'INVALID_PARAMETER'],
  ])('name %s', async (_, method, path, body, status, code) => {
    const answer = await rest(method, path, body);
    expect(answer.status).toBe(status);
    expect(detail(answer)['o:errorCode']).toBe(code);
  });

  it('name the path of what is wrong', async () => {
    const answer = await rest('POST', `${RECORDS}/customer`, { addressBook: { items: [{ nonsense: 1 }] } });
    expect(detail(answer)['o:errorPath']).toBe('addressBook.items[0].nonsense');
  });

  it('are 415 for a body of another type', async () => {
    expect(await rest('POST', `${RECORDS}/customer`, 'a', { 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
    });
  });

  it('are 401 INVALID_LOGIN with a challenge without a valid log-in', async () => {
    const response = await fetch(`${server.url}${RECORDS}/customer/1`, { headers: { authorization: 'Bearer x' } });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm="1234567"/);
    expect(await response.json()).toMatchObject({
      title: 'Unauthorized',
      'o:errorDetails': [{ 'o:errorCode': 'INVALID_LOGIN' }],
    });
  });
});

describe('REST SuiteQL', () => {
  const PATH = '/services/rest/query/v1/suiteql';
  const PREFER = { prefer: 'transient' };

  it('answers rows as text with links, and says whether there are more', async () => {
    const { status, body } = await rest(
      'POST',
      `${PATH}?limit=2`,
      { q: 'SELECT id, symbol, NULL AS nothing FROM currency ORDER BY id' },
      PREFER,
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      links: [
        { rel: 'next', href: `${server.url}${PATH}?limit=2&offset=2` },
        { rel: 'last', href: `${server.url}${PATH}?limit=2&offset=2` },
        { rel: 'self', href: `${server.url}${PATH}?limit=2&offset=0` },
      ],
      count: 2,
      hasMore: true,
      items: [
        { links: [], id: '1', symbol: 'USD' },
        { links: [], id: '2', symbol: 'EUR' },
      ],
      offset: 0,
      totalResults: 3,
    });
  });

  it('binds parameters', async () => {
    const { body } = await rest(
      'POST',
      PATH,
      { q: 'SELECT name FROM currency WHERE symbol = ?', params: ['GBP'] },
      PREFER,
    );
    expect(body?.items).toEqual([{ links: [], name: 'British Pound' }]);
  });

  it('needs the header Prefer: transient', async () => {
    const answer = await rest('POST', PATH, { q: 'SELECT 1 FROM dual' });
    expect(answer.status).toBe(400);
    expect(detail(answer)).toMatchObject({ 'o:errorCode': 'INVALID_HEADER', 'o:errorHeader': 'Prefer' });
  });

  it('refuses a query that is none, one without text, and GET', async () => {
    expect(detail(await rest('POST', PATH, { q: 'SELECT nonsense FROM nowhere' }, PREFER))['o:errorCode']).toBe(
      'INVALID_PARAMETER',
    );
    expect(detail(await rest('POST', PATH, {}, PREFER))['o:errorCode']).toBe('INVALID_CONTENT');
    expect(await rest('GET', PATH, undefined, PREFER)).toMatchObject({ status: 405 });
  });

  it('takes token-based authentication too', async () => {
    const url = `${server.url}${PATH}?limit=1`;
    const header = tokenHeader(server, 'POST', url);
    const answer = await rest('POST', url, { q: 'SELECT id FROM currency' }, { ...PREFER, authorization: header });
    expect(answer).toMatchObject({ status: 200, body: { count: 1 } });
  });
});
