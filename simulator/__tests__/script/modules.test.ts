import fc from 'fast-check';
import { cacheCalls } from '../../src/calls/cache';
import { cryptoCalls } from '../../src/calls/crypto';
import { formatCalls } from '../../src/calls/format';
import { runtimeCalls } from '../../src/calls/runtime';
import type { CallTable } from '../../src/kernel/call';
import { bytesOf, textOf } from '../../src/script/bytes';
import type { SqlValue, Store } from '../../src/store/store';
import { type Bench, bench, failed, type RequestOptions, restlet, returned } from '../execution/bench';

const calls: CallTable = { ...cacheCalls, ...formatCalls, ...runtimeCalls, ...cryptoCalls };
let account: Bench;
afterEach(() => account?.close());

/** What `get` with this body returns; the account's tables answer single-row queries from `rows`, by table. */
async function evaluate(
  body: string,
  modules: readonly string[],
  rows: Record<string, (params: readonly SqlValue[]) => Record<string, SqlValue> | null> = {},
  options: RequestOptions = {},
): Promise<unknown> {
  account = bench({ '/SuiteScripts/a.js': restlet(body, modules) }, { calls });
  const get = (sql: string, params: readonly SqlValue[] = []) => {
    const table = /FROM (\w+)/.exec(sql)?.[1] ?? '';
    return rows[table]?.(params) ?? null;
  };
  Object.assign(account.account.store, { get } as Partial<Store>);
  return returned(await account.run('/SuiteScripts/a.js', options));
}

describe('N/encode', () => {
  test.each([
    ['BASE_64', 'SMOkbGzDtiDwn5iA'],
    ['BASE_64_URL_SAFE', 'SMOkbGzDtiDwn5iA'],
    ['HEX', '48C3A46C6CC3B620F09F9880'],
    ['BASE_16', '48C3A46C6CC3B620F09F9880'],
    ['BASE_32', 'JDB2I3DMYO3CB4E7TCAA===='],
  ])('writes UTF-8 as %s and reads it back', async (encoding, encoded) => {
    const body = `const to = encode.convert({ string: 'Hällö 😀', inputEncoding: 'UTF_8', outputEncoding: '${encoding}' });
      return [to, encode.convert({ string: to, inputEncoding: '${encoding}', outputEncoding: 'UTF_8' })];`;
    expect(await evaluate(body, ['N/encode'])).toEqual([encoded, 'Hällö 😀']);
  });

  test('agrees with Node for all texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = Buffer.from(text);
        expect(textOf(bytesOf(text, 'UTF_8'), 'BASE_64')).toBe(bytes.toString('base64'));
        expect(textOf(bytesOf(text, 'UTF_8'), 'HEX')).toBe(bytes.toString('hex').toUpperCase());
        expect(textOf(bytesOf(bytes.toString('base64'), 'BASE_64'), 'UTF_8')).toBe(bytes.toString());
        expect(bytesOf(bytes.toString('base64url'), 'BASE_64_URL_SAFE')).toEqual([...bytes]);
      }),
    );
  });

  test('a missing argument is named', async () => {
    account = bench({ '/SuiteScripts/a.js': restlet("encode.convert({ string: 'a' });", ['N/encode']) });
    expect(failed(await account.run('/SuiteScripts/a.js'))).toMatchObject({
      name: 'SSS_MISSING_REQD_ARGUMENT',
      message: 'encode.convert: Missing a required argument: inputEncoding',
    });
  });
});

describe('N/crypto', () => {
  test('hashes in upper case hexadecimal, or as asked', async () => {
    const body = `const hash = crypto.createHash({ algorithm: crypto.HashAlg.SHA256 });
      hash.update({ input: 'a' }); hash.update({ input: 'YmM=', inputEncoding: 'BASE_64' });
      return [hash.digest(), hash.digest({ outputEncoding: 'BASE_64' })];`;
    expect(await evaluate(body, ['N/crypto'])).toEqual([
      'BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD',
      'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
    ]);
  });

  test('signs with a secret that the script only names', async () => {
    const body = `const key = crypto.createSecretKey({ secret: 'CUSTSECRET_A', encoding: 'UTF_8' });
      const hmac = crypto.createHmac({ algorithm: 'SHA256', key });
      hmac.update({ input: 'what do ya want for nothing?' });
      return hmac.digest();`;
    const apisecret = ([id]: readonly SqlValue[]) => (id === 'custsecret_a' ? { value: 'Jefe' } : null);
    // RFC 4231, test case 2.
    expect(await evaluate(body, ['N/crypto'], { apisecret })).toBe(
      '5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843',
    );
  });
});

