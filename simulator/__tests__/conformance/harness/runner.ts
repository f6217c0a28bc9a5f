import { pathToFileURL } from 'node:url';
import { pages } from '../cases';
import type { Build } from './case';
import { runCase } from './runCase';

/**
 * Runs cases against a built simulator, in a process of its own: `node runner.mjs <its index.js> <case id> ...`. Writes
 * one line of JSON for each, `{ id, passed, message }`.
 */
const [, , index = '', ...ids] = process.argv;
const build = (await import(pathToFileURL(index).href)) as Build;
const all = new Map(pages.flatMap(({ cases }) => cases.map((testCase) => [testCase.id, testCase])));

for (const id of ids) {
  const testCase = all.get(id);
  let message = testCase === undefined ? 'There is no such case.' : '';
  try {
    if (testCase) await runCase(build, testCase);
  } catch (error) {
    message = error instanceof Error ? error.message || error.name : String(error);
  }
  console.log(JSON.stringify({ id, passed: message === '', message }));
}
process.exit(0);
