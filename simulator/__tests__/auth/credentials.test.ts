import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount } from '../../src/index';
import { bearer, ECHO, NOW, type ServedAccount, served, testProject, tokenHeader } from '../http/served';
import { object, removeProjects } from '../sdf/projects';

const folder = mkdtempSync(join(tmpdir(), 'credentials-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  removeProjects();
});

const ROLE = object(`<role scriptid="customrole_x_integration"><name>X Integration</name><centertype>BASIC</centertype>
  <subsidiaryoption>ALL</subsidiaryoption>
  <permissions><permission><permkey>ADMI_CUSTOMSCRIPT</permkey><permlevel>VIEW</permlevel></permission>
    <permission><permkey>ADMI_LOGIN_OAUTH2</permkey><permlevel>FULL</permlevel></permission></permissions></role>`);

describe('credentials of an account', () => {
  it('are the administrator’s where no project brings a role', async () => {
    const { account, credentials } = await served();
    expect(credentials.oauth2.role).toBe('administrator');
    expect(credentials.tba.realm).toBe('1234567');
    await account.close();
  });

  it('are those of the first role that a project installs, with the administrator’s beside them', async () => {
    const server = await served({}, testProject(ROLE));
    expect(server.credentials.oauth2.role).toBe('customrole_x_integration');
    expect(server.credentials.administrator.oauth2.role).toBe('administrator');
    await expect(bearer(server)).resolves.toMatch(/^Bearer /);
    await server.account.close();
  });

  it('do not let in a role without the permission to log in by them', async () => {
    const server = await served({}, testProject(ROLE));
    const url = `${server.url}${ECHO}`;
    const call = async (authorization: string) => (await fetch(url, { headers: { authorization } })).status;
    expect(await call(await bearer(server))).toBe(200);
    expect(await call(tokenHeader(server, 'GET', url))).toBe(401);
    const [last] = await server.account.suiteql('SELECT detail FROM loginaudit ORDER BY key DESC');
    expect(last?.detail).toBe('permission_denied');
    await server.account.close();
  });

  it('are those of the first role in the audience of a RESTlet, where there are several', async () => {
    const roles = ['a_accountant', 'b_integration'].map((name) =>
      object(`<role scriptid="customrole_x_${name}"><name>${name}</name><centertype>BASIC</centertype></role>`),
    );
    const restlet = object(`<restlet scriptid="customscript_x_post"><name>post</name>
      <scriptfile>[/SuiteApps/org.example.app/post.js]</scriptfile><scriptdeployments>
      <scriptdeployment scriptid="customdeploy_x_post"><status>RELEASED</status><title>post</title>
      <audslctrole>[scriptid=customrole_x_b_integration]</audslctrole></scriptdeployment></scriptdeployments></restlet>`);
    const server = await served({}, testProject({ ...roles[0], ...roles[1], ...restlet }));
    expect(server.credentials.oauth2.role).toBe('customrole_x_b_integration');
    await server.account.close();
  });

  it('say so where nobody has the role that was asked for', async () => {
    const account = await createAccount({ company: 'demo', now: NOW });
    await expect(account.listen({ role: 'customrole_none' })).rejects.toThrow(
      'Nobody in this account has the role customrole_none.',
    );
    await account.close();
  });

  it('stay the same when an account is opened again, and so do its tokens', async () => {
    const data = join(folder, 'account.db');
    const first = await served({ data });
    const token = await bearer(first);
    await first.account.close();
    const again = await createAccount({ data, now: NOW });
    const { url, credentials } = await again.listen();
    expect(credentials.oauth2.privateKey).toBe(first.credentials.oauth2.privateKey);
    expect(credentials.tba).toEqual(first.credentials.tba);
    const response = await fetch(`${url}/services/rest/record/v1/currency`, { headers: { authorization: token } });
    expect(response.status).toBe(200);
    await again.close();
  });

  it('differ from account to account', async () => {
    const servers: ServedAccount[] = [await served(), await served()];
    const ids = servers.map(({ credentials }) => credentials.oauth2.clientId);
    expect(ids[0]).not.toBe(ids[1]);
    await Promise.all(servers.map(({ account }) => account.close()));
  });
});
