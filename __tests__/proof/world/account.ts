import { type AccountSnapshot, createAccount, type SimulatedAccount } from 'netsuite-simulator';
import { NetSuiteClient } from '../../../tools/client/netSuiteClient';
import { integrationRole } from '../../../tools/start/localAccount';
import { setUp } from '../../../tools/start/setUp';
import { packagedSuiteApp } from '../../integration/support/packagedSuiteApp';
import { NueStandIn } from '../../support/standIns/nue';
import { ZuoraStandIn } from '../../support/standIns/zuora';

/** Whose calls are made, by internal ids. */
export interface Actor {
  readonly id: string;
  readonly role: string;
}

/** An account in which the SuiteApp stands ready, and the state to which every run of the proof goes back. */
export interface ProvingGround {
  readonly account: SimulatedAccount;
  /** The billing platform's user. */
  readonly platform: Actor;
  /** Someone in the connector's role for accountants. */
  readonly accountant: Actor;
  /** Calls as the administrator over HTTP, for what people do in NetSuite. */
  readonly administrator: NetSuiteClient;
  /** Stands in for the API of the connection `zuora`; its state goes back with the account's. */
  readonly zuora: ZuoraStandIn;
  /** The same for the connection `nue`; flows that use it take its state back themselves. */
  readonly nue: NueStandIn;
  readonly ready: AccountSnapshot;
  close(): Promise<void>;
}

export interface GroundOptions {
  /** Zip or folder of the SuiteApp; what was packaged last if left out. */
  readonly suiteApp?: string;
  /** Folders of other apps' projects, installed beside it. */
  readonly others?: readonly string[];
}

/** Opens an account with the demo company, installs the SuiteApp, makes its settings, and marks that state. */
export async function openGround({
  suiteApp = packagedSuiteApp(),
  others = [],
}: GroundOptions = {}): Promise<ProvingGround> {
  const zuora = new ZuoraStandIn();
  const nue = new NueStandIn();
  const account = await createAccount({
    company: 'demo',
    seed: 1,
    now: '2026-11-02T17:00:00Z',
    outside: (request) => zuora.outside(request) ?? nue.outside(request),
  });
  await account.install(suiteApp);
  const { url, credentials } = await account.listen({ role: integrationRole });
  const administrator = new NetSuiteClient(url, credentials.administrator.oauth2, () => account.clock.now());
  await setUp(administrator);
  for (const project of others) await account.install(project);
  await account.idle();
  return {
    account,
    platform: await actorIn(account, integrationRole),
    accountant: await actorIn(account, 'customrole_obc_accountant'),
    administrator,
    zuora,
    nue,
    ready: account.snapshot(),
    close: () => account.close(),
  };
}

async function actorIn(account: SimulatedAccount, role: string): Promise<Actor> {
  const [row] = await account.suiteql(
    `SELECT er.entity AS person, r.id AS role FROM employeerolesforsearch er INNER JOIN role r ON r.id = er.role
     WHERE LOWER(r.scriptid) = ? ORDER BY er.entity`,
    [role],
  );
  if (row === undefined) throw new Error(`Nobody has the role ${role}.`);
  return { id: String(row.person), role: String(row.role) };
}
