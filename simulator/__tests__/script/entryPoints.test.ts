import { DESCRIBE } from '../../src/kernel/entryPoints';
import type { ScriptType } from '../../src/kernel/execution';
import type { Wire } from '../../src/kernel/wire';
import { type Bench, bench, failed } from '../execution/bench';

let account: Bench;
afterEach(() => account.close());

async function output(type: ScriptType, entryPoint: string, script: string, input: Wire): Promise<unknown> {
  account = bench({ '/SuiteScripts/a.js': `define(['N/log'], (log) => (${script}));` });
  const outcome = await account.run('/SuiteScripts/a.js', { type, entryPoint, input });
  if (outcome.status === 'failed') throw new Error(`${outcome.error.name}: ${outcome.error.message}`);
  return outcome.output;
}

const summary = {
  dateCreated: new Date(0),
  seconds: 3,
  usage: 20,
  concurrency: 1,
  yields: 0,
  keys: [
    { key: 'a', executionCount: 2, completionState: 'COMPLETE' },
    { key: 'b', executionCount: 1, completionState: 'FAILED' },
  ],
  errors: [{ key: 'b', error: '{"name":"X"}', executionNo: 1 }],
};

describe('RESTlet', () => {
  test.each([
    ["'text'", { kind: 'text', text: 'text' }],
    [
      "{ a: [1, 'b'], skipped: undefined, date: new Date(0) }",
      { kind: 'json', text: '{"a":[1,"b"],"date":"1970-01-01T00:00:00.000Z"}' },
    ],
    ['undefined', { kind: 'nothing' }],
    ['null', { kind: 'nothing' }],
    ['5', { kind: 'json', text: '5' }],
  ])('returns %s', async (value, expected) => {
    expect(await output('RESTLET', 'post', `{ post: () => (${value}) }`, {})).toEqual(expected);
  });

  test('answers with a response of its own', async () => {
    account = bench({
      '/SuiteScripts/a.js': `define(['N/scriptTypes/restlet'], (restlet) => ({
        get: () => restlet.createResponse({ content: '{}', contentType: 'application/json' }) }));`,
    });
    expect(await account.run('/SuiteScripts/a.js')).toMatchObject({
      output: { kind: 'response', text: '{}', contentType: 'application/json' },
    });
  });

  test('is given the body as it came', async () => {
    expect(await output('RESTLET', 'post', '{ post: (body) => typeof body + body }', 'plain')).toEqual({
      kind: 'text',
      text: 'stringplain',
    });
  });
});

