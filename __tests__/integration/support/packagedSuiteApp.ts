import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Path of the packaged SuiteApp that the tests install: what `npm run package` wrote last. */
export function packagedSuiteApp(): string {
  const zip = readdirSync('build').find((file) => /^org\.openbilling\.connector-.*\.zip$/.test(file));
  if (zip === undefined) throw new Error('There is no packaged SuiteApp in build/: run npm run package.');
  return join('build', zip);
}
