import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from './checks';
import { readPackage } from './suiteAppPackage';

const folder = 'build';
/** As the SuiteCloud CLI names it: application id, version, time. */
const packaged = /^(org\.openbilling\.connector-\d+\.\d+\.\d+)-\d{4}-.*\.zip$/;
/** As it is kept; that of an earlier version must not be taken for the newest. */
const kept = /^org\.openbilling\.connector-.*\.zip$/;

/**
 * Packages the built SuiteApp with the SuiteCloud CLI (which needs neither an account nor Java for this) and checks what
 * came out. Answers the path of the zip, `build/org.openbilling.connector-<version>.zip`; throws with every rule that
 * the package breaks.
 */
export function packageSuiteApp(): string {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder).filter((name) => kept.test(name))) rmSync(join(folder, file));
  const cli = join('node_modules', '@oracle', 'suitecloud-cli', 'src', 'suitecloud.js');
  const run = spawnSync(process.execPath, [cli, 'project:package'], { encoding: 'utf8' });
  const [zip] = zips();
  if (run.status !== 0 || zip === undefined) {
    throw new Error(`suitecloud project:package failed:\n${run.stdout}${run.stderr}`);
  }
  const path = join(folder, `${packaged.exec(zip)?.[1]}.zip`);
  renameSync(join(folder, zip), path);
  checkPackage(path);
  return path;
}

/** Throws with every rule that the package breaks. */
export function checkPackage(path: string): void {
  const contents = readPackage(path);
  const problems = Object.entries(checks).flatMap(([name, check]) =>
    check(contents).map((problem) => `  ${name}: ${problem}`),
  );
  if (problems.length > 0) throw new Error(`${path} must not be installed:\n${problems.join('\n')}`);
}

function zips(): string[] {
  return readdirSync(folder).filter((file) => packaged.test(file));
}
