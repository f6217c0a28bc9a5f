/**
 * The place of a file or folder as an absolute path, `/SuiteApps/org.x.y/a.js`. Scripts may leave out the first slash
 * (`SuiteScripts/a.js`) and go up and down with `.` and `..`.
 *
 * @param from folder that a path starting with a dot is relative to
 */
export function cabinetPath(path: string, from = '/'): string {
  const start = path.startsWith('.') ? from.split('/') : [];
  const parts: string[] = [];
  for (const part of [...start, ...path.split('/')]) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** The folder part of an absolute path; empty for a top-level folder. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** The last part of an absolute path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
