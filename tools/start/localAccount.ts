import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { ClientCredentials } from '../client/accessToken';

/** Two ways to log in, in one role. */
export interface Credentials {
  readonly oauth2: ClientCredentials & { readonly role: string };
  readonly tba: Readonly<Record<string, string>>;
}

/** Role in which a billing platform calls. */
export const integrationRole = 'customrole_obc_integration';

/** The line that the simulator prints when it is ready. */
export interface ReadyLine {
  readonly url: string;
  readonly account: string;
  readonly credentials: Credentials & { readonly administrator: Credentials };
}

export interface LocalAccount extends ReadyLine {
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/**
 * Starts a local NetSuite account with the demo company and the packaged SuiteApp in it, as `npx netsuite-simulator`
 * does, and waits until it is ready.
 * @throws Error with what it printed when it ends before that
 */
export async function startAccount(zip: string): Promise<LocalAccount> {
  const child = spawn(
    process.execPath,
    ['simulator/bin/netsuite-simulator.js', '--project', zip, '--company', 'demo', '--role', integrationRole],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      // NetSuite's servers run in Pacific time.
      env: { ...process.env, TZ: 'America/Los_Angeles' },
    },
  );
  const stopIt = (): boolean => child.kill();
  process.once('exit', stopIt);
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ready = await firstLineOfJson(child, () => errors);
  return {
    ...ready,
    process: child,
    stop: async () => {
      process.off('exit', stopIt);
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function firstLineOfJson(child: ChildProcess, errors: () => string): Promise<ReadyLine> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The local account ended with code ${code}:\n${errors()}`)));
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{')) resolve(JSON.parse(line) as ReadyLine);
    });
  });
}
