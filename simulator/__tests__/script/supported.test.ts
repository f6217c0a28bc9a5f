import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { declaredModules } from '../../../tools/supported/declaredMembers';
import { describeSupport, supportOf } from '../../../tools/supported/describe';
import { moduleNamed } from '../../src/script/modules';

const here = dirname(fileURLToPath(import.meta.url));
const declared = declaredModules(join(here, '..', '..', '..', 'node_modules', '@hitc', 'netsuite-types'));
const lacking = declared.flatMap((module) => supportOf(module).lacks.map((member) => [module.name, member] as const));

/** What is thrown, as its name and its message. */
function thrownBy(use: () => unknown): { name?: unknown; message?: unknown } {
  try {
    use();
  } catch (error) {
    return error as { name?: unknown; message?: unknown };
  }
  return {};
}

test('the list of what is supported is up to date (npm run supported)', () => {
  expect(readFileSync(join(here, '..', '..', 'docs', 'supported.md'), 'utf8')).toBe(describeSupport(declared));
});

test('the declarations are read in full', () => {
  const members = new Map(declared.map(({ name, members: names }) => [name, names]));
  expect(members.size).toBeGreaterThan(50);
  expect(members.get('N/record')).toEqual(
    ['Type', 'attach', 'copy', 'create', 'delete', 'detach', 'load', 'submitFields', 'transform'].sort(),
  );
  expect(members.get('N/https')).toEqual(
    expect.arrayContaining(['get', 'delete', 'Method', 'createSecretKey', 'Encoding']),
  );
  expect(members.get('N/https')).not.toContain('ClientResponse');
  expect(members.get('N/task')).toContain('ActionCondition');
});

test('every module that is declared can be named', () => {
  for (const { name } of declared) expect([name, moduleNamed(name) !== undefined]).toEqual([name, true]);
});

test.each(lacking)('%s.%s throws by name when it is used', (name, member) => {
  const error = thrownBy(() => {
    const value = (moduleNamed(name) as Record<string, unknown>)[member];
    // Calling and reading are both uses.
    if (typeof value !== 'function') throw new Error(`${name}.${member} is ${String(value)}`);
    return value({});
  });
  expect(error.name).toBe('SIMULATOR_NOT_SUPPORTED');
  expect(error.message).toBe(`The simulator does not support ${name}.${member}.`);
});

test.each(lacking.filter(([, member]) => /^[A-Z]/.test(member)))('a value of %s.%s throws by name', (name, member) => {
  const error = thrownBy(() => (moduleNamed(name) as Record<string, Record<string, unknown>>)[member]?.ANY);
  expect(error.name).toBe('SIMULATOR_NOT_SUPPORTED');
  expect(String(error.message)).toContain(`${name}.${member}`);
});
