import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { objectsOf, type SuiteAppPackage } from './suiteAppPackage';
import { everyElement, type XmlElement } from './xml';

/** Everything with a script id in a package, by object and script id: `customrecord_x/custrecord_y` -> `TEXT`. */
export type ReleasedObjects = Readonly<Record<string, string>>;

const folder = join('tools', 'package', 'released');

/** The objects of each released version, by version. */
export function releasedObjects(): ReadonlyMap<string, ReleasedObjects> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Map(
    files
      .sort()
      .map((file) => [
        file.replace(/\.json$/, ''),
        JSON.parse(readFileSync(join(folder, file), 'utf8')) as ReleasedObjects,
      ]),
  );
}

/** The objects of a package with what may never change of them: the kind of the object, or the type of a field. */
export function objectsIn(contents: SuiteAppPackage): ReleasedObjects {
  const found: Record<string, string> = {};
  for (const { root } of objectsOf(contents)) {
    for (const element of everyElement(root)) {
      const scriptId = element.attributes.scriptid;
      if (scriptId === undefined) continue;
      const key = element === root ? scriptId : `${root.attributes.scriptid ?? ''}/${scriptId}`;
      found[key] = fieldType(element) ?? element.name;
    }
  }
  return found;
}

function fieldType(element: XmlElement): string | undefined {
  return element.children.find((child) => child.name === 'fieldtype')?.text;
}
