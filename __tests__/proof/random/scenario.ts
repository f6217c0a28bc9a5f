import type { FaultRule } from 'netsuite-simulator';
import { nueInvoice } from '../../integration/support/invoices';
import { nueCustomer, nueProduct, zuoraInvoice } from '../payloads';
import { type Chance, chanceOf } from './chance';

/** A document of a billing platform, in its versions. */
export interface SourceDocument {
  readonly connection: 'nue' | 'zuora';
  readonly kind: 'customer' | 'item' | 'invoice';
  readonly id: string;
  /** Payloads; the newest is the last one. */
  readonly versions: readonly unknown[];
  /** Of an invoice: its total in each version. */
  readonly totals: readonly number[];
}

/** A version of a document on its way. */
export interface Delivery {
  readonly document: SourceDocument;
  /** Index into the versions. */
  readonly version: number;
}

/** One call of a platform. */
export interface Call {
  readonly connection: 'nue' | 'zuora';
  readonly deliveries: readonly Delivery[];
}

export type Step =
  /** At the same time: calls, and runs of the two deployments of the queue. */
  | { readonly do: 'calls'; readonly calls: readonly Call[]; readonly runs: number }
  | { readonly do: 'time'; readonly minutes: number }
  | { readonly do: 'settings'; readonly name: string; readonly connection: 'nue' | 'zuora'; readonly change: object };

/** What happens in a seeded run. */
export interface Scenario {
  readonly seed: number;
  readonly documents: readonly SourceDocument[];
  readonly steps: readonly Step[];
  readonly faults: readonly FaultRule[];
}

const CHANGED = { name: 'RCRD_HAS_BEEN_CHANGED', message: 'Record has been changed' };

/** Pure: the scenario of a seed is always the same. */
export function scenarioOf(seed: number): Scenario {
  const chance = chanceOf(seed);
  const documents = documentsOf(chance);
  return { seed, documents, steps: stepsOf(chance, documents), faults: faultsOf(chance) };
}

function documentsOf(chance: Chance): readonly SourceDocument[] {
  const customers = Array.from({ length: chance.between(1, 3) }, (_, index) => `customer-${index + 1}`);
  const products = Array.from({ length: chance.between(1, 2) }, (_, index) => `product-${index + 1}`);
  const invoices = Array.from({ length: chance.between(1, 3) }, (_, index) =>
    nueInvoiceDocument(chance, `${index + 1}`, chance.one(customers), chance.one(products)),
  );
  const zuora = Array.from({ length: chance.between(0, 2) }, (_, index): SourceDocument => {
    const amount = chance.between(1, 500) * 5;
    const data = zuoraInvoice(`${index + 1}`, amount, `account-${chance.between(1, 2)}`);
    return { connection: 'zuora', kind: 'invoice', id: String(data.id), versions: [data], totals: [amount] };
  });
  return [
    ...customers.flatMap((id): readonly SourceDocument[] =>
      chance.percent(60) ? [versioned('customer', id, chance, nueCustomer)] : [],
    ),
    ...products.flatMap((id): readonly SourceDocument[] =>
      chance.percent(30) ? [versioned('item', id, chance, nueProduct)] : [],
    ),
    ...invoices,
    ...zuora,
  ];
}

function versioned(
  kind: 'customer' | 'item',
  id: string,
  chance: Chance,
  payload: (id: string, version: number) => unknown,
): SourceDocument {
  const versions = Array.from({ length: chance.between(1, 3) }, (_, index) => payload(id, index + 1));
  return { connection: 'nue', kind, id, versions, totals: [] };
}

function nueInvoiceDocument(chance: Chance, id: string, customer: string, product: string): SourceDocument {
  const totals = Array.from({ length: chance.percent(30) ? 2 : 1 }, () => chance.between(1, 900));
  const hasTax = chance.percent(30);
  const versions = totals.map((total, index) => ({
    ...nueInvoice(id, [{ amount: `${total}.00`, product, ...(hasTax ? { tax: '1.00' } : {}) }], customer),
    lastModifiedDate: `2026-10-${15 + index}T06:00:00.000Z`,
  }));
  return {
    connection: 'nue',
    kind: 'invoice',
    id: `invoice-${id}`,
    versions,
    totals: totals.map((total) => total + (hasTax ? 1 : 0)),
  };
}

function stepsOf(chance: Chance, documents: readonly SourceDocument[]): readonly Step[] {
  const deliveries = documents.flatMap((document) => document.versions.map((_, version) => ({ document, version })));
  // Out of order, and some twice or three times.
  const again = deliveries.filter(() => chance.percent(25));
  const calls = callsOf(chance, chance.shuffled([...deliveries, ...again]));
  const steps: Step[] = [];
  for (let next = 0; next < calls.length; ) {
    const together = calls.slice(next, next + chance.between(1, 4));
    next += together.length;
    const doubled = chance.percent(20) ? together.slice(0, 1) : [];
    steps.push({ do: 'calls', calls: [...together, ...doubled], runs: chance.between(0, 2) });
    if (chance.percent(30)) steps.push({ do: 'time', minutes: chance.between(1, 20) });
    if (chance.percent(25)) steps.push(settingsStep(chance));
  }
  return steps;
}

function callsOf(chance: Chance, deliveries: readonly Delivery[]): readonly Call[] {
  const calls: Call[] = [];
  for (const connection of ['nue', 'zuora'] as const) {
    const own = deliveries.filter(({ document }) => document.connection === connection);
    for (let next = 0; next < own.length; ) {
      const taken = own.slice(next, next + chance.between(1, 3));
      next += taken.length;
      // Now and then so many that the call is kept as an intake.
      const many = chance.percent(10) ? Array.from({ length: 26 }, (_, index) => taken[index % taken.length]) : taken;
      calls.push({ connection, deliveries: many.filter((each) => each !== undefined) });
    }
  }
  return chance.shuffled(calls);
}

function settingsStep(chance: Chance): Step {
  const connection = chance.one(['nue', 'zuora'] as const);
  const changes: readonly (readonly [string, object])[] = [
    ['paused', { settings: { paused: true } }],
    ['not paused', { settings: { paused: false } }],
    ['scheduled mode', { settings: { scheduledMode: true } }],
    ['no scheduled mode', { settings: { scheduledMode: false } }],
    ['no tax item', { mappings: [{ kind: 'Tax Item', source: 'US-CA-SF', value: null }] }],
  ];
  const [name, change] = chance.one(changes);
  return { do: 'settings', name, connection: name === 'no tax item' ? 'nue' : connection, change };
}

function faultsOf(chance: Chance): readonly FaultRule[] {
  if (chance.percent(15)) return [];
  const probability = chance.between(2, 25) / 1_000;
  const kinds: readonly Pick<FaultRule, 'kind' | 'error'>[] = [
    { kind: 'errorBefore' },
    { kind: 'errorAfter' },
    { kind: 'crashBefore' },
    { kind: 'crashAfter' },
    { kind: 'lostReply' },
    { kind: 'usageLimit' },
    { kind: 'errorBefore', error: CHANGED },
    { kind: 'restart' },
    { kind: 'lostAnswer' },
  ];
  return chance
    .shuffled(kinds)
    .slice(0, chance.between(1, kinds.length))
    .map((kind) => ({ ...kind, probability, times: chance.between(1, 4) }));
}
