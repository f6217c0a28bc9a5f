import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type OutputOptions, type Plugin, rollup } from 'rollup';
import configuration from '../../rollup.config.mjs';
import { type Mutation, mutated } from '../mutation/mutation';

const APPLICATION = join('FileCabinet', 'SuiteApps', 'org.openbilling.connector');

/**
 * Builds the SuiteApp with some of its lines changed, as a project folder of its own; the sources stay as they are.
 * @returns the folder, for {@link removeSuiteApp}
 */
export async function buildMutated(mutations: readonly Mutation[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'without-'));
  for (const part of ['manifest.xml', 'deploy.xml', 'Objects', 'InstallationPreferences', 'FileCabinet']) {
    cpSync(part, join(folder, part), { recursive: true });
  }
  mkdirSync(join(folder, APPLICATION), { recursive: true });
  const { plugins, output, ...input } = configuration;
  const kept = plugins.filter(({ name }) => name !== 'remove-stale-files');
  const build = await rollup({ ...input, plugins: [mutationOf(mutations), ...kept] });
  await build.write({ ...output, dir: join(folder, APPLICATION) } as OutputOptions);
  await build.close();
  return folder;
}

export function removeSuiteApp(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function mutationOf(mutations: readonly Mutation[]): Plugin {
  return {
    name: 'mutation',
    load(id) {
      const own = mutations.filter(({ file }) => resolve(file) === id);
      if (own.length === 0) return null;
      return own.reduce((text, mutation) => mutated(text, mutation), readFileSync(id, 'utf8'));
    },
  };
}
