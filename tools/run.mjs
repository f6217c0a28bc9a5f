// Runs one of the repository's tools: `node tools/run.mjs start --once` runs tools/start/main.ts. Installs the packages first where that is
// needed; the tools themselves are TypeScript, bundled into build/tools before they run.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackages } from './setup/installPackages.mjs';

const [tool = '', ...options] = process.argv.slice(2);

installPackages();

// Only now: on a fresh machine it has just been installed.
const { build } = await import('esbuild');
const outfile = resolve('build', 'tools', `${tool}.mjs`);
const { outputFiles } = await build({
  entryPoints: [tool === 'bench' ? 'bench/main.ts' : `tools/${tool}/main.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
  write: false,
});
// Moved to its place in one step: the same tool may be started twice at once, and its processes load it again.
const bundle = outputFiles[0]?.contents ?? new Uint8Array();
mkdirSync(dirname(outfile), { recursive: true });
writeFileSync(`${outfile}.${process.pid}`, bundle);
renameSync(`${outfile}.${process.pid}`, outfile);

const { main } = await import(pathToFileURL(outfile).href);
try {
  process.exitCode = await main(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
