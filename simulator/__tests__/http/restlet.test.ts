import { request } from 'node:http';
import { removeProjects } from '../sdf/projects';
import { bearer, ECHO, POST_ONLY, type ServedAccount, served } from './served';

let server: ServedAccount;
let authorization: string;

beforeAll(async () => {
  server = await served();
  authorization = await bearer(server);
});

afterAll(async () => {
  await server.account.close();
  removeProjects();
});

interface Call {
  readonly method?: string;
  readonly type?: string | null;
  readonly body?: string;
  readonly path?: string;
  readonly parameters?: string;
}

async function call({ method = 'POST', type = 'application/json', body, path = ECHO, parameters = '' }: Call) {
  const content = body === undefined ? null : new TextEncoder().encode(body);
  const response = await fetch(`${server.url}${path}${parameters}`, {
    method,
    headers: { authorization, ...(type === null ? {} : { 'content-type': type }) },
    body: content,
  });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

const INVALID_TYPE =
  'Invalid content type. You can only use application/json, application/xml or text/plain with RESTlets.';

describe('a RESTlet', () => {
  it('gets a JSON body as an object and answers JSON', async () => {
    const answer = await call({ body: '{"a":["ä",1]}' });
    expect(answer).toMatchObject({ status: 200, type: 'application/json; charset=utf-8' });
    expect(JSON.parse(answer.text)).toEqual({ got: { a: ['ä', 1] }, type: 'object' });
  });

  it('gets a text body as a string', async () => {
    const answer = await call({ type: 'text/plain', body: 'text', path: `${ECHO}` });
    expect(answer).toMatchObject({ status: 400, text: expect.stringContaining('INVALID_RETURN_DATA_FORMAT') });
  });

  it('gets URL parameters as strings, without script and deploy', async () => {
    const answer = await call({ method: 'GET', type: null, parameters: '&id=7&name=%C3%A4%26b' });
    expect(answer).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8' });
    expect(JSON.parse(answer.text)).toEqual({ id: '7', name: 'ä&b' });
  });

  it('is found by internal id of the script and number of the deployment', async () => {
    const rows = await server.account.suiteql("SELECT id FROM script WHERE scriptid = 'customscript_x_echo'");
    const path = `/app/site/hosting/restlet.nl?script=${rows[0]?.id}&deploy=1`;
    expect(await call({ body: '{}', path })).toMatchObject({ status: 200 });
  });

  it('answers PUT and DELETE by their own functions', async () => {
    expect(await call({ method: 'PUT', body: '{"a":1}' })).toMatchObject({ status: 200 });
    expect(await call({ method: 'DELETE', type: null, parameters: '&id=9' })).toMatchObject({
      status: 200,
      text: 'deleted 9',
    });
  });

  it('answers with the content type of createResponse', async () => {
    const answer = await call({ method: 'GET', type: null, parameters: '&do=html' });
    expect(answer).toEqual({ status: 200, type: 'text/html; charset=utf-8', text: '<b>hi</b>' });
  });

  it('answers nothing with an empty body', async () => {
    expect(await call({ body: '{"do":"nothing"}' })).toMatchObject({ status: 200, text: '' });
  });
});

describe('errors of a RESTlet', () => {
  it('are 400 with code and message of error.create, as JSON', async () => {
    const answer = await call({ body: '{"do":"throw"}' });
    expect(answer).toMatchObject({ status: 400, type: 'application/json; charset=utf-8' });
    expect(JSON.parse(answer.text)).toEqual({ error: { code: 'MY_CODE', message: 'My <message>' } });
  });

  it('are text for a request without a body', async () => {
    const answer = await call({ method: 'GET', type: null, parameters: '&do=throw' });
    expect(answer).toEqual({
      status: 400,
      type: 'text/plain; charset=utf-8',
      text: 'error code: MY_CODE\nerror message: My <message>',
    });
  });

  it('are 400 UNEXPECTED_ERROR for a fault of the script', async () => {
    const answer = await call({ body: '{"do":"type error"}' });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text).error.code).toBe('UNEXPECTED_ERROR');
  });

  it('are XML for an XML request', async () => {
    const path = '/app/site/hosting/restlet.nl?script=customscript_none&deploy=1';
    const answer = await call({ type: 'application/xml', body: '<a/>', path });
    expect(answer).toMatchObject({ status: 404, type: 'application/xml; charset=utf-8' });
    expect(answer.text).toBe(
      '<error><code>SSS_INVALID_SCRIPTLET_ID</code><message>That Suitelet is invalid, disabled, or no longer exists.</message></error>',
    );
  });

  it.each(['text/html', 'application/JSON', 'application/x-www-form-urlencoded'])('are 415 for %s', async (type) => {
    const answer = await call({ type, body: 'a=b' });
    expect(answer.status).toBe(415);
    expect(answer.text).toBe(`error code: INVALID_CONTENT_TYPE\nerror message: ${INVALID_TYPE}`);
  });

  it('are 415 for a body without a content type', async () => {
    expect(await call({ type: null, body: '{}' })).toMatchObject({ status: 415 });
  });

  it('are 405 for a method that the RESTlet has no function for', async () => {
    expect(await call({ method: 'GET', type: null, path: POST_ONLY })).toMatchObject({ status: 405 });
  });

  it('are 405 for a method that RESTlets do not have', async () => {
    expect(await call({ method: 'PATCH', body: '{}' })).toMatchObject({ status: 405 });
  });

  it('are 400 for a DELETE with a body', async () => {
    expect(await call({ method: 'DELETE', body: '{"id":1}' })).toMatchObject({ status: 400 });
  });

  it('are 400 for a GET with a body', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { authorization, 'content-length': '2' };
      const outgoing = request(`${server.url}${ECHO}`, { method: 'GET', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      outgoing.on('error', reject);
      outgoing.end('{}');
    });
    expect(status).toBe(400);
  });

  it('are 400 SYNTAX_ERROR for a body that is no JSON', async () => {
    const answer = await call({ body: '{"a":' });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text).error.code).toBe('SYNTAX_ERROR');
  });

  it('are 404 SSS_INVALID_SCRIPTLET_ID for a script that is none', async () => {
    const answer = await call({ body: '{}', path: '/app/site/hosting/restlet.nl?script=999&deploy=1' });
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.text).error.code).toBe('SSS_INVALID_SCRIPTLET_ID');
  });

  it('are 400 for a body of more than 10 MB, and 10 MB are taken', async () => {
    const ofSize = (bytes: number): string => `{"do":"nothing","a":"${'x'.repeat(bytes - 24)}"}`;
    const large = await call({ body: ofSize(10 * 1024 * 1024 + 100) });
    expect(large.status).toBe(400);
    expect(JSON.parse(large.text).error.code).toBe('SSS_FILE_CONTENT_SIZE_EXCEEDED');
    expect(await call({ body: ofSize(10 * 1024 * 1024) })).toMatchObject({ status: 200 });
  });
});

describe('the account’s concurrency', () => {
  it('is 5: of 20 callers at once the others get SSS_REQUEST_LIMIT_EXCEEDED, and all end when they try again', async () => {
    const statuses: number[] = [];
    let refused = 0;
    const caller = async (): Promise<void> => {
      for (;;) {
        const answer = await call({ body: '{"do":"wait"}' });
        if (answer.status === 200) {
          statuses.push(200);
          return;
        }
        expect(JSON.parse(answer.text)).toEqual({
          error: { code: 'SSS_REQUEST_LIMIT_EXCEEDED', message: 'Request Limit Exceeded!' },
        });
        expect(answer.status).toBe(400);
        refused += 1;
        await new Promise((resolve) => setTimeout(resolve, 5 + refused));
      }
    };
    await Promise.all(Array.from({ length: 20 }, caller));
    expect(statuses).toHaveLength(20);
    expect(refused).toBeGreaterThan(0);
  });
});
