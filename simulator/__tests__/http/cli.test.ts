import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ready } from '../../src/http/ready';
import { createAccount } from '../../src/index';
import { folderOf, object, removeProjects } from '../sdf/projects';
import { testProject } from './served';

const COMMAND = fileURLToPath(new URL('../../bin/netsuite-simulator.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cli-'));
const running = new Set<ChildProcess>();

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  removeProjects();
});

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly error: string }>;
  readonly ready: Promise<Ready>;
}

function start(...options: string[]): Started {
  const child = spawn(process.execPath, [COMMAND, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let out = '';
  let error = '';
  child.stderr?.on('data', (text: Buffer) => {
    error += text.toString();
  });
  const ready = new Promise<Ready>((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => {
      out += text.toString();
      if (out.startsWith('{') && out.includes('\n')) resolve(JSON.parse(out) as Ready);
    });
    child.on('close', () => reject(new Error(error || out)));
  });
  ready.catch(() => undefined);
  const ended = new Promise<{ code: number | null; out: string; error: string }>((resolve) => {
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code, out, error });
    });
  });
  return { child, ended, ready };
}

const ROLE = object(`<role scriptid="customrole_x_integration"><name>X Integration</name><centertype>BASIC</centertype>
  <subsidiaryoption>ALL</subsidiaryoption>
  <permissions><permission><permkey>ADMI_LOGIN_OAUTH2</permkey><permlevel>FULL</permlevel></permission></permissions></role>`);

describe('the command line', () => {
  it('explains itself', async () => {
    const { code, out } = await start('--help').ended;
    expect(code).toBe(0);
    for (const option of ['--project', '--company', '--data', '--port', '--seed', '--role', '--now']) {
      expect(out).toContain(option);
    }
  });

  it('installs projects and prints one line with addresses and credentials; it ends cleanly when asked to', async () => {
    const data = join(folder, 'account.db');
    const { child, ready, ended } = start(
      '--project',
      testProject(ROLE),
      '--data',
      data,
      '--now',
      '2026-03-31T12:00:00Z',
    );
    const line = await ready;
    expect(line.account).toBe('1234567');
    expect(line.credentials.oauth2).toMatchObject({ algorithm: 'ES256', role: 'customrole_x_integration' });
    expect(line.credentials.oauth2Rsa).toMatchObject({ algorithm: 'PS256', role: 'customrole_x_integration' });
    expect(line.credentials.administrator.oauth2.role).toBe('administrator');
    const restlet = line.scripts.find(({ script }) => script === 'customscript_x_echo');
    expect(restlet).toMatchObject({ deployment: 'customdeploy_x_echo', type: 'RESTLET' });
    expect(restlet?.url?.startsWith(`${line.url}/app/site/hosting/restlet.nl?script=`)).toBe(true);
    const clock = await fetch(`${line.url}/simulator/clock`);
    expect(((await clock.json()) as { now: string }).now).toMatch(/^2026-03-31T12:/);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, error: '' });
    expect(existsSync(`${data}.lock`)).toBe(false);
    const again = await createAccount({ data });
    expect(await again.suiteql("SELECT name FROM script WHERE scriptid = 'customscript_x_echo'")).toHaveLength(1);
    await again.close();
  });

  it.each([
    [['--nonsense'], 'Unknown option'],
    [['--port', 'many'], '--port must be a whole number up to 65535, not "many".'],
    [['--now', 'noon'], '--now must be an ISO time, not "noon".'],
    [['--company', 'nonsense'], 'There is no company "nonsense"'],
    [['--project', '/nowhere'], '/nowhere'],
    [['--role', 'customrole_none'], 'Nobody in this account has the role customrole_none.'],
  ])('ends with 1 and a sentence for %j', async (options, sentence) => {
    const { code, out, error } = await start(...options).ended;
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(error).toContain(`netsuite-simulator: `);
    expect(error).toContain(sentence);
    expect(error).not.toMatch(/\n\s+at /);
  });

  it('says what is wrong with a project', async () => {
    const { code, error } = await start('--project', folderOf({ 'manifest.xml': '<manifest/>' })).ended;
    expect(code).toBe(1);
    expect(error).toContain('SDF_DEPLOYMENT_FAILED');
  });

  it('says so where the port is taken', async () => {
    const first = start('--company', 'empty');
    const { url } = await first.ready;
    const { code, error } = await start('--company', 'empty', '--port', new URL(url).port).ended;
    first.child.kill('SIGINT');
    expect(code).toBe(1);
    expect(error).toMatch(/EADDRINUSE/);
    expect(error).not.toMatch(/\n\s+at /);
    expect((await first.ended).code).toBe(0);
  });
});
