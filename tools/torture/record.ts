import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagedSuiteApp } from '../../__tests__/integration/support/packagedSuiteApp';
import { flows } from '../../__tests__/proof/flows';
import { breakFlows, flowTable } from './exhaustive';
import { playSeeds, randomTable, together } from './random';
import { digestOf, keepRecording, type Recording, readRecording } from './recording';
import { showTeeth, teethTable } from './teeth';

const PAGE = join('docs', 'proof.md');

/** What stands between these lines is written by the tool. */
const START = '<!-- recorded -->';
const END = '<!-- end of what was recorded -->';

/** Seeds between two times that the recording is kept. */
const SEEDS_AT_ONCE = 500;

/**
 * Runs the whole proof and writes its tables into the document. What was found is kept as it goes, so that the same command
 * goes on with a recording that was interrupted, as long as the SuiteApp is the same.
 */
export async function record(seeds: number, jobs: number): Promise<number> {
  let recording = readRecording(digestOf(packagedSuiteApp()));
  const found = (more: Partial<Recording>): void => {
    recording = { ...recording, ...more };
    keepRecording(recording);
  };
  for (const { name } of flows) {
    if (recording.flows.some(({ flow }) => flow === name)) continue;
    found({ flows: [...recording.flows, ...(await breakFlows([name], jobs))] });
  }
  while (recording.random.seeds < seeds) {
    const done = recording.random.seeds;
    const next = await playSeeds(done + 1, Math.min(SEEDS_AT_ONCE, seeds - done), jobs);
    found({ random: together(recording.random, next) });
    console.log(`${recording.random.seeds} of ${seeds} seeds are recorded`);
  }
  if (recording.teeth.length === 0) found({ teeth: await showTeeth() });
  writeInto(PAGE, textOf(recording));
  return isSound(recording) ? 0 : 1;
}

function textOf({ suiteApp, flows, random, teeth }: Recording): string {
  const failures = flows.flatMap((report) => report.failures);
  return [
    `Recorded with version ${version()} (SHA-256 of the SuiteApp's files: \`${suiteApp.slice(0, 16)}\`): each call of each ` +
      `flow, and seeds 1 to ${random.seeds}, each played twice.`,
    flowTable(flows),
    randomTable(random),
    ...(random.failing.length === 0 ? [] : [`Failing seeds: ${random.failing.join(', ')}.`]),
    ...(failures.length === 0 ? [] : [`\`\`\`\n${failures.join('\n')}\n\`\`\``]),
    teethTable(teeth),
  ].join('\n\n');
}

function writeInto(page: string, text: string): void {
  const document = readFileSync(page, 'utf8');
  const start = document.indexOf(START);
  const end = document.indexOf(END);
  if (start < 0 || end < start) throw new Error(`${page} has no place for what is recorded.`);
  writeFileSync(page, `${document.slice(0, start + START.length)}\n\n${text}\n\n${document.slice(end)}`);
}

function isSound({ flows, random, teeth }: Recording): boolean {
  return (
    flows.every(({ runs, recovered }) => runs === recovered) &&
    random.failing.length === 0 &&
    teeth.every(({ run }) => run !== null)
  );
}

function version(): string {
  const manifest = readFileSync('manifest.xml', 'utf8');
  return /<projectversion>([^<]+)</.exec(manifest)?.[1] ?? 'unknown';
}
