import { type Bench, bench, failed, returned } from '../execution/bench';

let account: Bench;
afterEach(() => account.close());

const HEADER = '/**\n * @NApiVersion 2.1\n * @NScriptType Restlet\n */\n';

/** Runs `get` of `/SuiteScripts/app/main.js` with these files beside it. */
async function run(files: Record<string, string>) {
  const named = Object.entries(files).map(([name, text]) => [
    name.startsWith('/') ? name : `/SuiteScripts/app/${name}`,
    text,
  ]);
  account = bench(Object.fromEntries(named));
  return account.run('/SuiteScripts/app/main.js');
}

test.each([
  ['a list of dependencies', "define(['./lib'], (lib) => ({ get: () => lib.name }));"],
  ['a name of its own', "define('main', ['./lib'], (lib) => ({ get: () => lib.name }));"],
  ['.js in the dependency', "define(['./lib.js'], (lib) => ({ get: () => lib.name }));"],
  ['an absolute path', "define(['/SuiteScripts/app/lib'], (lib) => ({ get: () => lib.name }));"],
  ['an absolute path without its slash', "define(['SuiteScripts/app/lib'], (lib) => ({ get: () => lib.name }));"],
  ['a path through the folder above', "define(['../app/lib'], (lib) => ({ get: () => lib.name }));"],
  [
    'require in place of dependencies',
    "define(function (require) { const lib = require('./lib'); return { get: () => lib.name }; });",
  ],
  ['exports', "define(['exports', './lib'], (exports, lib) => { exports.get = () => lib.name; });"],
  [
    'module.exports',
    "define(function (require, exports, module) { module.exports = { get: () => require('./lib').name }; });",
  ],
  [
    'require with a callback',
    "define(['require'], (require) => ({ get: () => { let name; require(['./lib'], (lib) => { name = lib.name; }); return name; } }));",
  ],
])('a script is loaded by %s', async (_, script) => {
  const outcome = await run({ 'main.js': HEADER + script, 'lib.js': "define({ name: 'lib' });" });
  expect(returned(outcome)).toBe('lib');
});

test('a file in a SuiteApp is found by its absolute path', async () => {
  const outcome = await run({
    'main.js': "define(['/SuiteApps/org.example.app/lib/a'], (a) => ({ get: () => a() }));",
    '/SuiteApps/org.example.app/lib/a.js': "define(['./b'], (b) => () => b + '!');",
    '/SuiteApps/org.example.app/lib/b.js': "define([], () => 'b');",
  });
  expect(returned(outcome)).toBe('b!');
});

test('a library that asks whether define is AMD registers itself', async () => {
  const umd =
    "(function (root, factory) { if (typeof define === 'function' && define.amd) define([], factory); else root.lib = factory(); })(this, function () { return 'amd'; });";
  const outcome = await run({ 'main.js': "define(['./umd'], (umd) => ({ get: () => umd }));", 'umd.js': umd });
  expect(returned(outcome)).toBe('amd');
});

test('a module is evaluated once in an execution, and anew in the next', async () => {
  const files = {
    'main.js': "define(['./count', './other'], (count) => ({ get: () => count.next() }));",
    'other.js': "define(['./count'], (count) => count.next());",
    'count.js': 'define([], () => { let value = 0; return { next: () => ++value }; });',
  };
  expect(returned(await run(files))).toBe(2);
  expect(returned(await account.run('/SuiteScripts/app/main.js'))).toBe(2);
});

test('a changed file is loaded as it is now', async () => {
  await run({ 'main.js': "define([], () => ({ get: () => 'old' }));" });
  account.files.set('/SuiteScripts/app/main.js', "define([], () => ({ get: () => 'new' }));");
  expect(returned(await account.run('/SuiteScripts/app/main.js'))).toBe('new');
});

test('a circular dependency gets what there is so far', async () => {
  const outcome = await run({
    'main.js': "define(['./a'], (a) => ({ get: () => a.name() }));",
    'a.js': "define(['exports', './b'], (exports, b) => { exports.own = 'a'; exports.name = () => b.name(); });",
    'b.js': "define(['./a'], (a) => ({ name: () => a.own + 'b' }));",
  });
  expect(returned(outcome)).toBe('ab');
});

