// Builds the simulator: the account (library and command line), the worker that runs one script execution at a time,
// and the script side of N/*, which is evaluated as text inside each script's own context.
import { build } from 'esbuild';

const node = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
};

await Promise.all([
  build({ ...node, entryPoints: { index: 'src/index.ts', cli: 'src/cli.ts' }, outdir: 'dist', splitting: true }),
  build({ ...node, entryPoints: { worker: 'src/execution/worker.ts' }, outdir: 'dist' }),
  build({
    entryPoints: { script: 'src/script/index.ts' },
    outdir: 'dist',
    bundle: true,
    platform: 'neutral',
    format: 'iife',
    target: 'es2022',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  }),
]);