describe('N/cache', () => {
  const cached = "const store = cache.getCache({ name: 'c', scope: parameters.scope });";

  test('keeps values until their time is up, and runs the loader once', async () => {
    const body = `${cached} let loads = 0;
      const loader = ({ key }) => { loads += 1; return { key }; };
      const first = store.get({ key: 'k', loader, ttl: 300 });
      return [first, store.get({ key: 'k', loader }), loads, store.get({ key: 'none' })];`;
    expect(await evaluate(body, ['N/cache'], {}, { input: { scope: 'PRIVATE' } })).toEqual([
      '{"key":"k"}',
      '{"key":"k"}',
      1,
      null,
    ]);
    const [usage] = account.usage.report();
    expect(usage?.units).toBe(2 + 1 + 1);
    account.files.set('/SuiteScripts/a.js', restlet(`${cached} return [store.get({ key: 'k' })];`, ['N/cache']));
    const read = async () => returned(await account.run('/SuiteScripts/a.js', { input: { scope: 'PRIVATE' } }));
    expect(await read()).toEqual(['{"key":"k"}']);
    account.clock.advance(301_000);
    expect(await read()).toEqual([null]);
  });

  test.each([
    ['PRIVATE', [null, null]],
    ['PROTECTED', ['v', null]],
    ['PUBLIC', ['v', 'v']],
  ])('%s is seen by the script itself and by %j (of its SuiteApp, of another)', async (scope, seen) => {
    const write = restlet(`${cached} store.put({ key: 'k', value: 'v' });`, ['N/cache']);
    const read = restlet(`${cached} return [store.get({ key: 'k' })];`, ['N/cache']);
    account = bench(
      { '/SuiteApps/a.b/w.js': write, '/SuiteApps/a.b/r.js': read, '/SuiteApps/c.d/r.js': read },
      { calls },
    );
    const input = { scope };
    await account.run('/SuiteApps/a.b/w.js', { input });
    const results: unknown[] = [];
    for (const app of ['a.b', 'c.d']) {
      results.push(
        (returned(await account.run(`/SuiteApps/${app}/r.js`, { input, name: `of_${app}` })) as unknown[])[0],
      );
    }
    expect(results).toEqual(seen);
  });

  test.each([
    ["store.put({ key: 'k', value: 'v', ttl: 299 });", 'ttl'],
    ["store.put({ key: 'k'.repeat(4097), value: 'v' });", 'key'],
    ["store.put({ key: 'k', value: 'v'.repeat(512001) });", 'value'],
  ])('%s is refused', async (body, what) => {
    account = bench({ '/SuiteScripts/a.js': restlet(`${cached} ${body}`, ['N/cache']) }, { calls });
    expect(failed(await account.run('/SuiteScripts/a.js', { input: { scope: 'PUBLIC' } })).message).toContain(what);
  });
});

describe('N/format', () => {
  const preferences = (values: Record<string, string>) => ({
    companypreference: ([id]: readonly SqlValue[]) => ({ value: values[String(id)] ?? null }),
  });

  test.each([
    [{}, ['3/31/2026', '3/31/2026 9:05:06 am', '9:05 am']],
    [{ DATEFORMAT: 'DD-Mon-YYYY', TIMEFORMAT: 'HH:mm' }, ['31-Mar-2026', '31-Mar-2026 09:05:06', '09:05']],
    [{ DATEFORMAT: 'YYYY-MM-DD', TIMEZONE: 'Europe/Berlin' }, ['2026-03-31', '2026-03-31 6:05:06 pm', '9:05 am']],
    [{ DATEFORMAT: 'D MONTH, YYYY' }, ['31 MARCH, 2026', '31 MARCH, 2026 9:05:06 am', '9:05 am']],
  ])('dates and times by the preferences %j', async (values, shown) => {
    const body = `const moment = new Date(2026, 2, 31, 9, 5, 6);
      const texts = ['DATE', 'DATETIME', 'TIMEOFDAY'].map((type) => format.format({ value: moment, type: format.Type[type] }));
      const back = format.parse({ value: texts[1], type: 'datetime' }).getTime() === moment.getTime();
      const day = format.parse({ value: texts[0], type: 'date' });
      return [...texts, back, day.getTime() === new Date(2026, 2, 31).getTime()];`;
    expect(await evaluate(body, ['N/format'], preferences(values))).toEqual([...shown, true, true]);
  });

  test('a date-time is read and written in the time zone that is given; one that does not exist is GMT', async () => {
    const body = `const zone = (timezone) => format.format({ value: new Date(Date.UTC(2026, 6, 1, 22, 30)), type: 'datetimetz', timezone });
      const tokyo = format.parse({ value: '7/2/2026 7:30:00 am', type: 'datetime', timezone: format.Timezone.ASIA_TOKYO });
      return [zone('ASIA_TOKYO'), zone('Nowhere/Land'), tokyo.toISOString()];`;
    expect(await evaluate(body, ['N/format'])).toEqual([
      '7/2/2026 7:30:00 am',
      '7/1/2026 10:30:00 pm',
      '2026-07-01T22:30:00.000Z',
    ]);
  });

  test('numbers', async () => {
    const body = `const show = (value, type) => format.format({ value, type });
      const read = (value, type) => format.parse({ value, type });
      return [show(1234567.005, 'currency'), show(0.1 + 0.2, 'float'), show(12, 'percent'), show(-5, 'integer'),
        read('1,234.50', 'currency'), read('12.5%', 'percent'), read('-1', 'posinteger'), read('abc', 'float'),
        show(true, 'checkbox'), read('F', 'checkbox'), show('as it is', 'text')];`;
    expect(await evaluate(body, ['N/format'])).toEqual([
      ...['1,234,567.01', '0.30000000000000004', '12%', '-5'],
      ...[1234.5, 12.5, '-1', 'abc', 'T', false, 'as it is'],
    ]);
  });

  test('a number with another format, and a date that there is not', async () => {
    const body = `return [format.format({ value: 1234.5, type: 'currency' }), format.parse({ value: '1.234,50', type: 'currency' }),
      format.parse({ value: '2/30/2026', type: 'date' })];`;
    expect(await evaluate(body, ['N/format'], preferences({ NUMBERFORMAT: '1' }))).toEqual([
      '1.234,50',
      1234.5,
      '2/30/2026',
    ]);
  });
});

