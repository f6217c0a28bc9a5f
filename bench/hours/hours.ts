import { connectedAccount } from '../../__tests__/integration/support/connectedAccount';
import { invoices, send } from '../documents';
import { type Recording, record } from '../measure';
import type { Table } from '../table';
import { jobsOf } from './jobs';
import { INVOICE_SAVE, LATENCIES, ROUND_TRIP } from './latencies';
import { schedule } from './schedule';

const HOUR = 3_600;
const CALL = 500;
const CUSTOMERS = 200;
const PROCESSORS = [2, 5, 15];
const MOST = 15;

/** The deployments' Concurrency Limit, as the SuiteApp installs it; NetSuite cuts it to the account's (section_157185630390). */
const INSTALLED_LIMIT = 5;

/** Invoices an hour by Nue's documentation of its batch mode: 20 in an hour, three minutes each, one at a time. */
const NUE = 20;
/** Invoices an hour by Zuora's documentation of its connector's performance: 25 a minute with 10 threads. */
const ZUORA = 25 * 60;
const ZUORA_THREADS = 10;

/** Documents an hour with stated latencies, beside other ways to save the same invoices. */
export async function documentsAnHour(isLarge: boolean): Promise<Table[]> {
  const documents = isLarge ? 5_000 : 2_000;
  const recording = await recorded(documents);
  const jobs = jobsOf(recording);
  const anHour = (processors: number, limit: number): number =>
    (documents * HOUR) / schedule(jobs, { processors, limitOf: () => limit }).seconds;
  const bound = (processors: number): number => (processors * HOUR) / INVOICE_SAVE;
  const row = (way: string, processors: number | null, rate: number, of: number | null) => [
    way,
    processors,
    Math.round(rate),
    of === null ? null : rate / of,
    rate / NUE,
    rate / ZUORA,
  ];
  const fromOutside = HOUR / (INVOICE_SAVE + ROUND_TRIP);
  return [
    {
      title: 'Documents an hour',
      columns: ['way', 'processors', 'an hour', 'of the bound', 'to Nue’s 20', 'to Zuora’s 1,500'],
      rows: [
        ...PROCESSORS.map((processors) =>
          row(
            `connector, Concurrency Limit ${INSTALLED_LIMIT}`,
            processors,
            anHour(processors, INSTALLED_LIMIT),
            bound(processors),
          ),
        ),
        ...[2, 15].map((limit) => row(`connector, Concurrency Limit ${limit}`, MOST, anHour(MOST, limit), bound(MOST))),
        ...PROCESSORS.map((processors) =>
          row('bound: saves of invoices alone', processors, bound(processors), bound(processors)),
        ),
        row('the same saves one at a time from outside', null, fromOutside, null),
        row('Nue, one at a time, 3 minutes each (documented)', null, NUE, null),
        row(`the same saves by ${ZUORA_THREADS} threads from outside`, null, ZUORA_THREADS * fromOutside, null),
        row(`Zuora, ${ZUORA_THREADS} threads, 25 a minute (documented)`, null, ZUORA, null),
      ],
      notes: [
        `${documents.toLocaleString('en-US')} invoices of ${CUSTOMERS} customers in calls of ${CALL}, from the first call to the last invoice.`,
      ],
      over: [],
    },
    {
      title: 'The latencies, all of them assumptions',
      columns: ['call', 'seconds'],
      rows: LATENCIES.map(({ kind, seconds }) => [kind, seconds]),
      notes: [],
      over: [],
    },
  ];
}

/** What scripts do to post so many invoices whose customers and items are known, sent in calls of 500. */
async function recorded(documents: number): Promise<Recording> {
  const connected = await connectedAccount(1, { processors: MOST });
  try {
    await send(connected, invoices('known', CUSTOMERS, CUSTOMERS));
    const all = invoices('measured', documents, CUSTOMERS);
    const stop = record(connected.account);
    for (let first = 0; first < documents; first += CALL) {
      // Worked off before the next one is sent, because the account's clock goes on with every call of any script.
      await send(connected, all.slice(first, first + CALL));
    }
    return stop();
  } finally {
    await connected.close();
  }
}
