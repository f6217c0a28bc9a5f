import { findFile, readFile, writeFileAt } from '../../src/files/cabinet';
import { ensureFolder, findFolder } from '../../src/files/folders';
import { cabinetPath } from '../../src/files/path';
import { execute } from '../../src/kernel/operation';
import type { Wire } from '../../src/kernel/wire';
import { type Bench, CLERK, openBench } from '../scripts/bench';
import { script } from '../sdf/projects';

describe('paths of the file cabinet', () => {
  test.each([
    ['SuiteScripts/a.js', '/', '/SuiteScripts/a.js'],
    ['/SuiteScripts//a.js', '/', '/SuiteScripts/a.js'],
    ['./b.js', '/SuiteScripts/lib', '/SuiteScripts/lib/b.js'],
    ['../b.js', '/SuiteScripts/lib', '/SuiteScripts/b.js'],
    ['../../../b.js', '/SuiteScripts/lib', '/b.js'],
  ])('%s from %s is %s', (path, from, absolute) => {
    expect(cabinetPath(path, from)).toBe(absolute);
  });
});

describe('N/file', () => {
  let bench: Bench;
  beforeEach(() => {
    bench = openBench();
  });
  afterEach(() => bench.close());

  /** Runs code in a script; what it returns, with the units that it used. */
  async function run(code: string): Promise<{ value: Wire; units: number }> {
    const path = '/SuiteScripts/test.js';
    writeFileAt(bench.account, path, script('Restlet', `{ post: function () { ${code} } }`, ['N/file', 'N/error']));
    const outcome = await bench.perform(
      execute({
        script: {
          scriptType: 'RESTLET',
          script: '1',
          deployment: '1',
          scriptId: 'customscript_test',
          deploymentId: 'customdeploy_test',
          name: 'Test',
          file: path,
          logLevel: 'DEBUG',
          parameters: {},
        },
        entryPoint: 'post',
        input: {},
        user: CLERK,
        context: 'RESTLET',
        limits: { units: 5000, seconds: 300 },
      }),
    );
    if (outcome.status === 'failed') return { value: outcome.error.name, units: outcome.unitsUsed };
    const { text } = outcome.output as { text?: string };
    return { value: JSON.parse(text ?? 'null') as Wire, units: outcome.unitsUsed };
  }

  test('creates and saves a file for 20 units, and loads it by id and by path for 10 each', async () => {
    const { value, units } = await run(`
      var id = file.create({ name: 'a.csv', fileType: file.Type.CSV, contents: 'x,ü\\n', folder: -15 }).save();
      var byId = file.load({ id: id }), byPath = file.load('SuiteScripts/a.csv');
      return JSON.stringify([byId.getContents(), byPath.id === id, byPath.path, byPath.size, byPath.isText, byPath.fileType, byPath.folder]);`);
    expect(value).toEqual(['x,ü\n', true, 'SuiteScripts/a.csv', 5, true, 'CSV', -15]);
    expect(units).toBe(40);
  });

  test('saving under a name that is there replaces the content and keeps the id', async () => {
    const { value } = await run(`
      var make = function (text) { return file.create({ name: 'a.txt', fileType: 'PLAINTEXT', contents: text, folder: -15 }).save(); };
      return JSON.stringify([make('1') === make('2'), file.load('SuiteScripts/a.txt').getContents()]);`);
    expect(value).toEqual([true, '2']);
  });

  test('a loaded file that gets another name or folder moves', async () => {
    const folder = ensureFolder(bench.account, '/SuiteScripts/Old').id;
    const { value } = await run(`
      var id = file.create({ name: 'a.txt', fileType: 'PLAINTEXT', contents: '1', folder: -15 }).save();
      var loaded = file.load(id);
      loaded.name = 'b.txt'; loaded.folder = ${folder}; loaded.isOnline = true;
      return JSON.stringify([loaded.save() === id, loaded.path, loaded.getContents()]);`);
    expect(value).toEqual([true, 'SuiteScripts/Old/b.txt', '1']);
    expect(findFile(bench.account, '/SuiteScripts/a.txt')).toBeNull();
  });

  test('lines, segments and readers give a text piece by piece', async () => {
    const { value } = await run(`
      var f = file.create({ name: 'a.csv', fileType: 'CSV', folder: -15 });
      f.appendLine({ value: 'one' }).appendLine({ value: 'two' }).appendLine({ value: 'three' });
      var lines = [];
      f.lines.iterator().each(function (line) { lines.push(line.value); return lines.length < 2; });
      var segments = [];
      f.getSegments({ separator: 'o' }).iterator().each(function (s) { segments.push(s.value); return true; });
      var reader = f.getReader();
      return JSON.stringify([lines, segments, reader.readUntil({ tag: 'w' }), reader.readChars({ number: 3 }), reader.readUntil({ tag: '!' }), reader.readChars({ number: 1 })]);`);
    expect(value).toEqual([['one', 'two'], ['o', 'ne\ntwo', '\nthree\n'], 'one\ntw', 'o\nt', 'hree\n', null]);
  });

  test('binary files are base64 and have no lines', async () => {
    const { value } = await run(`
      var id = file.create({ name: 'a.png', fileType: file.Type.PNGIMAGE, contents: 'AQID', folder: -15 }).save();
      var loaded = file.load(id), code;
      try { loaded.lines.iterator(); } catch (e) { code = e.name; }
      return JSON.stringify([loaded.getContents(), loaded.size, loaded.isText, code]);`);
    expect(value).toEqual(['AQID', 3, false, 'SSS_FILE_TYPE_NOT_SUPPORTED']);
  });

  test('copies with each way of resolving a conflict', async () => {
    const target = ensureFolder(bench.account, '/SuiteScripts/Copies').id;
    const { value } = await run(`
      var id = file.create({ name: 'a.txt', fileType: 'PLAINTEXT', contents: '1', folder: -15 }).save();
      var copy = function (how) { try { return file.copy({ id: id, folder: ${target}, conflictResolution: how }).name; } catch (e) { return e.name; } };
      return JSON.stringify([copy(), copy(), copy('RENAME_TO_UNIQUE'), copy('RENAME_TO_UNIQUE'), copy('OVERWRITE')]);`);
    expect(value).toEqual(['a.txt', 'A_FILE_WITH_THE_SAME_NAME_ALREADY_EXISTS', 'a (1).txt', 'a (2).txt', 'a.txt']);
  });

  test('deletes for 20 units', async () => {
    writeFileAt(bench.account, '/SuiteScripts/a.txt', 'x');
    const { units } = await run("return JSON.stringify(file.delete({ id: 'SuiteScripts/a.txt' }));");
    expect(units).toBe(20);
    expect(findFile(bench.account, '/SuiteScripts/a.txt')).toBeNull();
  });

  test.each([
    ['a file that does not exist', "file.load('SuiteScripts/none.txt')", 'RCRD_DSNT_EXIST'],
    ['no id', 'file.load({})', 'SSS_MISSING_REQD_ARGUMENT'],
    ['a file without a folder', "file.create({ name: 'a', fileType: 'CSV', contents: '' }).save()", 'USER_ERROR'],
    [
      'a folder that does not exist',
      "file.create({ name: 'a', fileType: 'CSV', contents: '', folder: 999 }).save()",
      'INVALID_KEY_OR_REF',
    ],
    ['a type that does not exist', "file.create({ name: 'a', fileType: 'SPREADSHEET' })", 'SSS_INVALID_TYPE_ARG'],
    [
      'more than 10 MB',
      "file.create({ name: 'a', fileType: 'CSV', contents: 'ü'.repeat(5242881) })",
      'SSS_FILE_CONTENT_SIZE_EXCEEDED',
    ],
    [
      'what an encoding cannot hold',
      "file.create({ name: 'a', fileType: 'CSV', contents: '€', encoding: file.Encoding.ISO_8859_1, folder: -15 }).save()",
      'SIMULATOR_NOT_SUPPORTED',
    ],
  ])('refuses %s', async (_, expression, code) => {
    expect((await run(`${expression}; return null;`)).value).toBe(code);
  });

  test('10 MB to the byte are taken, and longer files are read line by line', async () => {
    const { value } = await run(`
      var line = 'ü'.repeat(499) + '\\n', whole = line.repeat(10496);
      var f = file.create({ name: 'big.txt', fileType: 'PLAINTEXT', contents: whole.slice(0, 5000000), folder: -15 });
      f.appendLine({ value: whole });
      var id = f.save(), count = 0, code;
      var loaded = file.load(id);
      loaded.lines.iterator().each(function () { count++; return true; });
      try { loaded.getContents(); } catch (e) { code = e.name; }
      return JSON.stringify([count > 10496, code]);`);
    expect(value).toEqual([true, 'SSS_FILE_CONTENT_SIZE_EXCEEDED']);
  });

  test('folders are made on the way, and show their place as SuiteQL does', () => {
    writeFileAt(bench.account, '/SuiteScripts/x/y/z.json', new TextEncoder().encode('{"ö":1}'));
    expect(readFile(bench.account, 'SuiteScripts/x/y/z.json')).toBe('{"ö":1}');
    expect(findFolder(bench.account, '/SuiteScripts/x')?.parent).toBe(-15);
    expect(
      bench.rows('SELECT f.name, f.filetype, m.appfolder FROM file f JOIN mediaitemfolder m ON m.id = f.folder'),
    ).toEqual([{ name: 'z.json', filetype: 'JSON', appfolder: 'SuiteScripts : x : y' }]);
  });
});
