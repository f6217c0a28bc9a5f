import type { CallSite } from 'netsuite-simulator';
import { readOptions } from '../../tools/torture/options';
import { allCoordinates, faultKinds, ruleAt } from './exhaustive/kinds';
import { type FlowReport, joined } from './exhaustive/report';

const site = (execution: number, scriptType: CallSite['scriptType'], callInExecution: number): CallSite => ({
  op: 'record.save',
  script: 'customscript_a',
  scriptType,
  entryPoint: 'post',
  execution,
  callInExecution,
});

test('every call meets every fault; what goes wrong at the end of a script, and with its answer, is met once', () => {
  const coordinates = allCoordinates([site(1, 'RESTLET', 1), site(1, 'RESTLET', 2), site(2, 'MAPREDUCE', 1)]);
  const callsOf = (fault: string): number[] =>
    coordinates.filter((each) => each.fault === fault).map(({ call }) => call);
  for (const { name, atEvery } of faultKinds) {
    expect([name, callsOf(name)]).toEqual([
      name,
      atEvery === 'call' ? [1, 2, 3] : atEvery === 'execution' ? [2, 3] : [2],
    ]);
  }
  expect(coordinates).toHaveLength(7 * 3 + 2 + 1);
});

test('a fault at a call is a rule of the plan', () => {
  expect(ruleAt({ call: 5, fault: 'usage limit' })).toEqual({ kind: 'usageLimit', call: 5 });
  expect(ruleAt({ call: 5, fault: 'record changed' })).toMatchObject({
    kind: 'errorBefore',
    error: { name: 'RCRD_HAS_BEEN_CHANGED' },
  });
  expect(() => ruleAt({ call: 5, fault: 'bad weather' })).toThrow('There is no fault "bad weather".');
});

test('the shares of a flow are put together', () => {
  const share: FlowReport = {
    flow: 'f',
    calls: 9,
    faults: 9,
    runs: 5,
    recovered: 4,
    lost: 1,
    doubled: 0,
    unexpected: 0,
    failures: ['x'],
  };
  expect(joined([share, share])).toEqual({ ...share, runs: 10, recovered: 8, lost: 2, failures: ['x', 'x'] });
});

test.each([
  [['--seeds', '50', '--from', '7', '--jobs', '1'], { do: 'seeds', seeds: 50, from: 7, jobs: 1 }],
  [['--seed', '17'], { do: 'seed', seed: 17 }],
  [['--flow', 'a', '--call', '3', '--fault', 'crash after'], { do: 'flow', flow: 'a', call: 3, fault: 'crash after' }],
  [['--flow', 'a'], { do: 'flows', flows: ['a'], jobs: 2 }],
  [['--exhaustive'], { do: 'flows', flows: [], jobs: 2 }],
  [['--teeth', 'row key'], { do: 'teeth', names: ['row key'] }],
  [['--teeth'], { do: 'teeth', names: [] }],
  [['--record'], { do: 'record', seeds: 10_000, jobs: 2 }],
])('npm run torture -- %s', (options, task) => {
  expect(readOptions(options)).toEqual(task);
});

test.each([[['--seeds', 'many']], [[]], [['--sedes', '5']]])('what it does not know it explains: %s', (options) => {
  expect(() => readOptions(options)).toThrow('npm run torture -- --seeds N');
});