describe('map/reduce', () => {
  test.each([
    [
      "['x', { y: 1 }, 2]",
      {
        kind: 'pairs',
        pairs: [
          { key: '0', value: 'x' },
          { key: '1', value: '{"y":1}' },
          { key: '2', value: '2' },
        ],
      },
    ],
    [
      "{ k: 'v', l: [1] }",
      {
        kind: 'pairs',
        pairs: [
          { key: 'k', value: 'v' },
          { key: 'l', value: '[1]' },
        ],
      },
    ],
    [
      "{ type: 'file', path: '/SuiteScripts/x.csv' }",
      { kind: 'source', type: 'file', definition: { id: null, path: '/SuiteScripts/x.csv' } },
    ],
    [
      "{ type: 'suiteql', query: 'SELECT 1', params: [2] }",
      { kind: 'source', type: 'suiteql', definition: { query: 'SELECT 1', params: [2] } },
    ],
    ['null', { kind: 'pairs', pairs: [] }],
    ["Promise.resolve(['late'])", { kind: 'pairs', pairs: [{ key: '0', value: 'late' }] }],
  ])('getInputData may return %s', async (value, expected) => {
    const script = `{ getInputData: () => (${value}) }`;
    expect(await output('MAPREDUCE', 'getInputData', script, { isRestarted: false })).toEqual(expected);
  });

  test('map writes pairs, in both forms, as text', async () => {
    const script = `{ map: (context) => {
      context.write(context.key, { seen: context.value, again: context.isRestarted, no: context.executionNo });
      context.write({ key: { k: 1 }, value: 'v' });
      context.errors.iterator().each((key, error, no) => { context.write('error ' + key + no, error); return true; });
    } }`;
    const errors = [{ key: 'k', error: '{}', executionNo: 1 }];
    const input = { key: 'k', value: 'v', isRestarted: true, executionNo: 2, errors };
    expect(await output('MAPREDUCE', 'map', script, input)).toEqual({
      written: [
        { key: 'k', value: '{"seen":"v","again":true,"no":2}' },
        { key: '{"k":1}', value: 'v' },
        { key: 'error k1', value: '{}' },
      ],
    });
  });

  test('reduce is given all values', async () => {
    const script = '{ reduce: ({ key, values, write }) => write(key, values.length) }';
    const input = { key: 'k', values: ['1', '2'], isRestarted: false, executionNo: 1, errors: [] };
    expect(await output('MAPREDUCE', 'reduce', script, input)).toEqual({ written: [{ key: 'k', value: '2' }] });
  });

  test('a key that is too long is refused', async () => {
    account = bench({ '/SuiteScripts/a.js': "define([], () => ({ map: (c) => c.write('k'.repeat(3001), '') }));" });
    const input = { key: 'k', value: 'v', isRestarted: false, executionNo: 1, errors: [] };
    const outcome = await account.run('/SuiteScripts/a.js', { type: 'MAPREDUCE', entryPoint: 'map', input });
    expect(failed(outcome).name).toBe('KEY_LENGTH_IS_OVER_3000_BYTES');
  });

  test('summarize reads keys, errors and output, and stops where its callback does', async () => {
    const script = `{ summarize: (summary) => {
      summary.mapSummary.keys.iterator().each((key, count, state) => { log.debug(key, count + state); return key !== 'a'; });
      summary.reduceSummary.errors.iterator().each((key, error, no) => { log.debug('error ' + key, error + no); return true; });
      summary.output.iterator().each((key, value) => { log.debug('output ' + key, value); return true; });
      log.debug('input', summary.inputSummary.error);
      log.debug('created', summary.dateCreated instanceof Date && summary.seconds + summary.usage);
    } }`;
    const input = {
      isRestarted: false,
      ...{ dateCreated: new Date(0), seconds: 9, usage: 60, concurrency: 2, yields: 0 },
      inputSummary: { dateCreated: new Date(0), seconds: 1, usage: 10, error: null },
      mapSummary: summary,
      reduceSummary: summary,
      output: [{ key: 'o', value: '1' }],
    };
    await output('MAPREDUCE', 'summarize', script, input);
    expect(account.entries.map(({ title, details }) => `${title}=${details}`)).toEqual([
      'a=2COMPLETE',
      'error b={"name":"X"}1',
      'output o=1',
      'input=null',
      'created=69',
    ]);
  });
});

test('scheduled and installation scripts are given their context', async () => {
  await output('SCHEDULED', 'execute', '{ execute: ({ type }) => log.debug(type) }', { type: 'ON_DEMAND' });
  expect(account.titles()).toEqual(['ON_DEMAND']);
  await account.close();
  const script = '{ run: ({ fromVersion, toVersion }) => log.debug(String(fromVersion), toVersion) }';
  await output('SDFINSTALLATION', 'run', script, { fromVersion: null, toVersion: '1.0.0' });
  expect(account.entries).toMatchObject([{ title: 'null', details: '1.0.0' }]);
});

test('a script can be asked for its entry points and its map/reduce configuration', async () => {
  const script = '{ config: { retryCount: 3, exitOnError: true }, getInputData: () => [], map: () => {}, other: 5 }';
  expect(await output('MAPREDUCE', DESCRIBE, script, null)).toEqual({
    functions: ['getInputData', 'map'],
    config: { retryCount: 3, exitOnError: true },
  });
});
