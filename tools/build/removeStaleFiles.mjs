// The scripts in the file cabinet are built, all of them: what an earlier build left and this one did not make must not
// be packaged. They are removed after writing, so that whoever reads the folder meanwhile never finds it empty.
import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * @param {string} folder
 * @returns {import('rollup').Plugin}
 */
export function removeStaleFiles(folder) {
  return {
    name: 'remove-stale-files',
    writeBundle(_options, bundle) {
      if (!existsSync(folder)) return;
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name);
        const name = relative(folder, path).split(sep).join('/');
        if (entry.isFile() && name.endsWith('.js') && bundle[name] === undefined) rmSync(path);
      }
      removeEmptyFolders(folder);
    },
  };
}

/** @param {string} folder */
function removeEmptyFolders(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    removeEmptyFolders(path);
    if (readdirSync(path).length === 0) rmdirSync(path);
  }
}
