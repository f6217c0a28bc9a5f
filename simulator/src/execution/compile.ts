import { type Context, Script } from 'node:vm';
import { parse } from 'acorn';
import type { ApiVersion, CompiledFile } from '../kernel/scriptHost';

const HEADER = '(function (define, require) { ';
const FOOTER = '\n})';

/** Compiled script files, kept over executions. */
const scripts = new Map<string, Script>();

/** The version that the file asks for with `@NApiVersion`; a file without one takes that of the script that loads it. */
export function apiVersion(text: string, otherwise: ApiVersion): ApiVersion {
  const version = /@NApiVersion\s+([\w.]+)/i.exec(text)?.[1];
  if (version === undefined) return otherwise;
  return version === '2.0' ? '2.0' : '2.1';
}

/**
 * Makes a module file a function of the context. SuiteScript 2.0 files must be ECMAScript 5.1; all others may be modern
 * (section_158755248128). A file that does not parse gives the message of its SyntaxError, with path and line.
 */
export function compile(context: Context, path: string, text: string, hash: string, asked: ApiVersion): CompiledFile {
  const version = apiVersion(text, asked);
  const key = `${version} ${hash} ${path}`;
  let script = scripts.get(key);
  if (script === undefined) {
    try {
      if (version === '2.0') parse(text, { ecmaVersion: 5, allowReserved: true });
      script = new Script(`${HEADER}${text}${FOOTER}`, { filename: path, columnOffset: -HEADER.length });
    } catch (thrown) {
      return { kind: 'invalid', message: syntaxError(thrown, path) };
    }
    scripts.set(key, script);
  }
  return { kind: 'module', version, run: script.runInContext(context) };
}

function syntaxError(thrown: unknown, path: string): string {
  const { message, stack = '', loc } = thrown as Error & { readonly loc?: { readonly line: number } };
  const line = loc?.line ?? /:(\d+)\n/.exec(stack)?.[1] ?? '?';
  return `SyntaxError: ${message.replace(/ \(\d+:\d+\)$/, '')} (${path}#${line})`;
}
