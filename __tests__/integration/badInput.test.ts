import type { InboundResponse } from '../../src/transfers/request';
import { type Answer, errorOf, jsonOf } from '../../tools/client/answer';
import { NetSuiteClient } from '../../tools/client/netSuiteClient';
import { inboundRestlet, readTransfers } from '../../tools/start/inbound';
import { type ConnectedAccount, connectedAccount, settled } from './support/connectedAccount';
import { nueInvoice, without } from './support/invoices';

let connected: ConnectedAccount;

beforeAll(async () => {
  connected = await connectedAccount();
}, 120_000);

afterAll(() => connected?.close());

const json = { 'Content-Type': 'application/json' };
const query = { script: inboundRestlet.script, deploy: inboundRestlet.deployment };
const path = '/app/site/hosting/restlet.nl';

/** A request that is refused as a whole. */
interface Refusal {
  readonly what: string;
  readonly send: () => Promise<Answer>;
  readonly status: number;
  readonly contentType: string;
  readonly code: string;
}

function post(body: string, headers: Readonly<Record<string, string>> = json): Promise<Answer> {
  return connected.client.send({ method: 'POST', path, query, headers, body });
}

const oneInvoice = JSON.stringify({
  connection: 'nue',
  documents: [{ kind: 'invoice', data: nueInvoice('refused') }],
});

