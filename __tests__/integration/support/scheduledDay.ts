import type { AccountOptions, SimulatedAccount } from 'netsuite-simulator';
import { connectedAccount } from './connectedAccount';
import { callsOf, changeSettings, invoiceNumbers, postInvoices, storedTransfers } from './inProcess';
import { nueInvoice } from './invoices';
import { seededNumbers } from './seeded';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Documents come after pauses of 0 to so many milliseconds, at any distance from the schedules. */
const LONGEST_PAUSE = 45 * MINUTE;

/** What a day in scheduled mode came to. */
export interface ScheduledDay {
  readonly calls: number;
  /** Numbers of the invoices that were sent, and of those in the books. */
  readonly sent: readonly string[];
  readonly posted: readonly string[];
  /** Calls in which, or at once after which, something was posted. */
  readonly postedAtAcceptance: number;
  /** Runs that calls started, because none had started for ten minutes. */
  readonly runsByCalls: number;
  readonly notTransferred: number;
  /** Milliseconds from the receipt of each row to the start of its posting. */
  readonly waits: readonly number[];
}

/**
 * Lets 24 hours pass in an account whose connection works in scheduled mode, while calls with one or two invoices of a
 * few customers arrive at random.
 */
export async function scheduledDay(seed: number, options: AccountOptions = {}): Promise<ScheduledDay> {
  const connected = await connectedAccount(seed, options);
  const { account } = connected;
  try {
    await changeSettings(connected, { scheduledMode: true });
    stopOtherSchedules(account);
    // The schedules have been running since the installation.
    await account.passTime(30 * MINUTE);
    const random = seededNumbers(seed);
    const end = account.clock.now() + DAY;
    const sent: string[] = [];
    let calls = 0;
    let postedAtAcceptance = 0;
    for (;;) {
      const arrival = account.clock.now() + Math.floor(random() * LONGEST_PAUSE);
      if (arrival >= end) break;
      await account.passTime(new Date(arrival).toISOString());
      const invoices = Array.from({ length: 1 + Math.floor(random() * 2) }, () => {
        sent.push(`T-${sent.length}`);
        return nueInvoice(String(sent.length - 1), undefined, `customer-${Math.floor(random() * 5)}`);
      });
      const before = (await invoiceNumbers(account)).length;
      const { results } = await postInvoices(account, invoices);
      await account.idle();
      calls += 1;
      const isUntouched = results.every(
        ({ outcome, status, record }) => outcome === 'accepted' && status === 'Not Transferred' && record === undefined,
      );
      if (!isUntouched || (await invoiceNumbers(account)).length !== before) postedAtAcceptance += 1;
    }
    await account.passTime(20 * MINUTE);
    const transfers = await storedTransfers(account);
    return {
      calls,
      sent,
      posted: await invoiceNumbers(account),
      postedAtAcceptance,
      runsByCalls: callsOf(account, 'customscript_obc_inbound', 'task.submit'),
      notTransferred: transfers.filter(({ status }) => status !== 'Transferred').length,
      waits: transfers.map(({ received, started }) => started - received),
    };
  } finally {
    await connected.close();
  }
}

/** Schedules that have no part in posting would be half of what the day takes on the machine. */
function stopOtherSchedules({ account }: SimulatedAccount): void {
  account.store.run(
    "UPDATE scriptdeployment SET isdeployed = 'F' WHERE status = 'SCHEDULED' AND scriptid NOT LIKE 'customdeploy_obc_post_%'",
  );
}
