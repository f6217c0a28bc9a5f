import { isDeepStrictEqual } from 'node:util';
import type { SimulatedAccount } from 'netsuite-simulator';
import { type Kept, resolved } from './kept';
import type { Expectation, PublicScript, Values } from './manifest';
import { SCRIPT } from './project';

/** What the account does not hold of what is expected. */
export async function problemsOf(account: SimulatedAccount, script: PublicScript, kept: Kept): Promise<string[]> {
  const problems: string[] = [];
  for (const given of script.expect) {
    const problem = await problemOf(account, resolved(given, kept), kept);
    if (problem !== null) problems.push(problem);
  }
  return problems;
}

async function problemOf(account: SimulatedAccount, given: Expectation, kept: Kept): Promise<string | null> {
  if ('rows' in given) return differ(given.rows, texts(await account.suiteql(given.rows)), texts(given.are));
  if ('mails' in given) {
    const mails = account.outbox().map((mail) => mail as unknown as Values);
    return differ(
      'mails',
      mails.map((mail, index) => pick(mail, given.mails[index] ?? mail)),
      given.mails,
    );
  }
  if ('log' in given) return logProblem(account, given);
  if ('noErrors' in given) {
    const errors = linesOf(account).filter(({ type }) => type === 'ERROR' || type === 'SYSTEM');
    return errors.length === 0 ? null : `The script logged ${errors.length} errors.`;
  }
  if ('contents' in given) return lacks(given.contents, await contentsOf(account, given.contents), given.contains);
  const answer = kept.get(given.answer);
  if (given.contains !== undefined) return lacks(given.answer, JSON.stringify(answer), given.contains);
  return differ(given.answer, partOf(answer, given.is), given.is);
}

function linesOf(account: SimulatedAccount) {
  return account.log({ script: `customscript_${SCRIPT}` });
}

function logProblem(account: SimulatedAccount, { log, contains }: { readonly log: string; readonly contains: string }) {
  const lines = linesOf(account);
  const isThere = lines.some(({ title, details }) => title === log && details.includes(contains));
  if (isThere) return null;
  const shown = lines.map(({ type, title, details }) => `${type} ${title}: ${details}`).join(' / ');
  return `The log has no line "${log}" with "${contains}", but ${shown.slice(0, 600)}`;
}

async function contentsOf(account: SimulatedAccount, path: string): Promise<string> {
  const { status, body } = await account.callRestlet({
    script: 'customscript_support',
    deploy: 'customdeploy_support',
    method: 'POST',
    body: { read: path },
  });
  return status === 200 ? (JSON.parse(body) as { readonly kept: string }).kept : body;
}

function lacks(what: string, text: string, contains: string): string | null {
  return text.includes(contains) ? null : `${what} does not contain "${contains}": ${text.slice(0, 400)}`;
}

function differ(what: string, found: unknown, expected: unknown): string | null {
  if (isDeepStrictEqual(found, expected)) return null;
  return `${what}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`;
}

function texts(rows: readonly Values[]): Record<string, string | null>[] {
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)])),
  );
}

/** As much of an answer as the expectation names. */
function partOf(answer: unknown, expected: unknown): unknown {
  if (!isObject(answer) || !isObject(expected)) return answer;
  return Object.fromEntries(Object.keys(expected).map((name) => [name, partOf(answer[name], expected[name])]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pick(mail: Values, named: Values): Values {
  return Object.fromEntries(Object.keys(named).map((name) => [name, mail[name]]));
}
