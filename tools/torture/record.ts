import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakFlows, flowTable } from './exhaustive';
import { playSeeds, randomTable } from './random';
import { showTeeth, teethTable } from './teeth';

const FILE = join('docs', 'proof.md');

/** What stands between these lines is written by the tool. */
const START = '<!-- recorded -->';
const END = '<!-- end of what was recorded -->';

/** Runs the whole proof and writes its tables into the document. */
export async function record(seeds: number, jobs: number): Promise<number> {
  const reports = await breakFlows([], jobs);
  const random = await playSeeds(1, seeds, jobs);
  const bites = await showTeeth();
  const failures = reports.flatMap((report) => report.failures);
  const text = [
    `Recorded with version ${version()}; seeds 1 to ${seeds}, each played twice.`,
    flowTable(reports),
    randomTable(random),
    ...(random.failing.length === 0 ? [] : [`Failing seeds: ${random.failing.join(', ')}.`]),
    ...(failures.length === 0 ? [] : [`\`\`\`\n${failures.join('\n')}\n\`\`\``]),
    teethTable(bites),
  ].join('\n\n');
  const document = readFileSync(FILE, 'utf8');
  const start = document.indexOf(START);
  const end = document.indexOf(END);
  if (start < 0 || end < start) throw new Error(`${FILE} has no place for what is recorded.`);
  writeFileSync(FILE, `${document.slice(0, start + START.length)}\n\n${text}\n\n${document.slice(end)}`);
  const isSound = failures.length === 0 && random.failing.length === 0 && bites.every(({ run }) => run !== null);
  return isSound ? 0 : 1;
}

function version(): string {
  const manifest = readFileSync('manifest.xml', 'utf8');
  return /<projectversion>([^<]+)</.exec(manifest)?.[1] ?? 'unknown';
}
