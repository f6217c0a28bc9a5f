import { type Job, schedule } from '../../../bench/hours/schedule';

const job = (id: string, seconds: number, more: Partial<Job> = {}): Job => ({
  id,
  seconds,
  after: [],
  needsProcessor: true,
  group: 'run',
  exclusive: [],
  ...more,
});

const machine = (processors: number, limit = Number.POSITIVE_INFINITY) => ({ processors, limitOf: () => limit });
const startsOf = (jobs: readonly Job[], ...of: Parameters<typeof machine>) =>
  Object.fromEntries(schedule(jobs, machine(...of)).starts);

test('jobs run side by side on as many processors as there are, in the order of the list', () => {
  const jobs = [job('a', 3), job('b', 1), job('c', 1), job('d', 5)];
  expect(startsOf(jobs, 2)).toEqual({ a: 0, b: 0, c: 1, d: 2 });
  expect(schedule(jobs, machine(2)).seconds).toBe(7);
});

test('a job begins when all that it comes after have ended', () => {
  const jobs = [job('input', 2), job('one', 1, { after: ['input'] }), job('two', 4, { after: ['input'] })];
  expect(startsOf([...jobs, job('end', 1, { after: ['one', 'two'] })], 5)).toEqual({
    input: 0,
    one: 2,
    two: 2,
    end: 6,
  });
});

test('of one group only so many run at a time, and another group uses the processors meanwhile', () => {
  const jobs = [job('a', 2), job('b', 2), job('c', 2), job('other', 2, { group: 'other' })];
  expect(startsOf(jobs, 5, 1)).toEqual({ a: 0, b: 2, c: 4, other: 0 });
});

test('two jobs that need the same lane run one after the other', () => {
  const jobs = [job('a', 2, { exclusive: ['lane 1'] }), job('b', 2, { exclusive: ['lane 1', 'lane 2'] }), job('c', 1)];
  expect(startsOf(jobs, 5)).toEqual({ a: 0, b: 2, c: 0 });
});

test('a request from outside takes no processor', () => {
  const jobs = [job('a', 2), job('call', 2, { needsProcessor: false, group: 'calls' }), job('b', 2)];
  expect(startsOf(jobs, 1)).toEqual({ a: 0, call: 0, b: 2 });
});

test('jobs that take no time let those after them begin at once', () => {
  expect(startsOf([job('a', 0), job('b', 1, { after: ['a'] })], 1)).toEqual({ a: 0, b: 0 });
});

test('jobs that wait for each other, or for what is not there, are an error and no endless wait', () => {
  const circle = [job('a', 1, { after: ['b'] }), job('b', 1, { after: ['a'] })];
  expect(() => schedule(circle, machine(2))).toThrow('These jobs can never begin: a, b');
  expect(() => schedule([job('a', 1, { after: ['gone'] })], machine(2))).toThrow('a');
});

test('no processor, no work, no time', () => {
  expect(schedule([], machine(2))).toEqual({ seconds: 0, starts: new Map() });
});
