import { run } from '../build/run';
import { packageSuiteApp } from './packageSuiteApp';

/** `npm run package`: builds, packages and checks the SuiteApp. */
export async function main(): Promise<number> {
  await run('Building the SuiteApp', 'npm', ['run', '--silent', 'build:suiteapp']);
  console.log(`Packaged and checked: ${packageSuiteApp()}`);
  return 0;
}
