import type { FaultRule } from 'netsuite-simulator';
import { type Chance, chanceOf } from './chance';
import { withDeletes } from './deletes';
import { fewDocuments, manyDocuments, type SourceDocument } from './documents';
import type { Call, Delivery, Step } from './steps';

/** What happens in a seeded run. */
export interface Scenario {
  readonly seed: number;
  readonly documents: readonly SourceDocument[];
  readonly steps: readonly Step[];
  readonly faults: readonly FaultRule[];
}

const CHANGED = { name: 'RCRD_HAS_BEEN_CHANGED', message: 'Record has been changed' };

/** Pure: the scenario of a seed is always the same. Four in five are small, and cost little. */
export function scenarioOf(seed: number): Scenario {
  const chance = chanceOf(seed);
  const isSmall = chance.percent(80);
  const documents = isSmall ? fewDocuments(chance) : manyDocuments(chance);
  return { seed, documents, steps: stepsOf(chance, documents, isSmall), faults: faultsOf(chance, isSmall) };
}

function stepsOf(chance: Chance, documents: readonly SourceDocument[], isSmall: boolean): readonly Step[] {
  const deliveries = documents.flatMap((document) => document.versions.map((_, version) => ({ document, version })));
  // Out of order, and some twice or three times.
  const again = deliveries.filter(() => chance.percent(25));
  const calls = callsOf(chance, chance.shuffled([...deliveries, ...again]));
  const [fewest, most] = isSmall ? [Math.ceil(calls.length / 2), calls.length] : [1, 4];
  const steps: Step[] = [];
  for (let next = 0; next < calls.length; ) {
    const together = calls.slice(next, next + chance.between(fewest, most));
    next += together.length;
    const doubled = chance.percent(20) ? together.slice(0, 1) : [];
    steps.push({ do: 'calls', calls: [...together, ...doubled], deletes: [], runs: chance.between(0, 2) });
    if (chance.percent(isSmall ? 15 : 30)) steps.push({ do: 'time', minutes: chance.between(1, 20) });
    if (chance.percent(isSmall ? 15 : 25)) steps.push(settingsStep(chance));
  }
  return withDeletes(chance, steps, documents);
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

function faultsOf(chance: Chance, isSmall: boolean): readonly FaultRule[] {
  if (chance.percent(15)) return [];
  // A small scenario has fewer calls for a fault to meet.
  const probability = (isSmall ? chance.between(5, 50) : chance.between(2, 25)) / 1_000;
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
