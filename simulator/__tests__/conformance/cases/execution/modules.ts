import { equal } from '../../harness/assert';
import type { ConformancePage } from '../../harness/case';
import { APP } from '../../harness/project';
import { restlet } from '../../harness/scripts';

const HEADER = '/**\n * @NApiVersion 2.1\n * @NScriptType Restlet\n */\n';
const file = (text: string, version = '2.1') => restlet('', { text: HEADER.replace('2.1', version) + text });

export const syntaxVersions: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_158755248128',
  title: 'Differences Between SuiteScript 2.0 and SuiteScript 2.1',
  cases: [
    {
      id: 'script-2-1-is-modern',
      rule: 'A 2.1 script may use language features that came after ECMAScript 5.1.',
      without: {
        file: 'src/execution/compile.ts',
        find: "return version === '2.0' ? '2.0' : '2.1';",
        replace: "return '2.0';",
      },
      run: async (api) => {
        const text =
          'define([], () => ({ post: ({ a, ...rest }) => ({ a, rest: `${Object.keys(rest)}`, none: rest.x?.y ?? null }) }));';
        const site = await api.site({ scripts: [file(text)] });
        equal(await site.post({ a: 1, b: 2 }), { a: 1, rest: 'b', none: null });
      },
    },
    {
      id: 'script-2-0-is-es5',
      rule: 'A 2.0 script that uses newer syntax does not run.',
      without: {
        file: 'src/execution/compile.ts',
        find: "if (version === '2.0') parse(text, { ecmaVersion: 5, allowReserved: true });",
        replace: '',
      },
      run: async (api) => {
        const site = await api.site({ scripts: [file('define([], () => ({ post: () => ({}) }));', '2.0')] });
        equal((await site.call('POST', {})).status, 400);
      },
    },
  ],
};

export const define: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_4600491925',
  title: 'define(id, [dependencies,] moduleObject)',
  cases: [
    {
      id: 'define-with-id',
      rule: 'define may be given an id before its dependencies.',
      without: {
        file: 'src/script/loader.ts',
        find: "const given = typeof args[0] === 'string' ? args.slice(1) : args;",
        replace: 'const given = args;',
      },
      run: async (api) => {
        const text =
          "define('mine', ['N/runtime'], function (runtime) { return { post: function () { return [typeof runtime]; } }; });";
        equal(await (await api.site({ scripts: [file(text)] })).post(), ['object']);
      },
    },
    {
      id: 'define-object',
      rule: 'define may be given the module’s object itself.',
      without: {
        file: 'src/script/loader.ts',
        find: "if (typeof factory !== 'function') return factory;",
        replace: "if (typeof factory !== 'function') return {};",
      },
      run: async (api) => {
        const site = await api.site({
          files: { 'lib.js': 'define({ answer: 42 });' },
          scripts: [file("define(['./lib'], function (lib) { return { post: function () { return lib; } }; });")],
        });
        equal(await site.post(), { answer: 42 });
      },
    },
    {
      id: 'api-not-while-defining',
      rule: 'While define callbacks run, the SuiteScript API cannot be used.',
      without: { file: 'src/script/host.ts', find: 'if (execution.defining) {', replace: 'if (false) {' },
      run: async (api) => {
        const text = `define(['N/runtime'], function (runtime) { runtime.isFeatureInEffect({ feature: 'X' });
          return { post: function () { return {}; } }; });`;
        const { body } = await (await api.site({ scripts: [file(text)] })).call('POST', {});
        equal(JSON.parse(body).error.code, 'SUITESCRIPT_API_UNAVAILABLE_IN_DEFINE');
      },
    },
  ],
};

export const requireFunction: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_4430292527',
  title: 'require([dependencies,] callback)',
  cases: [
    {
      id: 'require-loads-when-needed',
      rule: 'require loads modules when it runs and calls its callback with them.',
      without: {
        file: 'src/script/loader.ts',
        find: 'return callback?.(...modules);',
        replace: 'return callback?.();',
      },
      run: async (api) => {
        const text = `define(['require'], function (require) { return { post: function () {
          var answer; require(['./lib', 'N/runtime'], function (lib, runtime) { answer = [lib.answer, typeof runtime]; }); return answer; } }; });`;
        const site = await api.site({ files: { 'lib.js': 'define({ answer: 42 });' }, scripts: [file(text)] });
        equal(await site.post(), [42, 'object']);
      },
    },
    {
      id: 'module-does-not-exist',
      rule: 'A dependency that is not there is MODULE_DOES_NOT_EXIST.',
      without: {
        file: 'src/script/loader.ts',
        find: "scriptError('MODULE_DOES_NOT_EXIST'",
        replace: "scriptError('UNEXPECTED_ERROR'",
      },
      run: async (api) => {
        const site = await api.site({
          scripts: [file("define(['./missing'], function () { return { post: function () { return {}; } }; });")],
        });
        const { error } = JSON.parse((await site.call('POST', {})).body);
        equal(
          [error.code, /^Module does not exist: .*missing\.js$/.test(error.message)],
          ['MODULE_DOES_NOT_EXIST', true],
        );
      },
    },
  ],
};

