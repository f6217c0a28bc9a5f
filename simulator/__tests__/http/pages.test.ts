import { removeProjects } from '../sdf/projects';
import { bearer, type ServedAccount, served } from './served';

const HOSTILE = '<script>alert("x")</script>';
let server: ServedAccount;
let cookie: string;
let customer: string;

beforeAll(async () => {
  server = await served();
  const response = await fetch(`${server.url}/simulator/login?role=administrator`, { redirect: 'manual' });
  cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const created = await fetch(`${server.url}/services/rest/record/v1/customer`, {
    method: 'POST',
    headers: { authorization: await bearer(server), 'content-type': 'application/json' },
    body: JSON.stringify({ companyName: HOSTILE, subsidiary: { id: '1' }, comments: `"'${HOSTILE}` }),
  });
  customer = created.headers.get('location')?.split('/').at(-1) ?? '';
});

afterAll(async () => {
  await server.account.close();
  removeProjects();
});

async function page(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${server.url}${path}`, { headers: { cookie }, redirect: 'manual' });
  return { status: response.status, text: await response.text() };
}

describe('pages for people', () => {
  it('begin at home with Suitelets, projects and the log', async () => {
    const { status, text } = await page('/app/center/card.nl');
    expect(status).toBe(200);
    expect(text).toContain('>page</a>');
    expect(text).toContain('org.example.app');
  });

  it.each([
    '/app/common/recordtypes.nl',
    '/app/common/recordlist.nl?rectype=customer',
    '/app/common/recordlist.nl?rectype=account&page=2',
    '/app/common/scripting/scriptlist.nl',
    '/app/common/scripting/scriptnotes.nl?script=customscript_x_echo',
    '/app/reporting/trialbalance.nl',
    '/app/accounting/transactions/glimpact.nl?id=1',
    '/app/setup/loginaudit.nl',
  ])('%s can be opened after log-in and not before', async (path) => {
    expect(await page(path)).toMatchObject({ status: 200 });
    const anonymous = await fetch(`${server.url}${path}`, { redirect: 'manual' });
    expect(anonymous.status).toBe(302);
  });

  it('show a record with its fields, escaped', async () => {
    const { status, text } = await page(`/app/common/entity/custjob.nl?id=${customer}`);
    expect(status).toBe(200);
    expect(text).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(text).not.toContain(HOSTILE);
  });

  it('show records in lists, escaped, with links to them', async () => {
    const { text } = await page('/app/common/recordlist.nl?rectype=customer');
    expect(text).toContain(`<a href="/app/common/entity/custjob.nl?id=${customer}">${customer}</a>`);
    expect(text).not.toContain(HOSTILE);
  });

  it('say so for a record that is not there, a type that is none, and a page that is none', async () => {
    expect(await page('/app/common/entity/custjob.nl?id=99999')).toMatchObject({ status: 400 });
    expect((await page('/app/common/recordlist.nl?rectype=nonsense')).text).toContain('INVALID_RCRD_TYPE');
    expect(await page('/app/nothing.nl')).toMatchObject({ status: 404 });
  });

  it('do not edit records', async () => {
    const { text } = await page(`/app/common/entity/custjob.nl?id=${customer}&e=T`);
    expect(text).toContain('SIMULATOR_NOT_SUPPORTED');
  });
});
