import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Tally } from './tally';

const reportFile = join('build', 'test-report.json');

/** What is read of the report that Jest writes with `--json`. */
interface JestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Test files that could not be run at all. */
  readonly numRuntimeErrorTestSuites: number;
}

/**
 * Runs the Jest projects and counts what its report says.
 * @param chromium path of the browser for the browser tests; null lets them fail
 */
export async function runJest(options: readonly string[], chromium: string | null): Promise<Tally> {
  rmSync(reportFile, { force: true });
  const jest = join('node_modules', 'jest', 'bin', 'jest.js');
  const child = spawn(
    process.execPath,
    ['--experimental-vm-modules', '--no-warnings', jest, '--json', `--outputFile=${reportFile}`, ...options],
    {
      // The report goes to the file; what people read, Jest writes to stderr.
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
        // NetSuite's servers run in Pacific time.
        TZ: 'America/Los_Angeles',
        ...(chromium === null ? {} : { CHROMIUM: chromium }),
      },
    },
  );
  await new Promise((resolve) => child.once('close', resolve));
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 };
  return tallyOf(JSON.parse(readFileSync(reportFile, 'utf8')) as JestReport);
}

/** A skipped test proves nothing and counts as failed, and so does a run that found no test at all. */
function tallyOf(report: JestReport): Tally {
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped > 0) console.error(`${skipped} tests were skipped.`);
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites + skipped;
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed };
}
