// Builds the simulator into dist/.
import { build } from 'esbuild';
import { simulatorBundles } from './bundles.mjs';

await Promise.all(simulatorBundles('dist').map((options) => build(options)));
