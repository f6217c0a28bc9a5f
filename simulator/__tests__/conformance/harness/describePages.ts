import { createAccount } from '../../../src/index';
import type { ConformancePage } from './case';
import { runCase } from './runCase';

/** One test for each case, against the simulator as it is. */
export function describePages(pages: readonly ConformancePage[]): void {
  for (const { paragraph, page, title, cases } of pages) {
    describe(`${paragraph}: ${title} (${page})`, () => {
      for (const testCase of cases) {
        test(`${testCase.rule} [${testCase.id}]`, () => runCase({ createAccount }, testCase));
      }
    });
  }
}
