import { arrive, edit, outboundAccount } from '../../__tests__/integration/support/outboundAccount';
import { type Recording, record } from '../measure';

const CUSTOMERS = 50;

/** Edits of 50 customers by another app, from the edit to the platform's answer; only what the connector uses counts. */
export async function customerEdits(): Promise<{ readonly documents: number; readonly recording: Recording }> {
  const connected = await outboundAccount();
  try {
    const ids: string[] = [];
    for (let index = 0; index < CUSTOMERS; index += 1) ids.push(await arrive(connected, `a${index}`));
    await connected.account.passTime(120_000);
    const hold = connected.account.hold();
    const stop = record(connected.account);
    const edits = ids.map((id) => edit(connected, id, { phone: '+1 617 555 0199' }));
    hold();
    await Promise.all(edits);
    await connected.account.idle();
    const recorded = stop();
    const puts = connected.zuora.requests.filter(({ method }) => method === 'PUT').length;
    if (puts < CUSTOMERS) throw new Error(`${puts} edits were sent.`);
    const executions = recorded.executions.filter(({ script }) => script.startsWith('customscript_obc_'));
    const calls = recorded.calls.filter(({ script }) => script.startsWith('customscript_obc_'));
    return { documents: CUSTOMERS, recording: { executions, calls } };
  } finally {
    await connected.close();
  }
}
