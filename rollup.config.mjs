// Builds the SuiteApp: src/scripts/*.ts and all they need -> AMD modules of ES2019, one file for each source file, in
// the folder of the file cabinet that belongs to the application.
import { readdirSync } from 'node:fs';
import resolve from '@rollup/plugin-node-resolve';
import esbuild from 'rollup-plugin-esbuild';
import { netsuiteHeader } from './tools/build/netsuiteHeader.mjs';
import { removeStaleFiles } from './tools/build/removeStaleFiles.mjs';

const applicationFolder = 'FileCabinet/SuiteApps/org.openbilling.connector';

const entries = readdirSync('src/scripts')
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => `src/scripts/${file}`);

export default {
  input: entries,
  external: /^N(\/|$)/,
  plugins: [
    netsuiteHeader(),
    resolve({ extensions: ['.ts', '.js', '.mjs'] }),
    // NetSuite's engine is not V8. Without the loader for .mjs the plugin would pass over bundled packages in silence.
    esbuild({
      target: 'es2019',
      include: /\.[mc]?[jt]s$/,
      exclude: [],
      loaders: { '.mjs': 'js' },
      tsconfig: 'tsconfig.json',
    }),
    removeStaleFiles(applicationFolder),
  ],
  output: {
    dir: applicationFolder,
    format: 'amd',
    indent: '  ',
    // `import * as record from 'N/record'` stays the module itself, `record.create(...)` stays as written.
    interop: 'esModule',
    exports: 'named',
    esModule: false,
    freeze: false,
    externalLiveBindings: false,
    generatedCode: { preset: 'es2015', symbols: false },
    preserveModules: true,
    preserveModulesRoot: 'src',
    // Bundled packages under lib/; a folder is not named like a file (big.js).
    /** @param {{ readonly name: string }} chunk */
    entryFileNames: (chunk) => `${chunk.name.replace(/^(.*\/)?node_modules\//, 'lib/').replaceAll('.js/', '/')}.js`,
  },
  // What would only be noticed in an account fails the build: circular and unresolved imports, syntax that cannot be
  // lowered (BigInt, newer regular expressions), empty modules.
  /** @type {import('rollup').LogHandlerWithDefault} */
  onLog: (level, log, handler) => {
    if (level === 'warn') throw new Error(`${log.code ?? log.plugin ?? 'warning'}: ${log.message}`);
    handler(level, log);
  },
};
