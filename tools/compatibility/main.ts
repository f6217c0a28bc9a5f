import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { publicScripts } from './manifest';
import { report } from './report';
import { type Outcome, runScript } from './runScript';
import { sourcesIn } from './sources';

/**
 * `npm run compatibility -- --sources DIR`: runs the public scripts and writes docs/compatibility.md; with `--only`
 * (part of a script's name) it runs those and writes nothing.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { sources: { type: 'string' }, only: { type: 'string', multiple: true } },
  });
  if (values.sources === undefined) throw new Error('Say where the clones are: --sources DIR');
  // NetSuite's servers run in Pacific time.
  process.env.TZ = 'America/Los_Angeles';
  const sources = sourcesIn(resolve(values.sources));
  const chosen = publicScripts().filter(({ id }) => values.only?.some((part) => id.includes(part)) ?? true);
  const outcomes: Outcome[] = [];
  for (const script of chosen) {
    const outcome = await runScript(script, sources);
    outcomes.push(outcome);
    console.log(`${outcome.problems.length === 0 ? 'as asserted' : 'FAILED     '} ${script.id}`);
    for (const problem of outcome.problems) console.log(`    ${problem}`);
  }
  if (values.only === undefined) writeFileSync(join('docs', 'compatibility.md'), report(outcomes));
  const failed = outcomes.filter(({ problems }) => problems.length > 0).length;
  console.log(`${outcomes.length - failed} of ${outcomes.length} scripts did what is asserted.`);
  return failed === 0 && outcomes.length > 0 ? 0 : 1;
}
