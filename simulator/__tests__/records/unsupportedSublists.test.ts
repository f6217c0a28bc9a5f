import { createAccount, type SimulatedAccount } from '../../src/index';
import { APP, folderOf, object, removeProjects, script, suiteApp } from '../sdf/projects';

const RUNNER = script(
  'Restlet',
  `{ post: ({ type, sublistId, isDynamic }) => {
    const made = record.create({ type, isDynamic });
    const answers = [];
    for (const read of [
      () => made.getLineCount({ sublistId }),
      () => made.getSublistValue({ sublistId, fieldId: 'id', line: 0 }),
    ]) {
      try {
        answers.push(read());
      } catch (error) {
        answers.push(error.name + ': ' + error.message);
      }
    }
    return answers;
  } }`,
  ['N/record'],
);

let account: SimulatedAccount;

beforeAll(async () => {
  account = await createAccount({ company: 'demo', now: '2026-07-15T17:00:00Z' });
  await account.install(
    folderOf(
      suiteApp({
        [`FileCabinet/SuiteApps/${APP}/run.js`]: RUNNER,
        ...object(`<restlet scriptid="customscript_x_run"><name>Run</name><scriptfile>[/SuiteApps/${APP}/run.js]</scriptfile>
          <scriptdeployments><scriptdeployment scriptid="customdeploy_x_run"><status>RELEASED</status><title>Run</title>
          <allroles>T</allroles></scriptdeployment></scriptdeployments></restlet>`),
      }),
    ),
  );
});

afterAll(async () => {
  removeProjects();
  await account.close();
});

async function answers(body: object): Promise<unknown[]> {
  const call = { script: 'customscript_x_run', deploy: 'customdeploy_x_run', method: 'POST' as const };
  return JSON.parse((await account.callRestlet({ ...call, body })).body) as unknown[];
}

describe('a sublist that the record type does not have', () => {
  it.each([false, true])('counts -1 lines and has no values, dynamic: %s', async (isDynamic) => {
    expect(await answers({ type: 'salesorder', sublistId: 'nosuchlist', isDynamic })).toEqual([
      -1,
      expect.stringMatching(/^SSS_INVALID_SUBLIST_OPERATION/),
    ]);
  });

  it.each([false, true])(
    'is refused by name where NetSuite has it: related records, dynamic: %s',
    async (isDynamic) => {
      const refusal = 'SIMULATOR_NOT_SUPPORTED: The simulator does not support the sublist links of salesorder.';
      expect(await answers({ type: 'salesorder', sublistId: 'links', isDynamic })).toEqual([refusal, refusal]);
    },
  );
});
