import { error } from './error';
import { log } from './log';
import { runtime } from './runtime';
import { util } from './util';

/** The modules that the simulator has, by the names under which scripts ask for them. */
export const modules: Readonly<Record<string, object>> = {
  'N/error': error,
  'N/log': log,
  'N/runtime': runtime,
  'N/util': util,
};

/** NetSuite's other modules: a script may name them in `define`, and learns of it when it uses one. */
export const unsupportedModules: readonly string[] = [];
