import { fileURLToPath } from 'node:url';
import { occurrences } from '../../../tools/mutation/mutation';
import { pages } from './cases';

const simulator = fileURLToPath(new URL('../..', import.meta.url));
const all = pages.flatMap(({ cases }) => cases);

describe('conformance cases', () => {
  test('switch something off that stands in the sources exactly once', () => {
    const astray = all
      .map(({ id, without }) => ({ id, file: without.file, times: occurrences(simulator, without) }))
      .filter(({ times }) => times !== 1);
    expect(astray).toEqual([]);
  });

  test('have an id each, and a switch of their own', () => {
    const repeated = (values: readonly string[]): string[] =>
      values.filter((value, index) => values.indexOf(value) !== index);
    expect(repeated(all.map(({ id }) => id))).toEqual([]);
    expect(repeated(all.map(({ rule }) => rule))).toEqual([]);
    expect(repeated(all.map(({ without }) => JSON.stringify(without)))).toEqual([]);
  });

  test('name a page of the help center, each page once in its paragraph', () => {
    const names = pages.map(({ paragraph, page }) => `${paragraph} ${page}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { page } of pages)
      expect(page).toMatch(/^(section|subsect|article|chapter|bridgehead|set|book)_N?\d+$|^simulator(-\w+)?$/);
  });
});
