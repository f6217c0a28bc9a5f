import { isFeatureInEffect } from '../company/settings';
import { writeFileAt } from '../files/cabinet';
import type { Account } from '../kernel/account';
import { errorData } from '../kernel/errors';
import type { Caller } from '../kernel/execution';
import type { Operation } from '../kernel/operation';
import { runInstallation } from '../scripts/installation';
import { deployedScript } from '../scripts/registry';
import { SYSTEM_USER } from '../scripts/users';
import { accountFacts } from './check/accountCheck';
import { checkProject } from './check/projectCheck';
import { definedIds } from './check/references';
import { installedVersion, recordFile, recordObject, recordProject } from './installed';
import type { InstallContext } from './objects/context';
import { OBJECT_INSTALLERS } from './objects/index';
import type { DeployStep } from './project/deployFile';
import { DeploymentError, type Problem } from './project/problem';
import { filesOfStep, objectsOfStep, type Project, type ProjectObject, readProject } from './project/project';

/** What was installed. */
export interface InstallReport {
  /** `org.openbilling.connector`, or the name of an account customization. */
  readonly application: string;
  readonly name: string;
  readonly version: string | null;
  /** The version that was installed before; null for the first time. */
  readonly fromVersion: string | null;
  readonly objects: readonly {
    readonly type: string;
    readonly scriptId: string;
    readonly action: 'created' | 'updated';
  }[];
  /** File cabinet paths. */
  readonly files: readonly string[];
  readonly warnings: readonly Problem[];
}

const INSTALLER: Caller = { user: SYSTEM_USER, context: 'SDFINSTALLATION', execution: null };

/**
 * Installs a SuiteCloud project from its folder or zip, or upgrades it, with its installation preferences applied.
 *
 * Everything that can be checked is checked first. Then all of it is written or nothing, in one transaction; only
 * installation scripts divide it, because a script runs outside of transactions: what stands in deploy.xml before a
 * script that throws has been installed, what stands after it has not (section_1548438348).
 *
 * @throws DeploymentError with every problem of the project, or the error of the object or script that failed
 */
export function* installProject(account: Account, path: string, caller: Caller = INSTALLER): Operation<InstallReport> {
  const project = readProject(path);
  checkProject(
    project,
    accountFacts(account, (feature) => isFeatureInEffect(account, feature)),
  );
  project.problems.stopAtErrors();
  const { manifest } = project;
  const context: InstallContext = { account, project, application: manifest.applicationId, owner: caller.user.id };
  const fromVersion = installedVersion(account, manifest.applicationId) ?? null;
  const objects: InstallReport['objects'][number][] = [];
  const files: string[] = [];
  const installed = new Set<ProjectObject>();
  let isFirst = true;
  for (const { stretch, script } of stretches(project.steps)) {
    const beforehand = isFirst ? [...project.steps] : [];
    const own = stretch.flatMap((step) => objectsOfStep(project, step));
    account.store.transaction(() => {
      for (const step of beforehand) files.push(...installFiles(context, step));
      const scripts = isFirst ? installationScripts(project) : [];
      const fresh = [...scripts, ...own].filter((object) => !installed.has(object) && installed.add(object));
      objects.push(...installObjects(context, fresh));
      if (script === null) recordProject(account, manifest);
    });
    isFirst = false;
    if (script) yield* runScript(context, script, caller, fromVersion);
  }
  const { applicationId: application, name, version } = manifest;
  return { application, name, version, fromVersion, objects, files, warnings: project.problems.warnings };
}

type RunStep = Extract<DeployStep, { kind: 'run' }>;

/** The steps of deploy.xml between installation scripts; the last stretch has no script. */
function stretches(steps: readonly DeployStep[]): { stretch: DeployStep[]; script: RunStep | null }[] {
  const result: { stretch: DeployStep[]; script: RunStep | null }[] = [];
  let stretch: DeployStep[] = [];
  for (const step of steps) {
    if (step.kind !== 'run') stretch.push(step);
    else {
      result.push({ stretch, script: step });
      stretch = [];
    }
  }
  return [...result, { stretch, script: null }];
}

/** Installation scripts are there before anything else, so that one can run before the objects. */
function installationScripts(project: Project): ProjectObject[] {
  const paths = project.steps.flatMap((step) => (step.kind === 'run' ? [step.path] : []));
  return project.objects.filter(({ file }) => paths.includes(file));
}

function installFiles({ account, project, application }: InstallContext, step: DeployStep): string[] {
  return filesOfStep(project, step).map(({ file, path }) => {
    writeFileAt(account, path, project.files.get(file) ?? new Uint8Array());
    recordFile(account, path, application, project.preferences.isHidden(file));
    return path;
  });
}

function installObjects(context: InstallContext, objects: readonly ProjectObject[]): InstallReport['objects'] {
  const { account, project, application } = context;
  for (const round of ['declare', 'install', 'complete'] as const) {
    for (const object of objects) {
      try {
        OBJECT_INSTALLERS[object.type]?.[round]?.(context, object);
      } catch (error) {
        const { message } = errorData(error);
        throw new DeploymentError([{ file: object.file, object: object.scriptId, message }]);
      }
    }
  }
  return objects.map(({ type, scriptId, root }) => {
    const isLocked = project.preferences.isLocked(scriptId);
    const [isNew] = definedIds(root).map((id) => recordObject(account, id, type, application, isLocked));
    return { type, scriptId, action: isNew ? 'created' : 'updated' };
  });
}

function* runScript(
  { account, project }: InstallContext,
  step: RunStep,
  caller: Caller,
  fromVersion: string | null,
): Operation<void> {
  const object = project.objects.find(({ file }) => file === step.path);
  const script = object ? deployedScript(account, object.scriptId, step.deployment) : null;
  if (!object || !script) throw new Error(`${step.path} was checked and is not installed`);
  const toVersion = project.manifest.version ?? '';
  const outcome = yield* runInstallation(caller, script, { fromVersion, toVersion });
  if (outcome.status === 'failed') {
    const { name, message } = outcome.error;
    throw new DeploymentError([{ file: step.path, object: object.scriptId, message: `${name}: ${message}` }]);
  }
}
