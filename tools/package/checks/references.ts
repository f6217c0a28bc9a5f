import { type Check, objectsOf, textOf } from '../suiteAppPackage';
import { everyElement, parseXml } from '../xml';

/** What objects name by script id (`[scriptid=...]`) is an object of the package or a dependency in its manifest. */
export const references: Check = (contents) => {
  const objects = objectsOf(contents);
  const known = new Set<string>();
  for (const { root } of objects) {
    for (const element of everyElement(root)) {
      const scriptId = element.attributes.scriptid;
      if (scriptId === undefined) continue;
      known.add(scriptId);
      if (element !== root) known.add(`${root.attributes.scriptid}.${scriptId}`);
    }
  }
  for (const element of everyElement(parseXml(textOf(contents, 'manifest.xml')))) {
    if (element.name === 'object') known.add(element.text);
  }
  return objects.flatMap(({ path, root }) =>
    [...everyElement(root)]
      .flatMap((element) => [...element.text.matchAll(/\[scriptid=([^\]]+)\]/g)].map((match) => match[1] ?? ''))
      .filter((reference) => !known.has(reference))
      .map((reference) => `${path} names [scriptid=${reference}], which is not in the package.`),
  );
};
