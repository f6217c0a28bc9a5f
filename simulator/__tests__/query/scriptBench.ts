import { queryCalls } from '../../src/calls/query';
import { searchCalls } from '../../src/calls/search';
import { createExecutionCore } from '../../src/execution';
import type { Account } from '../../src/kernel/account';
import type { ExecutionOutcome } from '../../src/kernel/execution';
import { execute } from '../../src/kernel/operation';
import type { Wire } from '../../src/kernel/wire';

/** Runs a function of N/query and N/search, `(query, search) => ...`, in a script of the account. */
export async function inScript(account: Account, body: string, units = 5000): Promise<ExecutionOutcome> {
  const text = `define(['N/query', 'N/search'], (query, search) => ({ get: () => JSON.stringify((${body})()) }));`;
  const core = createExecutionCore({
    account,
    calls: { ...queryCalls, ...searchCalls },
    source: () => text,
    seed: 1,
  });
  try {
    return await core.scheduler.spawn(
      'test',
      execute({
        script: {
          scriptType: 'RESTLET',
          script: '1',
          deployment: '1',
          scriptId: 'customscript_test',
          deploymentId: 'customdeploy_test',
          name: 'Test',
          file: '/SuiteScripts/a.js',
          logLevel: 'DEBUG',
          parameters: {},
        },
        entryPoint: 'get',
        input: {},
        user: { id: '-5', name: 'A', email: 'a@a.test', role: '3', roleScriptId: 'administrator', subsidiary: '1' },
        context: 'RESTLET',
        limits: { units, seconds: 300 },
      }),
    );
  } finally {
    await core.close();
  }
}

/** What the function gave, and the units that it used; throws what it threw. */
export async function result(account: Account, body: string): Promise<{ value: unknown; units: number }> {
  const outcome = await inScript(account, body);
  if (outcome.status === 'failed') throw Object.assign(new Error(outcome.error.message), { name: outcome.error.name });
  const output = outcome.output as { readonly text?: Wire };
  const text = String(output.text ?? '');
  return { value: text === '' ? undefined : JSON.parse(text), units: outcome.unitsUsed };
}
