import type { Check } from '../suiteAppPackage';
import { features } from './features';
import { headers } from './headers';
import { identifiers } from './identifiers';
import { manifest } from './manifest';
import { names } from './names';
import { notices } from './notices';
import { objectFileNames } from './objectFileNames';
import { onlyExpectedFiles } from './onlyExpectedFiles';
import { references } from './references';
import { keepsReleasedObjects } from './releasedObjects';
import { scriptFiles } from './scriptFiles';
import { size } from './size';
import { syntax } from './syntax';

/** What every package must keep, by name. To add a rule: one file here, one line below, one broken copy in the test. */
export const checks: Readonly<Record<string, Check>> = {
  manifest,
  objectFileNames,
  identifiers,
  names,
  references,
  keepsReleasedObjects,
  scriptFiles,
  headers,
  syntax,
  features,
  onlyExpectedFiles,
  notices,
  size,
};
