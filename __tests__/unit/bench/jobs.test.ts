import { jobsOf } from '../../../bench/hours/jobs';
import { STAGE_START, secondsOf } from '../../../bench/hours/latencies';
import type { Call, RecordedExecution, Recording } from '../../../bench/measure';

const POST = 'customscript_post';

function execution(
  number: number,
  entryPoint: string,
  calls: Call[],
  more: Partial<RecordedExecution> = {},
): RecordedExecution {
  return {
    execution: number,
    parent: null,
    script: POST,
    deployment: 'customdeploy_1',
    scriptType: 'MAPREDUCE',
    entryPoint,
    calls,
    failed: false,
    seconds: 0,
    ...more,
  };
}

function recordingOf(executions: readonly RecordedExecution[]): Recording {
  return {
    executions,
    calls: executions.flatMap((each) => each.calls.map((call) => ({ ...each, event: 'call' as const, ...call }))),
  };
}

const query: Call = { op: 'query.runSuiteQL', units: 10, args: { query: 'SELECT 1', params: [] } };
const submit: Call = { op: 'task.submit', units: 20, args: { scriptId: POST } };
const lane: Call = { op: 'record.load', units: 2, args: { type: 'customrecord_obc_lane', id: '7' } };
const save: Call = { op: 'record.save', units: 20, args: { record: { type: 'invoice' } } };
const restlet = { scriptType: 'RESTLET', script: 'customscript_inbound', deployment: 'customdeploy_inbound' } as const;

const recording = recordingOf([
  execution(1, 'post', [query, submit], restlet),
  execution(2, 'getInputData', [query]),
  execution(3, 'reduce', [lane, save]),
  execution(4, 'reduce', []),
  execution(5, 'summarize', [query]),
  execution(6, 'post', [submit], restlet),
  execution(7, 'getInputData', []),
]);

test('a run comes after the call that submitted it, its stages after each other, calls one after the other', () => {
  const after = Object.fromEntries(jobsOf(recording).map(({ id, after: before }) => [id, before]));
  expect(after).toEqual({
    '1 customscript_inbound post': [],
    '6 customscript_inbound post': ['1 customscript_inbound post'],
    '2 customscript_post getInputData': ['1 customscript_inbound post'],
    '3 customscript_post reduce': ['2 customscript_post getInputData'],
    '4 customscript_post reduce': ['2 customscript_post getInputData'],
    '5 customscript_post summarize': ['3 customscript_post reduce', '4 customscript_post reduce'],
    '7 customscript_post getInputData': ['6 customscript_inbound post'],
  });
});

test('calls need no processor; the second run is of the other deployment; a lane is taken by who loads it', () => {
  const jobs = jobsOf(recording);
  expect(jobs.filter(({ needsProcessor }) => !needsProcessor)).toHaveLength(2);
  expect(jobs.map(({ group }) => group)).toEqual([
    ...['customdeploy_inbound', 'customdeploy_inbound'],
    ...Array.from({ length: 4 }, () => 'customscript_post 0'),
    'customscript_post 1',
  ]);
  expect(jobs.flatMap(({ exclusive }) => exclusive)).toEqual(['lane 7']);
});

test('a stage takes as long as its calls, and as it starts; a user event counts to the save that set it off', () => {
  const withEvent = recordingOf([
    execution(1, 'getInputData', []),
    execution(2, 'reduce', [save]),
    execution(3, 'afterSubmit', [query], { parent: 2, scriptType: 'USEREVENT', script: 'customscript_event' }),
  ]);
  const [, reduce, ...more] = jobsOf(withEvent);
  expect(more).toEqual([]);
  expect(reduce?.seconds).toBeCloseTo(STAGE_START + secondsOf(save) + secondsOf(query), 10);
});

test('calls that stay within the script’s server take no time', () => {
  expect(secondsOf({ op: 'crypto.digest', args: {} })).toBe(0);
  expect(secondsOf(save)).toBeGreaterThan(secondsOf(lane));
});