const refusals: Refusal[] = [
  {
    what: 'broken JSON',
    send: () => post('{"connection": "nue", "documents": ['),
    status: 400,
    contentType: 'application/json',
    code: 'SYNTAX_ERROR',
  },
  {
    what: 'a list instead of an object',
    send: () => post('[]'),
    status: 400,
    contentType: 'application/json',
    code: 'INVALID_REQUEST',
  },
  {
    what: 'no documents',
    send: () => post('{"connection": "nue", "documents": []}'),
    status: 400,
    contentType: 'application/json',
    code: 'INVALID_REQUEST',
  },
  {
    what: 'an unknown connection',
    send: () => post(oneInvoice.replace('"nue"', '"shopify"')),
    status: 400,
    contentType: 'application/json',
    code: 'UNKNOWN_CONNECTION',
  },
  {
    what: 'a body of 11 MB',
    send: () =>
      post(
        JSON.stringify({
          connection: 'nue',
          documents: [{ kind: 'invoice', data: { ...nueInvoice('large'), note: 'x'.repeat(11 * 1024 * 1024) } }],
        }),
      ),
    status: 400,
    contentType: 'application/json',
    code: 'SSS_FILE_CONTENT_SIZE_EXCEEDED',
  },
  {
    what: 'a token that NetSuite did not give',
    send: () => send({ Authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.', ...json }, oneInvoice),
    status: 401,
    contentType: 'application/json',
    code: 'INVALID_LOGIN_ATTEMPT',
  },
  {
    what: 'no credentials',
    send: () => send(json, oneInvoice),
    status: 401,
    contentType: 'application/json',
    code: 'INVALID_LOGIN_ATTEMPT',
  },
  {
    what: 'a form instead of JSON',
    send: () => post('connection=nue', { 'Content-Type': 'application/x-www-form-urlencoded' }),
    status: 415,
    // The answer follows the type of the request, and is text where that is none that RESTlets know.
    contentType: 'text/plain',
    code: 'INVALID_CONTENT_TYPE',
  },
  {
    what: 'the method PATCH',
    send: () => connected.client.send({ method: 'PATCH', path, query, headers: json, body: oneInvoice }),
    status: 405,
    contentType: 'application/json',
    code: 'METHOD_NOT_ALLOWED',
  },
  {
    what: 'a script that is not deployed',
    send: () =>
      connected.client.send({
        method: 'POST',
        path,
        query: { script: 'customscript_obc_nothing', deploy: '1' },
        headers: json,
        body: oneInvoice,
      }),
    status: 404,
    contentType: 'application/json',
    code: 'SSS_INVALID_SCRIPTLET_ID',
  },
];

async function send(headers: Readonly<Record<string, string>>, body: string): Promise<Answer> {
  const response = await fetch(`${connected.url}${path}?${new URLSearchParams(query)}`, {
    method: 'POST',
    headers,
    body,
  });
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    location: null,
    text: await response.text(),
  };
}

describe('a request that is none', () => {
  test.each(refusals)('$what is answered $status $code', async (refusal) => {
    const answer = await refusal.send();
    const error = errorOf(answer);
    expect({ status: answer.status, code: error?.code, contentType: answer.contentType.split(';')[0] }).toEqual({
      status: refusal.status,
      code: refusal.code,
      contentType: refusal.contentType,
    });
    expect(error?.message).not.toMatch(/\bat .+:\d+/);
  });

  test('leaves nothing behind', async () => {
    expect(await readTransfers(connected.client, 'nue')).toEqual([]);
  });
});

/** A document that is refused alone, with the code and the path of the field. */
const badDocuments: readonly { what: string; document: unknown; code: string; path: string }[] = [
  {
    what: 'an unknown kind',
    document: { kind: 'quote', data: nueInvoice('1') },
    code: 'UNKNOWN_KIND',
    path: 'documents[0].kind',
  },
  { what: 'no kind', document: { data: nueInvoice('1') }, code: 'MISSING_FIELD', path: 'documents[0].kind' },
  { what: 'no data', document: { kind: 'invoice' }, code: 'MISSING_FIELD', path: 'documents[0].data' },
  {
    what: 'text for data',
    document: { kind: 'invoice', data: 'INV-1' },
    code: 'WRONG_TYPE',
    path: 'documents[0].data',
  },
  {
    what: 'no currency',
    document: { kind: 'invoice', data: without(nueInvoice('1'), 'currencyIsoCode') },
    code: 'MISSING_FIELD',
    path: 'documents[0].data.currencyIsoCode',
  },
  {
    what: 'a currency that does not exist',
    document: { kind: 'invoice', data: { ...nueInvoice('1'), currencyIsoCode: 'XQX' } },
    code: 'UNKNOWN_CURRENCY',
    path: 'documents[0].data.currencyIsoCode',
  },
  {
    what: 'a day that does not exist',
    document: { kind: 'invoice', data: { ...nueInvoice('1'), invoiceDate: '2026-02-30' } },
    code: 'INVALID_DATE',
    path: 'documents[0].data.invoiceDate',
  },
  {
    what: 'a number for an id',
    document: { kind: 'invoice', data: { ...nueInvoice('1'), id: 42 } },
    code: 'WRONG_TYPE',
    path: 'documents[0].data.id',
  },
  {
    what: 'a total that is not the sum of the lines',
    document: { kind: 'invoice', data: { ...nueInvoice('1'), amount: 99.99 } },
    code: 'TOTAL_MISMATCH',
    path: 'documents[0].data.amount',
  },
  {
    what: 'a draft',
    document: { kind: 'invoice', data: { ...nueInvoice('1'), status: 'Draft' } },
    code: 'NOT_ACTIVATED',
    path: 'documents[0].data.status',
  },
];

describe('a document that is none', () => {
  test.each(badDocuments)('$what is rejected with $code at $path', async ({ document, code, path: place }) => {
    const answer = await post(JSON.stringify({ connection: 'nue', documents: [document] }));
    expect(answer.status).toBe(200);
    const [result] = jsonOf<InboundResponse>(answer).results;
    expect(result?.outcome).toBe('rejected');
    expect(result?.error).toMatchObject({ code, path: place });
    expect(result?.error?.message).not.toBe('');
  });
});

test('of 500 documents 7 bad ones are rejected by themselves, and the others are posted', async () => {
  const bad = new Set([0, 77, 123, 250, 251, 400, 499]);
  const documents = Array.from({ length: 500 }, (_, index) => {
    const invoice = nueInvoice(`bulk-${index}`, [{ amount: '10.00' }], `customer-${index % 20}`);
    return { kind: 'invoice', data: bad.has(index) ? without(invoice, 'currencyIsoCode') : invoice };
  });
  const answer = await connected.client.callRestlet(inboundRestlet, 'POST', { body: { connection: 'nue', documents } });
  const { results } = jsonOf<InboundResponse>(answer);
  expect(results).toHaveLength(500);
  expect(results.flatMap(({ outcome }, index) => (outcome === 'rejected' ? [index] : []))).toEqual([...bad]);
  expect(results.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(493);

  const transfers = await settled(connected, ['nue']);
  const invoices = transfers.filter(({ kind }) => kind === 'invoice');
  expect(invoices).toHaveLength(493);
  expect(new Set(invoices.map(({ status }) => status))).toEqual(new Set(['Transferred']));
  const [row] = await connected.administrator.suiteql(
    "SELECT COUNT(*) AS invoices, SUM(foreigntotal) AS total FROM transaction WHERE type = 'CustInvc'",
  );
  expect({ invoices: Number(row?.invoices), total: Number(row?.total) }).toEqual({ invoices: 493, total: 4930 });
}, 300_000);

test('a token is fetched anew when it has expired', async () => {
  const client = new NetSuiteClient(connected.url, connected.credentials, () => connected.account.clock.now());
  const read = () => client.callRestlet(inboundRestlet, 'GET', { query: { connection: 'nue' } });
  expect((await read()).status).toBe(200);
  connected.account.clock.advance(61 * 60_000);
  expect((await read()).status).toBe(200);
});
