/**
 * What the simulator is built into, as options of esbuild: the account (library and command line), the worker that runs
 * one script execution at a time, and the script side of N/*, which is evaluated as text inside each script's own context.
 * They find each other in one folder.
 *
 * @param {string} outdir
 * @returns {import('esbuild').BuildOptions[]}
 */
export function simulatorBundles(outdir) {
  /** @type {import('esbuild').BuildOptions} */
  const node = {
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  };
  return [
    { ...node, entryPoints: { index: 'src/index.ts', cli: 'src/cli.ts' }, outdir, splitting: true },
    { ...node, entryPoints: { worker: 'src/execution/worker.ts' }, outdir },
    {
      entryPoints: { script: 'src/script/index.ts' },
      outdir,
      bundle: true,
      platform: 'neutral',
      format: 'iife',
      target: 'es2022',
      mainFields: ['module', 'main'],
      logLevel: 'warning',
    },
  ];
}
