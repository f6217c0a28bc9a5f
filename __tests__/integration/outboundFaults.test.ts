import { jest } from '@jest/globals';
import type { FaultKind } from 'netsuite-simulator';
import {
  arrive,
  customerTransfers,
  edit,
  type OutboundAccount,
  outboundAccount,
  restorePoint,
  runPublish,
  runSweep,
  switchEvents,
} from './support/outboundAccount';

jest.setTimeout(240_000);

const PHONE = '+1 617 555 0199';
const KINDS: readonly FaultKind[] = ['errorAfter', 'crashBefore'];

let outbound: OutboundAccount;
let customer: string;
let restore: () => Promise<void>;

beforeAll(async () => {
  outbound = await outboundAccount();
  customer = await arrive(outbound, 'a1');
  restore = restorePoint(outbound);
}, 240_000);

afterAll(() => outbound?.close());

/** Edits, and lets all happen that follows by itself; what fails there is what is tested. */
async function editWith(eventIsOn: boolean): Promise<void> {
  switchEvents(outbound, eventIsOn);
  // A server that restarts within the event ends the caller's request too, after its save.
  await edit(outbound, customer, { phone: PHONE }).catch(() => undefined);
  await outbound.account.idle();
  if (!eventIsOn) await runSweep(outbound).catch(() => undefined);
}

/** What the schedules do later, after leases are over. */
async function recover(): Promise<void> {
  for (let time = 0; time < 2; time += 1) {
    outbound.account.clock.set(outbound.account.clock.now() + 25 * 60_000);
    await runSweep(outbound);
    await runPublish(outbound);
  }
}

async function callsOf(script: string, eventIsOn: boolean): Promise<number> {
  await restore();
  const count = (): number =>
    outbound.account
      .usage()
      .filter((each) => each.script === script)
      .reduce((sum, { calls }) => sum + Object.values(calls).reduce((all, each) => all + each.calls, 0), 0);
  const before = count();
  await editWith(eventIsOn);
  return count() - before;
}

test.each([
  ['customscript_obc_customer_changed', true],
  ['customscript_obc_publish', true],
  ['customscript_obc_sweep', false],
] as const)(
  'whatever call of %s fails, and however, the edit arrives and is stored once',
  async (script, eventIsOn) => {
    const calls = await callsOf(script, eventIsOn);
    expect(calls).toBeGreaterThan(5);
    const wrong: unknown[] = [];
    for (let nth = 1; nth <= calls; nth += 1) {
      for (const kind of KINDS) {
        await restore();
        outbound.account.faults.plan({ rules: [{ kind, script, nth }] });
        await editWith(eventIsOn);
        outbound.account.faults.plan({ rules: [] });
        await recover();
        const [saved] = await outbound.account.suiteql('SELECT phone FROM customer WHERE id = ?', [customer]);
        const rows = (await customerTransfers(outbound)).map(({ status, error }) => `${status} ${error}`.trim());
        const bodies = new Set(outbound.zuora.requests.map(({ body }) => JSON.stringify(body)));
        const state = [saved?.phone, outbound.zuora.contact('a1-bill').workPhone, ...rows, bodies.size];
        const expected = [PHONE, PHONE, 'Transferred', 1];
        if (JSON.stringify(state) !== JSON.stringify(expected)) wrong.push({ nth, kind, state });
      }
    }
    expect(wrong).toEqual([]);
  },
);
