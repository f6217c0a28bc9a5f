import { cabinetPathOf, filesOfStep, objectsOfStep, type Project, type ProjectObject } from '../project/project';
import type { XmlElement } from '../project/xml';
import { OBJECT_SCHEMAS } from '../schema/index';
import { type AccountFacts, checkManifest } from './accountCheck';
import { checkObjectRules } from './objectRules';
import { definedIds, parseReference, splitValues } from './references';
import { checkSchema } from './schemaCheck';
import { SCRIPT_TYPE_TAGS, scriptHeader } from './scriptHeader';

/**
 * Checks a project as `suitecloud project:deploy` does before it changes anything: manifest, objects, references,
 * files. Everything that is wrong goes to the project's problems.
 */
export function checkProject(project: Project, account: AccountFacts): void {
  checkManifest(project.manifest, account, project.problems);
  checkFilePlaces(project);
  checkSteps(project);
  const deployed = project.steps.flatMap((step) => objectsOfStep(project, step));
  const ids = new Map<string, ProjectObject>();
  for (const object of deployed) {
    const { file, scriptId, root } = object;
    const refuse = (message: string): void => project.problems.error(file, scriptId, message);
    const other = ids.get(scriptId);
    if (other && other.file !== file) refuse(`The scriptid is also used in ${other.file}.`);
    if (file.slice(file.lastIndexOf('/') + 1) !== `${scriptId}.xml`) {
      refuse(`The file name must be ${scriptId}.xml, as the scriptid.`);
    }
    checkSchema(root, {
      error: refuse,
      feature: (feature, element) => warnOfFeature(project, object, feature, element),
    });
    if (OBJECT_SCHEMAS[root.name]) checkObjectRules(root, refuse);
    checkFeatures(project, object);
    const owner = account.ownerOf(scriptId);
    if (owner !== null && owner !== project.manifest.applicationId) refuse(`The object belongs to ${owner} already.`);
    for (const id of definedIds(root)) ids.set(id, object);
  }
  for (const object of deployed) checkReferences(object.root, object, project, ids, account);
}

/** A SuiteApp's files go into its own folder; account customizations have three folders of their own (section_4724963992). */
function checkFilePlaces(project: Project): void {
  const { type, applicationId } = project.manifest;
  const allowed =
    type === 'SUITEAPP'
      ? [`/SuiteApps/${applicationId}/`]
      : ['/SuiteScripts/', '/Templates/', '/Web Site Hosting Files/'];
  for (const step of project.steps) {
    for (const { file, path } of filesOfStep(project, step)) {
      if (!allowed.some((folder) => path.startsWith(folder))) {
        project.problems.error(file, null, `Files of the project must be in ${allowed.join(' or ')}.`);
      }
    }
  }
}

function checkSteps(project: Project): void {
  for (const step of project.steps) {
    if (step.kind === 'translationimports' && [...project.files.keys()].some((file) => file.endsWith('.xlf'))) {
      project.problems.error('deploy.xml', null, 'The simulator does not support translation imports.');
    }
    if (step.kind !== 'run') continue;
    const script = project.objects.find(({ file }) => file === step.path);
    if (script?.type !== 'sdfinstallationscript') {
      project.problems.error('deploy.xml', null, `The script to run, ~/${step.path}, is no sdfinstallationscript.`);
    } else if (!definedIds(script.root).includes(`${script.scriptId}.${step.deployment}`)) {
      project.problems.error('deploy.xml', null, `The script ${script.scriptId} has no deployment ${step.deployment}.`);
    }
  }
}

function checkFeatures(project: Project, { file, scriptId, type }: ProjectObject): void {
  for (const feature of OBJECT_SCHEMAS[type]?.features ?? []) {
    if (!project.manifest.features.some(({ id, required }) => id === feature && required)) {
      project.problems.error(
        file,
        scriptId,
        `A project with a ${type} must name the feature ${feature} as required in its manifest.`,
      );
    }
  }
}

function warnOfFeature(project: Project, { file, scriptId }: ProjectObject, feature: string, element: string): void {
  if (project.manifest.features.some(({ id }) => id === feature)) return;
  project.problems.warning(
    file,
    scriptId,
    `The field ${element} needs the feature ${feature}; name it in the manifest.`,
  );
}

function checkReferences(
  element: XmlElement,
  object: ProjectObject,
  project: Project,
  ids: ReadonlyMap<string, ProjectObject>,
  account: AccountFacts,
): void {
  const refuse = (message: string): void => project.problems.error(object.file, object.scriptId, message);
  for (const value of element.text.startsWith('[') ? splitValues(element.text) : []) {
    const reference = parseReference(value);
    if (!reference) {
      if (value.startsWith('[')) refuse(`The reference ${value} in ${element.name} is not well-formed.`);
    } else if (reference.kind === 'file') {
      checkFile(reference.path, element, object, project, account, refuse);
    } else if (!isKnown(reference.scriptId, reference.application, project, ids, account)) {
      refuse(
        `The reference ${value} in ${element.name} cannot be resolved, neither in the project nor in the account.`,
      );
    }
  }
  for (const child of element.children) checkReferences(child, object, project, ids, account);
}

/** An object of the account outside of the project has to be a dependency of the manifest. */
function isKnown(
  scriptId: string,
  application: string | null,
  project: Project,
  ids: ReadonlyMap<string, ProjectObject>,
  account: AccountFacts,
): boolean {
  const own = application === null || application === project.manifest.applicationId;
  if (own && ids.has(scriptId)) return true;
  const owner = account.ownerOf(scriptId);
  if (owner === null || (application !== null && owner !== application)) return false;
  return (
    owner === project.manifest.applicationId ||
    project.manifest.dependencies.some(({ object }) => object === scriptId || scriptId.startsWith(`${object}.`))
  );
}

function checkFile(
  path: string,
  element: XmlElement,
  object: ProjectObject,
  project: Project,
  account: AccountFacts,
  refuse: (message: string) => void,
): void {
  const bytes = [...project.files].find(([file]) => cabinetPathOf(file) === path)?.[1];
  if (!bytes) {
    if (!account.hasFile(path)) refuse(`The file ${path} in ${element.name} does not exist.`);
    return;
  }
  if (element.name !== 'scriptfile') return;
  if (!path.endsWith('.js')) refuse(`The file ${path} in scriptfile is no .js file.`);
  const wanted = SCRIPT_TYPE_TAGS[object.type];
  const header = scriptHeader(Buffer.from(bytes).toString('utf8'));
  if (wanted && element.text === scriptFileOf(object) && header.scriptType?.toLowerCase() !== wanted) {
    refuse(`The file ${path} must have the tag @NScriptType ${wanted}, not "${header.scriptType ?? ''}".`);
  }
  if (wanted && element.text === scriptFileOf(object) && header.apiVersion === null) {
    refuse(`The file ${path} must have the tag @NApiVersion.`);
  }
}

function scriptFileOf(object: ProjectObject): string | undefined {
  return object.root.children.find(({ name }) => name === 'scriptfile')?.text;
}
