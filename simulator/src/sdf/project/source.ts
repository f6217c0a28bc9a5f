import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { DeploymentError } from './problem';

/** Files of a project by their path from the project's root, `FileCabinet/SuiteApps/org.x.y/a.js`. */
export type ProjectFiles = ReadonlyMap<string, Uint8Array>;

/** What a project's root may hold; everything else in the folder belongs to the developer, not to the project. */
const PARTS = ['FileCabinet', 'Objects', 'InstallationPreferences', 'Translations', 'AccountConfiguration'];
const ROOT_FILES = ['manifest.xml', 'deploy.xml', 'application.xml'];
/** Largest zip that NetSuite takes. */
const MAX_ZIP_BYTES = 50 * 1024 * 1024;

/**
 * Reads the files of a SuiteCloud project from its folder or from a zip that `suitecloud project:package` made.
 *
 * @throws DeploymentError where there is no project, or the zip is over 50 MB
 */
export function readProjectFiles(path: string): ProjectFiles {
  if (!existsSync(path)) throw failure(path, 'There is no such folder or file.');
  const files = statSync(path).isDirectory() ? readFolder(projectRoot(path)) : readZip(path);
  if (!files.has('manifest.xml')) throw failure(path, 'The project has no manifest.xml.');
  return files;
}

/** The folder that holds the manifest: the one given, or its `src`, SuiteCloud's usual place. */
function projectRoot(folder: string): string {
  if (existsSync(join(folder, 'manifest.xml'))) return folder;
  const inner = join(folder, 'src');
  return existsSync(join(inner, 'manifest.xml')) ? inner : folder;
}

function readFolder(root: string): ProjectFiles {
  const files = new Map<string, Uint8Array>();
  for (const name of ROOT_FILES) {
    const path = join(root, name);
    if (existsSync(path)) files.set(name, readFileSync(path));
  }
  for (const part of PARTS) {
    if (existsSync(join(root, part))) addFolder(files, root, part);
  }
  return files;
}

function addFolder(files: Map<string, Uint8Array>, root: string, folder: string): void {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`;
    if (entry.name.startsWith('.')) continue;
    if (statSync(join(root, path)).isDirectory()) addFolder(files, root, path);
    else files.set(path, readFileSync(join(root, path)));
  }
}

function readZip(path: string): ProjectFiles {
  const bytes = readFileSync(path);
  if (bytes.length > MAX_ZIP_BYTES) throw failure(path, 'The zip file is larger than 50 MB.');
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(bytes);
  } catch (error) {
    throw failure(path, `The file is not a zip file: ${error instanceof Error ? error.message : String(error)}`);
  }
  const names = Object.keys(entries)
    .filter((name) => !name.endsWith('/'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  const manifest = names.find((name) => /^([^/]+\/)?manifest\.xml$/.test(name)) ?? '';
  const root = manifest.slice(0, -'manifest.xml'.length);
  const files = new Map<string, Uint8Array>();
  for (const name of names) {
    const inner = name.startsWith(root) ? name.slice(root.length) : null;
    const content = entries[name];
    if (inner && content && (ROOT_FILES.includes(inner) || PARTS.includes(inner.split('/')[0] ?? ''))) {
      files.set(inner, content);
    }
  }
  return files;
}

function failure(path: string, message: string): DeploymentError {
  return new DeploymentError([{ file: path, object: null, message }]);
}
