import { createAccount, type SimulatedAccount } from '../../src/index';
import { APP, folderOf, object, removeProjects, script, suiteApp } from '../sdf/projects';

const ASKER = script(
  'Restlet',
  `{ post: ({ date, ...options }) => {
    const before = runtime.getCurrentScript().getRemainingUsage();
    try {
      const rate = currency.exchangeRate({ ...options, ...(date ? { date: new Date(date[0], date[1] - 1, date[2]) } : {}) });
      return { rate, units: before - runtime.getCurrentScript().getRemainingUsage() };
    } catch (error) {
      return { error: error.name };
    }
  } }`,
  ['N/currency', 'N/runtime'],
);

let account: SimulatedAccount;

beforeAll(async () => {
  account = await createAccount({ company: 'demo', now: '2026-07-15T17:00:00Z' });
  await account.install(
    folderOf(
      suiteApp({
        [`FileCabinet/SuiteApps/${APP}/ask.js`]: ASKER,
        ...object(`<restlet scriptid="customscript_x_ask"><name>Ask</name><scriptfile>[/SuiteApps/${APP}/ask.js]</scriptfile>
          <scriptdeployments><scriptdeployment scriptid="customdeploy_x_ask"><status>RELEASED</status><title>Ask</title>
          <allroles>T</allroles></scriptdeployment></scriptdeployments></restlet>`),
      }),
    ),
  );
});

afterAll(async () => {
  removeProjects();
  await account.close();
});

async function ask(body: object): Promise<unknown> {
  const call = { script: 'customscript_x_ask', deploy: 'customdeploy_x_ask', method: 'POST' as const };
  return JSON.parse((await account.callRestlet({ ...call, body })).body);
}

describe('currency.exchangeRate', () => {
  it('is what one unit of the source is worth in the target today, for 10 units', async () => {
    expect(await ask({ source: 'EUR', target: 'USD' })).toEqual({ rate: 1.1, units: 10 });
  });

  it('is the latest rate that took effect by a day', async () => {
    expect(await ask({ source: 'EUR', target: 'USD', date: [2026, 6, 30] })).toMatchObject({ rate: 1.08 });
    expect(await ask({ source: 'gbp', target: 'usd', date: [2026, 10, 1] })).toMatchObject({ rate: 1.3 });
  });

  it('takes internal ids, and is 1 between a currency and itself', async () => {
    const [euro] = await account.suiteql("SELECT id FROM currency WHERE symbol = 'EUR'");
    const [dollar] = await account.suiteql("SELECT id FROM currency WHERE symbol = 'USD'");
    expect(await ask({ source: euro?.id, target: dollar?.id })).toMatchObject({ rate: 1.1 });
    expect(await ask({ source: 'USD', target: 'USD' })).toMatchObject({ rate: 1 });
  });

  it('refuses what is missing, no currency, and a target without rates', async () => {
    expect(await ask({ source: 'EUR' })).toEqual({ error: 'SSS_MISSING_REQD_ARGUMENT' });
    expect(await ask({ source: 'EUR', target: 'XXX' })).toEqual({ error: 'SSS_INVALID_CURRENCY_ID' });
    expect(await ask({ source: 'USD', target: 'GBP' })).toEqual({ error: 'SIMULATOR_NOT_SUPPORTED' });
  });
});
