import type { ApiVersion } from '../kernel/scriptHost';
import { SuiteScriptError, scriptError } from './errors';
import { current } from './host';
import { moduleNamed, moduleTree } from './modules';

/**
 * The AMD loader of SuiteScript (chapter_4704097697): `define` with and without name and dependencies, `require` with a
 * list and with one name, the pseudo-dependencies `require`, `exports` and `module`. Files are named absolutely
 * (`/SuiteScripts/a`), relative to the file that asks (`./b`), with or without `.js`; NetSuite's modules as `N/record`.
 */
interface Loaded {
  /** While the module's own dependencies load, what it has so far; a circular dependency gets that. */
  exports: unknown;
}

interface Definition {
  readonly dependencies: readonly string[] | null;
  readonly factory: unknown;
}

/** The file that asks for others: names are relative to it, and files without a version of their own take its. */
interface Asker {
  readonly path: string;
  readonly version: ApiVersion;
}

const loaded = new Map<string, Loaded>();

/** Versions that the files which were loaded run in. */
const versions = new Map<string, ApiVersion>();

/** Loads a script's file and gives what its `define` returned. */
export function loadScript(path: string): unknown {
  return duringDefine(() => loadFile(path, { path, version: '2.1' }));
}

/** The version of SuiteScript in which a script's file runs; it must have been loaded. */
export function versionOf(path: string): ApiVersion {
  return versions.get(path) ?? versions.get(`${path}.js`) ?? '2.1';
}

function loadFile(path: string, asker: Asker): unknown {
  const names = path.endsWith('.js') ? [path] : [`${path}.js`, path];
  const known = names.map((name) => loaded.get(name)).find((module) => module !== undefined);
  if (known) return known.exports;
  for (const name of names) {
    const file = current().binding.load(name, asker.version);
    if (file.kind === 'invalid') throw new SuiteScriptError('UNEXPECTED_ERROR', file.message, [], false);
    if (file.kind === 'module') versions.set(name, file.version);
    if (file.kind === 'module') return evaluate({ path: name, version: file.version }, file.run);
  }
  throw missingModule(path, asker);
}

function evaluate(asker: Asker, run: (define: unknown, require: unknown) => void): unknown {
  const module: Loaded = { exports: {} };
  loaded.set(asker.path, module);
  const definitions: Definition[] = [];
  const define = (...args: unknown[]): void => {
    const given = typeof args[0] === 'string' ? args.slice(1) : args;
    const [dependencies, factory] = given.length > 1 ? given : [null, given[0]];
    definitions.push({ dependencies: dependencies as readonly string[] | null, factory });
  };
  define.amd = {};
  try {
    run.call(globalThis, define, requireFrom(asker));
    const definition = definitions.at(-1);
    if (definition) module.exports = produce(definition, asker, module);
  } catch (thrown) {
    loaded.delete(asker.path);
    throw thrown;
  }
  return module.exports;
}

function produce({ dependencies, factory }: Definition, asker: Asker, module: Loaded): unknown {
  if (typeof factory !== 'function') return factory;
  const names = dependencies ?? ['require', 'exports', 'module'];
  const own = { id: asker.path, uri: asker.path, exports: module.exports };
  const values = names.map((name) => {
    if (name === 'require') return requireFrom(asker);
    if (name === 'exports') return module.exports;
    if (name === 'module') return own;
    return resolve(name, asker);
  });
  const returned: unknown = Reflect.apply(factory, globalThis, values);
  return returned === undefined ? own.exports : returned;
}

/** `require([names], callback)` and `require(name)` for a file. The callback may use SuiteScript's API, `define`'s may not. */
function requireFrom(asker: Asker) {
  return (names: string | readonly string[], callback?: (...modules: unknown[]) => unknown): unknown => {
    if (typeof names === 'string') return duringDefine(() => resolve(names, asker));
    const modules = duringDefine(() => names.map((name) => resolve(name, asker)));
    return callback?.(...modules);
  };
}

function resolve(name: string, asker: Asker): unknown {
  if (name === 'N') return moduleTree();
  if (name.startsWith('N/')) {
    const module = moduleNamed(name.replace(/\.js$/, ''));
    if (module === undefined) throw missingModule(name, asker);
    return module;
  }
  return loadFile(absolutePath(name, asker), asker);
}

function absolutePath(name: string, asker: Asker): string {
  if (name.startsWith('/')) return normalized(name);
  if (/^(SuiteScripts|SuiteApps|SuiteBundles)\//.test(name)) return normalized(`/${name}`);
  if (!name.startsWith('.')) throw missingModule(name, asker);
  let folder = asker.path.slice(0, asker.path.lastIndexOf('/'));
  let rest = name;
  for (;;) {
    if (rest.startsWith('./')) rest = rest.slice(2);
    else if (rest.startsWith('../')) {
      rest = rest.slice(3);
      folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    } else return normalized(`${folder}/${rest}`);
  }
}

function normalized(text: string): string {
  // Most paths are as they should be, and each execution resolves hundreds.
  if (!/\/(\/|\.|$)/.test(text)) return text;
  const parts = text.split('/');
  const path: string[] = [];
  for (const part of parts) {
    if (part === '..') path.pop();
    else if (part !== '.' && part !== '') path.push(part);
  }
  return `/${path.join('/')}`;
}

function missingModule(name: string, asker: Asker): SuiteScriptError {
  const file = name.endsWith('.js') ? name : `${name}.js`;
  const error = scriptError('MODULE_DOES_NOT_EXIST', `Module does not exist: ${file}`);
  return Object.assign(error, { type: 'error.SuiteScriptModuleLoaderError', stack: [asker.path] });
}

/** Scripts must not use SuiteScript's API while `define` callbacks run. */
function duringDefine<R>(work: () => R): R {
  const execution = current();
  const before = execution.defining;
  execution.defining = true;
  try {
    return work();
  } finally {
    execution.defining = before;
  }
}
