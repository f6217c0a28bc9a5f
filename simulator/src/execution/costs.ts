/**
 * Milliseconds by which each call moves the account's clock: fixed, so that a run can be replayed, and of the order that
 * scripts see in NetSuite. An operation that is not listed costs what its module does.
 */
const OPERATIONS: Readonly<Record<string, number>> = {
  'record.save': 200,
  'record.submitFields': 100,
  'record.delete': 150,
  'record.transform': 150,
  'record.attach': 100,
  'record.detach': 100,
  'file.save': 80,
  'task.submit': 50,
};

const MODULES: Readonly<Record<string, number>> = {
  record: 60,
  search: 80,
  query: 60,
  https: 200,
  http: 200,
  file: 40,
  cache: 2,
  task: 10,
  config: 40,
  runtime: 1,
  crypto: 1,
};

const OTHER = 1;

/** The cost in milliseconds of the account's clock of one call, such as `record.save`. */
export function callCost(op: string): number {
  return OPERATIONS[op] ?? MODULES[op.slice(0, op.indexOf('.'))] ?? OTHER;
}
