import type { BuildOptions } from 'esbuild';

/** What the simulator is built into, as options of esbuild, with `outdir` as their folder. */
export function simulatorBundles(outdir: string): BuildOptions[];