export const dependencyPaths: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_4430268304',
  title: 'Custom Module Dependency Paths',
  cases: [
    {
      id: 'path-absolute',
      rule: 'A path that begins with a slash starts at the top of the file cabinet.',
      without: {
        file: 'src/script/loader.ts',
        find: "if (name.startsWith('/')) return normalized(name);",
        replace: '',
      },
      run: async (api) => {
        const site = await api.site({
          files: { 'lib/a.js': 'define({ a: 1 });' },
          scripts: [
            file(`define(['/SuiteApps/${APP}/lib/a'], function (a) { return { post: function () { return a; } }; });`),
          ],
        });
        equal(await site.post(), { a: 1 });
      },
    },
    {
      id: 'path-relative',
      rule: 'A path that begins with a period starts at the folder of the module that asks.',
      without: {
        file: 'src/script/loader.ts',
        find: "asker.path.slice(0, asker.path.lastIndexOf('/'))",
        replace: "asker.path.split('/').slice(0, 3).join('/')",
      },
      run: async (api) => {
        const site = await api.site({
          files: {
            'lib/a.js': "define(['./b', '../c'], function (b, c) { return { b: b, c: c }; });",
            'lib/b.js': 'define({ b: 1 });',
            'c.js': 'define({ c: 1 });',
          },
          scripts: [file("define(['./lib/a'], function (a) { return { post: function () { return a; } }; });")],
        });
        equal(await site.post(), { b: { b: 1 }, c: { c: 1 } });
      },
    },
    {
      id: 'module-is-loaded-once',
      rule: 'Everyone who depends on a module in one execution gets the same one.',
      without: { file: 'src/script/loader.ts', find: 'if (known) return known.exports;', replace: '' },
      run: async (api) => {
        const site = await api.site({
          files: {
            'lib/a.js': 'define([], function () { return { count: 0 }; });',
            'lib/b.js': "define(['./a'], function (a) { a.count += 1; return {}; });",
          },
          scripts: [
            file("define(['./lib/a', './lib/b'], function (a) { return { post: function () { return a; } }; });"),
          ],
        });
        equal(await site.post(), { count: 1 });
      },
    },
  ],
};

export const globals: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_4387812838',
  title: 'log Object',
  cases: [
    {
      id: 'global-log',
      rule: 'The log object is there without being loaded.',
      without: {
        file: 'src/script/globals.ts',
        find: "Object.defineProperty(globalThis, 'log', { value: log, writable: true, configurable: true });",
        replace: '',
      },
      run: async (api) => {
        const text =
          "define([], function () { return { post: function () { log.audit('t', 'global'); return {}; } }; });";
        const site = await api.site({ scripts: [file(text)] });
        await site.post();
        equal(site.logged('t'), ['global']);
      },
    },
    {
      id: 'global-util',
      rule: 'The util object is there without being loaded.',
      without: {
        file: 'src/script/globals.ts',
        find: "Object.defineProperty(globalThis, 'util', { value: util, writable: true, configurable: true });",
        replace: '',
      },
      run: async (api) => {
        const text =
          'define([], function () { return { post: function () { return [util.isArray([]), util.isArray({})]; } }; });';
        equal(await (await api.site({ scripts: [file(text)] })).post(), [true, false]);
      },
    },
  ],
};

export const promises: ConformancePage = {
  paragraph: 'Execution',
  page: 'subsect_24165317531',
  title: 'Promises in SuiteScript 2.1 Server Scripts',
  cases: [
    {
      id: 'async-entry-point',
      rule: 'An entry point may be async and await promises of N/query.',
      without: {
        file: 'src/script/entryPoints/entryPoint.ts',
        find: 'return isPromise(returned) ? returned.then(output) : output(returned);',
        replace: 'return output(returned);',
      },
      run: async (api) => {
        const text = `define(['N/query'], (query) => ({ post: async () => {
          const found = await query.runSuiteQL.promise({ query: "SELECT symbol FROM currency WHERE symbol = 'EUR'" });
          return found.asMappedResults(); } }));`;
        equal(await (await api.site({ scripts: [file(text)] })).post(), [{ symbol: 'EUR' }]);
      },
    },
    {
      id: 'async-rejection-fails',
      rule: 'An async entry point whose promise is rejected fails with that error.',
      without: {
        file: 'src/script/index.ts',
        find: 'output.then((value) => completed(value as Wire), failed)',
        replace: 'output.then((value) => completed(value as Wire), () => completed(null))',
      },
      run: async (api) => {
        const text = `define(['N/error'], (error) => ({ post: async () => { await null;
          throw error.create({ name: 'LATER', message: 'x' }); } }));`;
        const { status, body } = await (await api.site({ scripts: [file(text)] })).call('POST', {});
        equal([status, JSON.parse(body).error.code], [400, 'LATER']);
      },
    },
  ],
};
