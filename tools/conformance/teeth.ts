import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ConformanceCase } from '../../simulator/__tests__/conformance/harness/case';
import { buildRunner, buildSimulator, removeFolder, temporaryFolder } from './build';

/** What became of a rule that was switched off. */
export interface Bite {
  readonly id: string;
  /** True where the rule's own case failed without the rule, and passed with it. */
  readonly noticed: boolean;
  /** Why the case failed, or what is wrong with the switch. */
  readonly message: string;
}

interface Outcome {
  readonly id: string;
  readonly passed: boolean;
  readonly message: string;
}

/** A case that hangs without its rule has noticed, too. */
const PATIENCE = 60_000;

/**
 * Runs cases against the simulator as it is, then each against a build without its own rule.
 *
 * @param tell is told of each as soon as it is known
 */
export async function bite(cases: readonly ConformanceCase[], tell: (bite: Bite) => void = () => {}): Promise<Bite[]> {
  const folder = temporaryFolder();
  try {
    const runner = await buildRunner(folder);
    const whole = join(folder, 'whole');
    await buildSimulator(whole, null);
    const before = await runCases(
      runner,
      whole,
      cases.map(({ id }) => id),
      PATIENCE * cases.length,
    );
    const bites: Bite[] = [];
    for (const testCase of cases) {
      const found = before.find(({ id }) => id === testCase.id);
      const one = found?.passed ? await biteOne(runner, folder, testCase) : failedBefore(testCase.id, found);
      bites.push(one);
      tell(one);
    }
    return bites;
  } finally {
    removeFolder(folder);
  }
}

async function biteOne(runner: string, folder: string, { id, without }: ConformanceCase): Promise<Bite> {
  const build = join(folder, id);
  try {
    await buildSimulator(build, without);
  } catch (error) {
    return { id, noticed: false, message: `It cannot be built: ${error instanceof Error ? error.message : error}` };
  }
  const [outcome] = await runCases(runner, build, [id], PATIENCE);
  removeFolder(build);
  if (outcome?.passed) return { id, noticed: false, message: 'Its case passes without the rule.' };
  return { id, noticed: true, message: outcome?.message ?? 'It did not end.' };
}

function failedBefore(id: string, outcome: Outcome | undefined): Bite {
  return { id, noticed: false, message: `Its case fails with the rule: ${outcome?.message ?? 'it did not end'}` };
}

/** Outcomes of the cases that ended in time. */
function runCases(runner: string, build: string, ids: readonly string[], patience: number): Promise<Outcome[]> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [runner, join(build, 'index.js'), ...ids], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, NODE_OPTIONS: '', TZ: 'America/Los_Angeles' },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    child.once('close', () => {
      clearTimeout(timer);
      const lines = output.split('\n').filter((line) => line.startsWith('{'));
      resolve(lines.map((line) => JSON.parse(line) as Outcome));
    });
  });
}
