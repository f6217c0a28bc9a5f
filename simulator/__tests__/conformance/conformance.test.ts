import { createAccount } from '../../src/index';
import { pages } from './cases';
import { runCase } from './harness/runCase';

for (const { paragraph, page, title, cases } of pages) {
  describe(`${paragraph}: ${title} (${page})`, () => {
    for (const testCase of cases) {
      test(`${testCase.rule} [${testCase.id}]`, () => runCase({ createAccount }, testCase));
    }
  });
}
