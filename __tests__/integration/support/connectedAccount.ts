import { type AccountOptions, createAccount, type SimulatedAccount } from 'netsuite-simulator';
import type { ClientCredentials } from '../../../tools/client/accessToken';
import { NetSuiteClient } from '../../../tools/client/netSuiteClient';
import { waitUntilSettled } from '../../../tools/start/inbound';
import { integrationRole } from '../../../tools/start/localAccount';
import { setUp } from '../../../tools/start/setUp';
import { packagedSuiteApp } from './packagedSuiteApp';

/** A local account with the demo company and the packaged SuiteApp, served over HTTP, with its settings made. */
export interface ConnectedAccount {
  readonly account: SimulatedAccount;
  readonly url: string;
  readonly credentials: ClientCredentials;
  /** Calls as a billing platform does. */
  readonly client: NetSuiteClient;
  readonly administrator: NetSuiteClient;
  close(): Promise<void>;
}

export async function connectedAccount(seed = 1, options: AccountOptions = {}): Promise<ConnectedAccount> {
  const account = await createAccount({ company: 'demo', seed, now: '2026-11-02T17:00:00Z', ...options });
  await account.install(packagedSuiteApp());
  const { url, credentials } = await account.listen({ role: integrationRole });
  const now = (): number => account.clock.now();
  const client = new NetSuiteClient(url, credentials.oauth2, now);
  const administrator = new NetSuiteClient(url, credentials.administrator.oauth2, now);
  await setUp(administrator);
  return { account, url, credentials: credentials.oauth2, client, administrator, close: () => account.close() };
}

/** All transfers of the connections, after the account has done all that it does by itself. */
export async function settled({ account, client }: ConnectedAccount, connections: readonly string[]) {
  await account.idle();
  return waitUntilSettled(client, connections, 0);
}
