import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { simulatorBundles } from '../../simulator/bundles.mjs';
import type { Mutation } from '../mutation/mutation';
import { mutationPlugin } from '../mutation/mutationPlugin';

/** Folder of the simulator; the tools run at the root of the repository, its tests in its own folder. */
export function simulatorFolder(): string {
  return resolve(process.cwd().endsWith('simulator') ? '.' : 'simulator');
}

/** An empty folder from which packages are found. */
export function temporaryFolder(): string {
  const parent = join(simulatorFolder(), '..', 'node_modules', '.cache', 'conformance');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, 'run-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Builds the simulator into a folder, with one rule switched off if a mutation is given. */
export async function buildSimulator(folder: string, mutation: Mutation | null): Promise<void> {
  const absWorkingDir = simulatorFolder();
  const plugins = mutation === null ? [] : [mutationPlugin(absWorkingDir, mutation)];
  await Promise.all(
    simulatorBundles(folder).map((options) => build({ ...options, sourcemap: false, absWorkingDir, plugins })),
  );
}

/** Bundles the program that runs cases against a build; gives its path. */
export async function buildRunner(folder: string): Promise<string> {
  const outfile = join(folder, 'runner.mjs');
  await build({
    absWorkingDir: simulatorFolder(),
    entryPoints: ['__tests__/conformance/harness/runner.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  return outfile;
}
