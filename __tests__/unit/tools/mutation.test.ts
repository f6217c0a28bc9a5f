import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutated, occurrences } from '../../../tools/mutation/mutation';

describe('a mutation', () => {
  const mutation = { file: 'a.ts', find: 'one', replace: 'two' };

  test('replaces the one place that it names', () => {
    expect(mutated('a one b', mutation)).toBe('a two b');
  });

  test('whose text is missing, or there twice, is refused', () => {
    expect(() => mutated('a b', mutation)).toThrow('stands there 0 times');
    expect(() => mutated('one one', mutation)).toThrow('stands there 2 times');
  });

  test('that changes nothing is refused', () => {
    expect(() => mutated('one', { ...mutation, replace: 'one' })).toThrow('the same text');
  });

  test('counts its places in a file; there are none in a file that is not there', () => {
    const root = mkdtempSync(join(tmpdir(), 'mutation-'));
    writeFileSync(join(root, 'a.ts'), 'one one');
    expect(occurrences(root, mutation)).toBe(2);
    expect(occurrences(root, { ...mutation, file: 'b.ts' })).toBe(0);
    rmSync(root, { recursive: true });
  });
});
