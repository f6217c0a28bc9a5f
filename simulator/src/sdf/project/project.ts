import { type DeployStep, matchesPath, readDeployFile } from './deployFile';
import { type Manifest, readManifest } from './manifest';
import { type InstallationPreferences, readPreferences } from './preferences';
import { DeploymentError, Problems } from './problem';
import { type ProjectFiles, readProjectFiles } from './source';
import { parseXml, type XmlElement } from './xml';

/** One object of a project: an XML file under Objects. */
export interface ProjectObject {
  /** Path within the project. */
  readonly file: string;
  /** Root element: `customrecordtype`, `restlet`. */
  readonly type: string;
  readonly scriptId: string;
  readonly root: XmlElement;
}

/** A SuiteCloud project as read from a folder or a zip, not yet checked against its schema or an account. */
export interface Project {
  readonly manifest: Manifest;
  readonly steps: readonly DeployStep[];
  readonly objects: readonly ProjectObject[];
  readonly files: ProjectFiles;
  readonly preferences: InstallationPreferences;
  readonly problems: Problems;
}

const FILE_CABINET = 'FileCabinet/';

/** Reads a project. Problems of single files are collected; only a project that cannot be read at all throws. */
export function readProject(path: string): Project {
  const files = readProjectFiles(path);
  const problems = new Problems();
  const documents = new Map<string, XmlElement>();
  for (const [name, bytes] of files) {
    if (!name.endsWith('.xml') || name.startsWith(FILE_CABINET)) continue;
    try {
      documents.set(name, parseXml(Buffer.from(bytes).toString('utf8')));
    } catch (error) {
      problems.error(name, null, error instanceof Error ? error.message : String(error));
    }
  }
  const manifestRoot = documents.get('manifest.xml');
  const deployRoot = documents.get('deploy.xml');
  if (!files.has('deploy.xml')) problems.error('deploy.xml', null, 'The project has no deploy.xml.');
  if (!manifestRoot || !deployRoot) throw new DeploymentError(problems.errors);
  const manifest = readManifest(manifestRoot, problems);
  const objects = [...documents].flatMap(([file, root]) =>
    file.startsWith('Objects/') ? [{ file, type: root.name, scriptId: root.attributes.scriptid ?? '', root }] : [],
  );
  const steps = readDeployFile(deployRoot, problems);
  checkPaths(steps, files, objects, problems);
  return {
    manifest,
    steps,
    objects,
    files,
    preferences: readPreferences(documents, manifest.type === 'SUITEAPP', problems),
    problems,
  };
}

/** Objects that one step of deploy.xml deploys. */
export function objectsOfStep(project: Project, step: DeployStep): ProjectObject[] {
  return step.kind === 'objects' ? project.objects.filter(({ file }) => covered(step.paths, file)) : [];
}

/** Files that one step deploys: path within the project, path in the file cabinet. */
export function filesOfStep(project: Project, step: DeployStep): { readonly file: string; readonly path: string }[] {
  if (step.kind !== 'files') return [];
  return [...project.files.keys()]
    .filter((file) => file.startsWith(FILE_CABINET) && covered(step.paths, file))
    .map((file) => ({ file, path: cabinetPathOf(file) }));
}

/** `FileCabinet/SuiteApps/a/b.js` is `/SuiteApps/a/b.js` in the file cabinet. */
export function cabinetPathOf(file: string): string {
  return `/${file.slice(FILE_CABINET.length)}`;
}

function covered(patterns: readonly string[], path: string): boolean {
  return patterns.some((pattern) => matchesPath(pattern, path));
}

/** A path without a star must exist. Objects that no step names are not deployed; people forget that, so warn. */
function checkPaths(
  steps: readonly DeployStep[],
  files: ProjectFiles,
  objects: readonly ProjectObject[],
  problems: Problems,
): void {
  const patterns = steps.flatMap((step) => (step.kind === 'run' ? [] : step.paths));
  for (const pattern of patterns) {
    if (!pattern.includes('*') && !files.has(pattern)) {
      problems.error('deploy.xml', null, `The path ~/${pattern} does not exist in the project.`);
    }
  }
  for (const { file, scriptId } of objects) {
    if (!covered(patterns, file)) problems.warning(file, scriptId, 'No path in deploy.xml covers this object.');
  }
}
