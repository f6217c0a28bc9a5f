import { writeFileAt } from '../../src/files/cabinet';
import { createAccount, type SimulatedAccount } from '../../src/index';
import { execute } from '../../src/kernel/operation';

let account: SimulatedAccount;

beforeEach(async () => {
  account = await createAccount({ company: 'empty', seed: 7, now: '2026-07-15T17:00:00Z' });
});

afterEach(() => account.close());

test('runs a script file of its cabinet and keeps the log', async () => {
  writeFileAt(
    account.account,
    '/SuiteScripts/a.js',
    "define(['N/log'], (log) => ({ execute: () => log.audit('ran', 1) }));",
  );
  const outcome = await account.perform(execute(scheduled('/SuiteScripts/a.js')));
  expect(outcome.status).toBe('completed');
  expect(account.log()).toMatchObject([
    { type: 'AUDIT', title: 'ran', details: '1', date: '2026-07-15T17:00:00.000Z' },
  ]);
});

function scheduled(file: string) {
  return {
    script: {
      scriptType: 'SCHEDULED' as const,
      script: '1',
      deployment: '1',
      scriptId: 'customscript_a',
      deploymentId: 'customdeploy_a',
      name: 'a',
      file,
      logLevel: 'DEBUG' as const,
      parameters: {},
    },
    entryPoint: 'execute',
    input: { type: 'ON_DEMAND' },
    user: { id: '-4', name: 'System', email: '', role: '3', roleScriptId: 'administrator', subsidiary: null },
    context: 'SCHEDULED',
    limits: { units: 10_000, seconds: 3600 },
  };
}