describe('N/runtime', () => {
  test('script, user and account', async () => {
    const body = `const script = runtime.getCurrentScript(); const user = runtime.getCurrentUser();
      script.percentComplete = 40;
      return { id: script.id, deployment: script.deploymentId, level: script.logLevel, percent: runtime.getCurrentScript().percentComplete,
        p: script.getParameter({ name: 'custscript_p' }), q: script.getParameter('custscript_q'),
        user: user.id, role: user.role, roleId: user.roleId, account: runtime.accountId, env: runtime.envType,
        context: runtime.executionContext === runtime.ContextType.RESTLET,
        on: runtime.isFeatureInEffect({ feature: 'subsidiaries' }), off: runtime.isFeatureInEffect({ feature: 'X' }),
        level0: user.getPermission('LIST_CUSTJOB') };`;
    const companyfeature = ([id]: readonly SqlValue[]) => (id === 'SUBSIDIARIES' ? { isenabled: 'T' } : null);
    const options = { parameters: { custscript_p: 5 } };
    expect(await evaluate(body, ['N/runtime'], { companyfeature }, options)).toEqual({
      ...{ id: 'customscript_test', deployment: 'customdeploy_test', level: 'DEBUG', percent: 40, p: 5, q: null },
      ...{ user: -5, role: 3, roleId: 'administrator', account: '1234567', env: 'PRODUCTION', context: true },
      ...{ on: true, off: false, level0: 4 },
    });
  });
});

describe('what is not supported', () => {
  test.each([
    ['N/sftp', 'sftp.createConnection({});', 'N/sftp.createConnection'],
    ['N/workflow', 'workflow.initiate();', 'N/workflow.initiate'],
    ['N/crypto', 'crypto.createCipher({});', 'N/crypto.createCipher'],
    ['N/crypto', 'crypto.Padding.NoPadding;', 'N/crypto.Padding.NoPadding'],
    ['N/workflow', 'workflow.trigger.promise();', 'N/workflow.trigger'],
    ['N/runtime', 'runtime.getCurrentUser().department.x;', 'department'],
  ])('using a member of %s: %s throws by name', async (module, body, name) => {
    account = bench({ '/SuiteScripts/a.js': restlet(body, [module]) }, { calls });
    const error = failed(await account.run('/SuiteScripts/a.js'));
    expect(error.name).toBe('SIMULATOR_NOT_SUPPORTED');
    expect(error.message).toContain(name);
  });

  test('naming a module, or copying a module object, is free', async () => {
    const body = 'const copy = { ...sftp, ...crypto }; return [typeof copy.createHash, typeof sftp];';
    expect(await evaluate(body, ['N/sftp', 'N/crypto'])).toEqual(['function', 'function']);
  });
});

describe('N/error and N/log', () => {
  test('an error has what Oracle’s has', async () => {
    const body = `const e = error.create({ name: 'A', message: new Error('inner'), notifyOff: true });
      return [e.type, e.name, e.message, e.notifyOff, JSON.parse(JSON.stringify(e)).name, error.Type.MISSING_REQD_ARGUMENT];`;
    expect(await evaluate(body, ['N/error'])).toEqual([
      ...['error.SuiteScriptError', 'A', 'inner', true, 'A', 'SSS_MISSING_REQD_ARGUMENT'],
    ]);
  });

  test('the log shows objects as JSON, cuts what is too long, and leaves out what is below the level', async () => {
    const body = `log.debug('hidden'); log.audit('a'.repeat(200), 'b'.repeat(5000)); log.error('e', new TypeError('t'));
      log.emergency({ title: 'o', details: { a: [1] } }); const loop = {}; loop.loop = loop; log.error('loop', loop);`;
    await evaluate(body, ['N/log'], {}, { logLevel: 'AUDIT' });
    expect(account.entries.map(({ type, title, details }) => [type, title.length, details])).toEqual([
      ['AUDIT', 99, 'b'.repeat(3999)],
      ['ERROR', 1, 'TypeError: t'],
      ['EMERGENCY', 1, '{"a":[1]}'],
      ['ERROR', 4, '[object Object]'],
    ]);
  });
});
