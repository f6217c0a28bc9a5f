import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAccount, type SimulatedAccount } from 'netsuite-simulator';
import { type Kept, resolved } from './kept';
import { companySteps, type PublicScript, type Step } from './manifest';
import { problemsOf } from './problems';
import { companyProject, SCRIPT, scriptProject, withProject } from './project';
import type { Sources } from './sources';
import { openSuitelet } from './suitelet';

export interface Outcome {
  readonly script: PublicScript;
  /** What did not hold; none when the script did all that is asserted. */
  readonly problems: readonly string[];
}

const NOW = '2026-07-15T17:00:00Z';

/** Installs the unmodified script in a new account of the demo company, uses it, and looks at what it left. */
export async function runScript(script: PublicScript, sources: Sources): Promise<Outcome> {
  const files = new Map<string, Uint8Array>();
  try {
    for (const [place, path] of Object.entries({ [script.place]: script.path, ...script.with })) {
      files.set(place, sources.read(script.repository, script.commit, path));
    }
    for (const [place, text] of Object.entries(script.own ?? {})) files.set(place, Buffer.from(text));
  } catch (error) {
    return { script, problems: [messageOf(error)] };
  }
  const account = await createAccount({ company: 'demo', now: NOW });
  try {
    return { script, problems: await use(account, script, files) };
  } catch (error) {
    return { script, problems: [messageOf(error), ...errorsOf(account)] };
  } finally {
    await account.close();
  }
}

async function use(
  account: SimulatedAccount,
  script: PublicScript,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<string[]> {
  const support = readFileSync(join('tools', 'compatibility', 'support.js'), 'utf8');
  await withProject(companyProject(script, support), (folder) => account.install(folder));
  const kept: Kept = new Map();
  for (const step of [...companySteps(), ...(script.before ?? [])]) await perform(account, step, kept);
  await account.idle();
  const installed = { ...script, parameters: resolved(script.parameters ?? {}, kept) };
  await withProject(scriptProject(installed, files), (folder) => account.install(folder));
  for (const step of script.steps) await perform(account, step, kept);
  await account.idle();
  const problems = await problemsOf(account, script, kept);
  return problems.length === 0 ? [] : [...problems, ...errorsOf(account)];
}

async function perform(account: SimulatedAccount, given: Step, kept: Kept): Promise<void> {
  const step = resolved(given, kept);
  if (step.fails !== undefined) return await mustFail(account, step, step.fails);
  const value = await valueOf(account, step);
  if ('as' in step && step.as !== undefined) kept.set(step.as, value);
}

async function mustFail(account: SimulatedAccount, step: Step, expected: string): Promise<void> {
  const failure = await valueOf(account, step).then(
    () => null,
    (error: unknown) => messageOf(error),
  );
  if (failure?.includes(expected) !== true)
    throw new Error(`${JSON.stringify(step)} must fail with ${expected}: ${failure}`);
}

async function valueOf(account: SimulatedAccount, step: Step): Promise<unknown> {
  if ('find' in step) {
    const [row] = await account.suiteql(step.find);
    if (row === undefined) throw new Error(`Nothing was found by ${step.find}`);
    return Object.values(row)[0];
  }
  if ('run' in step) {
    return await account.run({ script: `customscript_${SCRIPT}`, deployment: `customdeploy_${SCRIPT}` });
  }
  if ('suitelet' in step) return await openSuitelet(account, step.suitelet, step.given);
  if ('restlet' in step) return await callRestlet(account, step.restlet, step.given);
  const { status, body } = await account.callRestlet({
    script: 'customscript_support',
    deploy: 'customdeploy_support',
    method: 'POST',
    body: step,
  });
  if (status !== 200) throw new Error(`${JSON.stringify(step)}: ${body}`);
  return (JSON.parse(String(body)) as { readonly kept: unknown }).kept;
}

async function callRestlet(account: SimulatedAccount, method: 'GET' | 'POST' | 'PUT' | 'DELETE', given: object) {
  const isRead = method === 'GET' || method === 'DELETE';
  const { status, body } = await account.callRestlet({
    script: `customscript_${SCRIPT}`,
    deploy: `customdeploy_${SCRIPT}`,
    method,
    ...(isRead
      ? { parameters: Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)])) }
      : { body: given }),
  });
  const text = String(body);
  return { status, body: /^[[{"]/.test(text) ? (JSON.parse(text) as unknown) : text };
}

/** What scripts logged as errors, to explain what did not hold. */
function errorsOf(account: SimulatedAccount): string[] {
  return account
    .log()
    .filter(({ type }) => type === 'ERROR' || type === 'SYSTEM')
    .map(({ title, details }) => `log: ${title}: ${details}`.slice(0, 400))
    .filter((line, place, all) => all.indexOf(line) === place);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
