import { connectedAccount } from '../../__tests__/integration/support/connectedAccount';
import { sendDocuments } from '../../tools/start/inbound';
import { invoices, send, settle } from '../documents';
import { ROUND_TRIP, secondsOf } from '../hours/latencies';
import { record, unitsOf } from '../measure';
import type { Table } from '../table';
import { recordTypeOf } from '../units/breakdown';

const SIZES = [1, 25, 50, 100, 250, 500];
const CUSTOMERS = 50;
/** NetSuite ends a RESTlet at so many units; callers give up after so many seconds, NetSuite after 300. */
const MOST_UNITS = 5_000;
const MOST_SECONDS = 60;

/** One call of the RESTlet with more and more invoices: units, time, and what it stores. */
export async function oneCall(): Promise<Table[]> {
  const connected = await connectedAccount();
  const measured: {
    readonly documents: number;
    readonly units: number;
    readonly seconds: number;
    readonly row: (number | string)[];
  }[] = [];
  try {
    await send(connected, invoices('known', CUSTOMERS, CUSTOMERS));
    const start = connected.account.snapshot();
    for (const documents of SIZES) {
      connected.account.restore(start);
      const stop = record(connected.account);
      const results = await sendDocuments(connected.client, 'nue', invoices('measured', documents, CUSTOMERS));
      await settle(connected);
      const call = stop().executions.find(
        ({ script, entryPoint }) => script === 'customscript_obc_inbound' && entryPoint === 'post',
      );
      if (call === undefined) throw new Error('The call was not recorded.');
      const saved = (type: string): number =>
        call.calls.filter(({ op, args }) => op === 'record.save' && recordTypeOf(args) === type).length;
      const units = unitsOf(call.calls);
      const latency = ROUND_TRIP + call.calls.reduce((sum, each) => sum + secondsOf(each), 0);
      const posted = results.filter(({ status }) => status === 'Transferred').length;
      const rows = [saved('customrecord_obc_transfer'), saved('customrecord_obc_intake')];
      const seconds = Math.max(call.seconds, latency);
      measured.push({
        documents,
        units,
        seconds,
        row: [String(documents), units, units / documents, call.seconds, latency, posted, ...rows],
      });
    }
  } finally {
    await connected.close();
  }
  return [
    {
      title: 'One call of the RESTlet',
      columns: [
        'invoices',
        'units',
        'units each',
        's, account’s clock',
        's, stated latencies',
        'posted in it',
        'transfers stored',
        'intakes stored',
      ],
      rows: measured.map(({ row }) => row),
      notes: [
        `Invoices of ${CUSTOMERS} customers, known with their items. At most ${MOST_UNITS} units and ${MOST_SECONDS} seconds.`,
      ],
      over: measured.flatMap(({ documents, units, seconds }) => [
        ...(units > MOST_UNITS ? [`a call with ${documents}: ${units} units, at most ${MOST_UNITS}`] : []),
        ...(seconds > MOST_SECONDS ? [`a call with ${documents}: ${seconds} s, at most ${MOST_SECONDS}`] : []),
      ]),
    },
  ];
}
