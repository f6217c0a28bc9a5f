import { connectedAccount } from '../../__tests__/integration/support/connectedAccount';
import { type Recording, record, unitsOf } from '../measure';
import type { Table } from '../table';
import { breakdown } from './breakdown';
import { customerEdits } from './outbound';
import { type Scenario, scenarios } from './scenarios';

/** A request to a platform, `https.request`, `https.put` ... (section_157072844224). */
const REQUEST = 10;

/** Units of each kind of document from its receipt to Transferred, beside the floor of its record writes. */
export async function unitsByKind(): Promise<Table[]> {
  const connected = await connectedAccount();
  await connected.account.idle();
  const start = connected.account.snapshot();
  const measured: { readonly scenario: Omit<Scenario, 'prepare' | 'act'>; readonly recording: Recording }[] = [];
  try {
    for (const scenario of scenarios) {
      connected.account.restore(start);
      await scenario.prepare(connected);
      const stop = record(connected.account);
      await scenario.act(connected);
      measured.push({ scenario, recording: stop() });
    }
  } finally {
    await connected.close();
  }
  const { documents, recording } = await customerEdits();
  const sent = {
    name: 'customer edit, sent to Zuora',
    documents,
    floor: REQUEST,
    writes: 'one request 10',
    atMost: null,
  };
  measured.push({ scenario: sent, recording });
  const one = measured.find(({ scenario }) => scenario.name === 'invoice, 50 in one call');
  return [
    {
      title: 'Governance units of a document from receipt to Transferred',
      columns: ['kind', 'documents', 'units each', 'floor', 'ratio', 'the floor', 'calls each', 'bar'],
      rows: measured.map(({ scenario, recording: { calls } }) => {
        const { name, floor, writes, atMost } = scenario;
        const units = unitsOf(calls) / scenario.documents;
        const ratio = floor === 0 ? null : units / floor;
        return [name, scenario.documents, units, floor, ratio, writes, calls.length / scenario.documents, atMost];
      }),
      notes: ['Customers and items are known before, unless they are what is measured.'],
      over: measured.flatMap(({ scenario: { name, documents: count, atMost }, recording: { calls } }) => {
        const units = unitsOf(calls) / count;
        return atMost !== null && units > atMost ? [`${name}: ${units} units, at most ${atMost}`] : [];
      }),
    },
    ...(one === undefined ? [] : [breakdown(one.recording, one.scenario.documents)]),
  ];
}
