import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Reads files of public repositories from clones on this machine. */
export interface Sources {
  /**
   * The file as it is in a commit.
   * @throws Error where there is no clone, or it has no such commit or file
   */
  read(repository: string, commit: string, path: string): Buffer;
}

/**
 * Clones below a folder: `<owner>/<name>`, `<owner>+<name>` or `<owner>+<name>/repo`, with or without a work tree. Only
 * what git has under the commit is read, so a changed work tree changes nothing.
 */
export function sourcesIn(folder: string): Sources {
  return {
    read: (repository, commit, path) => {
      const flat = repository.replace('/', '+');
      const clone = [join(folder, repository), join(folder, flat, 'repo'), join(folder, flat)].find((place) =>
        existsSync(place),
      );
      if (clone === undefined) {
        throw new Error(`No clone of ${repository} in ${folder}: git clone https://github.com/${repository}`);
      }
      const shown = spawnSync('git', ['-C', clone, 'show', `${commit}:${path}`], { maxBuffer: 64 * 1024 * 1024 });
      if (shown.status !== 0)
        throw new Error(`${clone} has no ${path} in ${commit}: ${shown.stderr.toString().trim()}`);
      return shown.stdout;
    },
  };
}
