import { findFile } from '../../files/cabinet';
import type { Account } from '../../kernel/account';
import { installedVersion, ownerOf } from '../installed';
import type { Manifest } from '../project/manifest';
import type { Problems } from '../project/problem';

/** What the check has to know of the account that a project goes into. */
export interface AccountFacts {
  readonly featureIsOn: (feature: string) => boolean;
  /** Application that owns an object; null where the account has no such object. */
  readonly ownerOf: (scriptId: string) => string | null;
  readonly hasFile: (path: string) => boolean;
  /** Version of an application; undefined where it is not installed. */
  readonly installedVersion: (application: string) => string | null | undefined;
}

export function accountFacts(account: Account, featureIsOn: (feature: string) => boolean): AccountFacts {
  return {
    featureIsOn,
    ownerOf: (scriptId) => ownerOf(account, scriptId),
    hasFile: (path) => findFile(account, path) !== null,
    installedVersion: (application) => installedVersion(account, application),
  };
}

const FILE = 'manifest.xml';

/** Checks the manifest against the account: features, other applications, version. */
export function checkManifest(manifest: Manifest, account: AccountFacts, problems: Problems): void {
  for (const { id, required } of manifest.features) {
    if (required && !account.featureIsOn(id)) {
      problems.error(FILE, null, `The manifest requires the feature ${id}, which is not enabled in the account.`);
    }
  }
  for (const application of manifest.applications) {
    if (account.installedVersion(application) === undefined) {
      problems.error(FILE, null, `The application ${application} that the manifest depends on is not installed.`);
    }
  }
  for (const { application, object } of manifest.dependencies) {
    const owner = account.ownerOf(object);
    if (owner === null || (application !== null && owner !== application)) {
      problems.error(FILE, null, `The object ${object} that the manifest depends on is not in the account.`);
    }
  }
  if (manifest.bundles.length > 0) {
    problems.error(
      FILE,
      null,
      `The bundle ${manifest.bundles.join(', ')} that the manifest depends on is not installed.`,
    );
  }
  const current = account.installedVersion(manifest.applicationId);
  if (current && manifest.version && compareVersions(manifest.version, current) < 0) {
    problems.error(FILE, null, `Version ${manifest.version} is lower than the installed version ${current}.`);
  }
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
