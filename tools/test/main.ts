import { findChromium } from '../browser/findChromium';
import { run } from '../build/run';
import { packageSuiteApp } from '../package/packageSuiteApp';
import { runJest } from './jest';
import { add, none, type Tally } from './tally';

/**
 * `npm test`: everything, from a fresh machine. Builds, checks, packages, runs all Jest projects; its last line is
 * `N passed, N failed`. What follows `--` goes to Jest, for example `npm test -- --selectProjects unit`.
 */
export async function main(options: readonly string[]): Promise<number> {
  let tally = none;
  let built = true;
  for (const step of [build, check]) {
    const result = await outcomeOf(step);
    tally = add(tally, result);
    built &&= result.failed === 0 || step === check;
  }
  if (built) {
    const chromium = findChromium();
    tally = add(tally, await runJest(options, chromium));
  }
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed === 0 ? 0 : 1;
}

async function build(): Promise<void> {
  await run('Building the SuiteApp and the simulator', 'npm', ['run', '--silent', 'build']);
  console.log(`Packaged and checked: ${packageSuiteApp()}`);
}

async function check(): Promise<void> {
  await run('Checking types and style', 'npm', ['run', '--silent', 'check']);
}

/** A step that succeeds counts for nothing; one that fails is a failure like that of a test. */
async function outcomeOf(step: () => Promise<void>): Promise<Tally> {
  try {
    await step();
    return none;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}
