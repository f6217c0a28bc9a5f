import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A module of NetSuite with the values that it exports. */
export interface DeclaredModule {
  /** `N/record`. */
  readonly name: string;
  readonly members: readonly string[];
}

/** Declarations without a value: types of script entry points, and interfaces that plug-ins implement. */
const NO_MODULES = /^N\/(types|plugins\/.*)$/;

/** The modules that `@hitc/netsuite-types` declares, with the names of the values that each exports, sorted. */
export function declaredModules(folder: string): DeclaredModule[] {
  const files = new Map(
    declarationFiles(folder, 'N').map((name) => [name, readFileSync(join(folder, `${name}.d.ts`), 'utf8')]),
  );
  return [...files.keys()]
    .filter((name) => !NO_MODULES.test(name))
    .sort()
    .map((name) => ({ name, members: [...values(name, files)].sort() }));
}

function declarationFiles(folder: string, name: string): string[] {
  return readdirSync(join(folder, name), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return declarationFiles(folder, `${name}/${entry.name}`);
    return entry.name.endsWith('.d.ts') ? [`${name}/${entry.name.slice(0, -'.d.ts'.length)}`] : [];
  });
}

const DECLARED = /^(export )?(?:declare )?(?:const enum|function|const|let|var|enum|class|namespace) (\w+)/gm;
const LISTED = /^export \{([^}]*)\}(?: from '([^']+)')?/gm;

/**
 * Names of exported values. As in every declaration file, what stands at the top is exported without the word, unless
 * the file lists its exports; a list may take names from another file, types among them.
 */
function values(name: string, files: ReadonlyMap<string, string>): Set<string> {
  const text = (files.get(name) ?? '').replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s+export/gm, 'export');
  const lists = [...text.matchAll(LISTED)];
  const found = new Set<string>();
  for (const [, exported, value] of text.matchAll(DECLARED)) {
    if (value !== undefined && (exported !== undefined || lists.length === 0)) found.add(value);
  }
  for (const [, list = '', from] of lists) {
    const others = from === undefined ? null : values(resolved(name, from), files);
    for (const item of list.split(',')) {
      const [own = '', shown = own] = item.trim().split(' as ');
      if (own !== '' && (others === null || others.has(own))) found.add(shown);
    }
  }
  return found;
}

function resolved(name: string, from: string): string {
  return join(name, '..', from);
}
