import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import { type Mutation, mutated } from './mutation';

/** Builds with one file changed; the sources on disk stay as they are. */
export function mutationPlugin(root: string, mutation: Mutation): Plugin {
  const target = resolve(root, mutation.file);
  return {
    name: 'mutation',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, ({ path }) =>
        path === target ? { contents: mutated(readFileSync(path, 'utf8'), mutation), loader: 'ts' } : undefined,
      );
    },
  };
}