test.each([
  ['./missing', 'Module does not exist: /SuiteScripts/app/missing.js'],
  ['N/nonsense', 'Module does not exist: N/nonsense.js'],
  ['lodash', 'Module does not exist: lodash.js'],
])('a module that does not exist, %s, is named', async (name, message) => {
  const outcome = await run({ 'main.js': `define(['${name}'], () => ({ get: () => 1 }));` });
  expect(failed(outcome)).toMatchObject({ name: 'MODULE_DOES_NOT_EXIST', message });
});

test('N gives all modules by their places', async () => {
  const script =
    "define(['N'], (N) => ({ get: () => [N.error.Type.DUP_RCRD === undefined, typeof N.runtime.getCurrentUser, typeof N.log.debug] }));";
  expect(returned(await run({ 'main.js': script }))).toEqual([true, 'function', 'function']);
});

test('SuiteScript 2.1 files are modern JavaScript', async () => {
  const script = `${HEADER}define([], () => { class A { #x = 1; get x() { return this.#x ?? 2; } } return { get: () => String([...[new A().x]].at(-1)) }; });`;
  expect(returned(await run({ 'main.js': script }))).toBe('1');
});

test.each([
  ['an arrow function', 'var f = () => 1;'],
  ['let', 'let a = 1;'],
  ['a template', 'var a = `x`;'],
  ['async', 'async function f() {}'],
])('SuiteScript 2.0 files are ECMAScript 5.1: %s is a syntax error with path and line', async (_, code) => {
  const script = `/**\n * @NApiVersion 2.0\n */\ndefine([], function () { ${code} return { get: function () { return 1; } }; });`;
  const error = failed(await run({ 'main.js': script }));
  expect(error.name).toBe('UNEXPECTED_ERROR');
  expect(error.message).toMatch(/^SyntaxError: .*\(\/SuiteScripts\/app\/main\.js#4\)$/);
});

test('a 2.0 file that is ECMAScript 5.1 runs, and a file without version is judged as the one that loads it', async () => {
  const main =
    "/** @NApiVersion 2.0 */\ndefine(['./lib'], function (lib) { return { get: function () { return lib; } }; });";
  expect(returned(await run({ 'main.js': main, 'lib.js': "define([], function () { return 'es5'; });" }))).toBe('es5');
  await account.close();
  const error = failed(await run({ 'main.js': main, 'lib.js': "define([], () => 'modern');" }));
  expect(error.message).toContain('/SuiteScripts/app/lib.js#1');
});

test('a broken 2.1 file gives a syntax error with path and line', async () => {
  const error = failed(await run({ 'main.js': `${HEADER}define([], () => {\n  return {;\n});` }));
  expect(error.message).toMatch(/^SyntaxError: .*\(\/SuiteScripts\/app\/main\.js#6\)$/);
});

test('the API must not be used while define runs; a log may be written, and require’s callback may use it', async () => {
  const forbidden =
    "define(['N/runtime'], (runtime) => { runtime.isFeatureInEffect({ feature: 'X' }); return { get: () => 1 }; });";
  expect(failed(await run({ 'main.js': forbidden }))).toMatchObject({
    name: 'SUITESCRIPT_API_UNAVAILABLE_IN_DEFINE',
    message: 'All SuiteScript API Modules are unavailable while executing your define callback.',
  });
  await account.close();
  await run({ 'main.js': "define(['N/log'], (log) => { log.debug('defined'); return { get: () => 1 }; });" });
  expect(account.titles()).toEqual(['defined']);
});

test('a script without the entry point, and one that is no module, are errors', async () => {
  expect(failed(await run({ 'main.js': 'define([], () => ({ post: () => 1 }));' })).name).toBe(
    'SIMULATOR_NO_ENTRY_POINT',
  );
  await account.close();
  expect(failed(await run({ 'main.js': 'define([], () => 5);' })).message).toMatch(
    /entry point scripts must implement/,
  );
});
