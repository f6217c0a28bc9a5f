import { removeProjects } from '../sdf/projects';
import { type ServedAccount, served } from './served';

const PAGE = '/app/site/hosting/scriptlet.nl?script=customscript_x_page&deploy=customdeploy_x_page';
const INNER = '/app/site/hosting/scriptlet.nl?script=customscript_x_inner&deploy=customdeploy_x_inner';
let server: ServedAccount;
let cookie: string;

beforeAll(async () => {
  server = await served();
  cookie = await logIn('administrator');
});

afterAll(async () => {
  await server.account.close();
  removeProjects();
});

async function logIn(role: string, query = ''): Promise<string> {
  const response = await fetch(`${server.url}/simulator/login?role=${role}${query}`, { redirect: 'manual' });
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

function open(path: string, options: RequestInit = {}): Promise<Response> {
  return fetch(path.startsWith('http') ? path : `${server.url}${path}`, {
    redirect: 'manual',
    ...options,
    headers: { cookie, ...options.headers },
  });
}

async function urls(): Promise<string[]> {
  return (await (await open(`${PAGE}&do=urls`)).json()) as string[];
}

describe('a Suitelet', () => {
  it('is shown to people who logged in, as a page with their name', async () => {
    const response = await open(PAGE);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).toContain('<h1>Hello &lt;World&gt;</h1>');
    expect(text).toContain('Northwind Analytics GmbH</option>');
    expect(text).toMatch(/<form method="post" action="\/app\/site\/hosting\/scriptlet.nl\?script=\d+&amp;deploy=1"/);
  });

  it('sends people who did not log in to the log-in page, and back', async () => {
    const response = await open(PAGE, { headers: { cookie: '' } });
    expect(response.status).toBe(302);
    const login = response.headers.get('location') ?? '';
    expect(login).toBe(`/simulator/login?next=${encodeURIComponent(PAGE)}`);
    const back = await open(`${login}&role=administrator`, { headers: { cookie: '' } });
    expect(back.headers.get('location')).toBe(PAGE);
  });

  it('gets query and form fields together, and the headers', async () => {
    const response = await open(`${PAGE}&do=write&a=1`, {
      method: 'POST',
      body: new URLSearchParams([
        ['a', '2'],
        ['name', 'ä & b'],
      ]),
      headers: { 'user-agent': 'Test browser' },
    });
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toMatchObject({
      method: 'POST',
      agent: 'Test browser',
      ip: '127.0.0.1',
      parameters: { a: '1\u00052', name: 'ä & b', do: 'write', script: 'customscript_x_page' },
    });
  });

  it('gets what its own page sends: a box without a tick is F, lines of a list are found', async () => {
    const page = await (await open(PAGE)).text();
    const fields = new URLSearchParams();
    for (const [, name, value] of page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)) {
      fields.set(name ?? '', value ?? '');
    }
    fields.set('custpage_name', 'Zoë');
    fields.set('mark1', 'T');
    fields.set('mark3', 'T');
    const text = await (await open(PAGE, { method: 'POST', body: fields })).text();
    expect(text).toContain('<span>0+2 of 3</span>');
    expect(text).toContain('value="Zoë"');
    expect(text).toMatch(/<input type="checkbox" value="T" id="custpage_on" name="custpage_on">/);
  });

  it('gets files, text as text and others as base64', async () => {
    const form = new FormData();
    form.set('note', 'ä');
    form.set('upload', new File(['a;b'], 'data.csv'));
    const text = await open(`${PAGE}&do=files`, { method: 'POST', body: form });
    expect(await text.json()).toEqual(['data.csv', 'CSV', 'a;b', 'ä']);
    form.set('upload', new File([new Uint8Array([1, 255])], 'data.pdf'));
    const binary = await open(`${PAGE}&do=files`, { method: 'POST', body: form });
    expect(await binary.json()).toEqual(['data.pdf', 'PDF', 'Af8=', 'ä']);
  });

  it('sends a file to be saved', async () => {
    const response = await open(`${PAGE}&do=download`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Zahlen%20%C3%A4.csv");
    expect(await response.text()).toBe('a,b');
  });

  it('redirects to a Suitelet and to a record', async () => {
    const suitelet = await open(`${PAGE}&do=redirect`);
    expect(suitelet.status).toBe(302);
    expect(suitelet.headers.get('location')).toMatch(
      /^\/app\/site\/hosting\/scriptlet\.nl\?script=\d+&deploy=1&compid=1234567&a=%C3%A4%26b$/,
    );
    const record = await open(`${PAGE}&do=record`);
    expect(record.headers.get('location')).toBe('/app/common/entity/custjob.nl?id=7&compid=1234567');
  });

  it('shows an error as a page, escaped', async () => {
    const response = await open(`${PAGE}&do=throw`);
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain('UNEXPECTED_ERROR');
    expect(text).toContain('broken &lt;b&gt;here&lt;/b&gt;');
  });

  it('is open to everyone at its external address, and only there', async () => {
    const [, external = ''] = await urls();
    expect(external).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/app\/site\/hosting\/scriptlet\.nl\?.*compid=1234567&ns-at=/);
    const anonymous = { headers: { cookie: '' } };
    expect((await open(external, anonymous)).status).toBe(200);
    expect((await open(external.replace('AAEJ7tMQ', 'AAEJ7tMR'), anonymous)).status).toBe(302);
  });

  it('is not open to everyone where its deployment is not available without login', async () => {
    const [, external = ''] = await urls();
    const token = new URL(external).searchParams.get('ns-at');
    expect((await open(`${INNER}&ns-at=${token}`, { headers: { cookie: '' } })).status).toBe(302);
  });

  it('may be kept by caches only where it says so and is open to everyone', async () => {
    const [, external = ''] = await urls();
    const cached = await open(`${external}&do=cache`, { headers: { cookie: '' } });
    expect(cached.headers.get('cache-control')).toBe('public, max-age=300');
    expect((await open(`${PAGE}&do=cache`)).headers.get('cache-control')).toBe('no-store');
  });

  it('is an error page where there is no such script', async () => {
    const response = await open('/app/site/hosting/scriptlet.nl?script=9999&deploy=1');
    expect(await response.text()).toContain('That Suitelet is invalid, disabled, or no longer exists.');
  });

  it('finds addresses with N/url', async () => {
    const [internal, , restlet, record, domain, formatted] = await urls();
    expect(internal).toMatch(/^\/app\/site\/hosting\/scriptlet\.nl\?script=\d+&deploy=1&compid=1234567&a=1%262$/);
    expect(restlet).toMatch(new RegExp(`^${server.url}/app/site/hosting/restlet\\.nl\\?script=\\d+&deploy=1$`));
    expect(record).toBe('/app/common/entity/custjob.nl?id=7&e=T&compid=1234567');
    expect(`http://${domain}`).toBe(server.url);
    expect(formatted).toBe('https://x.y/z?a=b%20c');
  });
});

describe('the log-in page', () => {
  it('shows users and roles to choose', async () => {
    const text = await (await open('/simulator/login')).text();
    expect(text).toContain('Administrator</a>');
  });

  it('leads to pages of the account only', async () => {
    const response = await open('/simulator/login?role=administrator&next=//evil.example/');
    expect(response.headers.get('location')).toBe('/app/center/card.nl');
  });

  it('refuses a role that nobody has', async () => {
    expect((await open('/simulator/login?role=customrole_none')).status).toBe(400);
  });

  it('ends the session at log-out', async () => {
    const own = await logIn('administrator');
    const page = (): Promise<Response> => open('/app/center/card.nl', { headers: { cookie: own } });
    expect((await page()).status).toBe(200);
    await open('/simulator/logout', { headers: { cookie: own } });
    expect((await page()).status).toBe(302);
  });
});
