import { type Check, childText, objectsOf, scriptFilesOf, textOf } from '../suiteAppPackage';
import type { XmlElement } from '../xml';

/** `@NScriptType` by the object that deploys the script. */
const scriptTypes: Readonly<Record<string, string>> = {
  clientscript: 'ClientScript',
  mapreducescript: 'MapReduceScript',
  restlet: 'Restlet',
  scheduledscript: 'ScheduledScript',
  sdfinstallationscript: 'SDFInstallationScript',
  suitelet: 'Suitelet',
  usereventscript: 'UserEventScript',
};

/** Every script begins with its tags, and a deployed one has the type of the object that deploys it. */
export const headers: Check = (contents) => {
  const expectedTypes = new Map(
    objectsOf(contents).flatMap(({ root }) => {
      const type = scriptTypes[root.name];
      return type === undefined ? [] : [[scriptFileOf(root), type] as const];
    }),
  );
  return scriptFilesOf(contents).flatMap((path) => {
    const header = /^\/\*\*[\s\S]*?\*\//.exec(textOf(contents, path))?.[0];
    if (header === undefined) return [`${path} does not begin with a JSDoc comment.`];
    const missing = ['@NApiVersion 2.1', '@NModuleScope SameAccount'];
    const type = expectedTypes.get(path);
    if (type !== undefined) missing.push(`@NScriptType ${type}`);
    return missing.filter((tag) => !hasTag(header, tag)).map((tag) => `${path} lacks ${tag} in its first comment.`);
  });
};

function scriptFileOf(root: XmlElement): string {
  return `FileCabinet${childText(root, 'scriptfile').slice(1, -1)}`;
}

function hasTag(header: string, tag: string): boolean {
  return header.split('\n').some((line) => line.replace(/^[\s/*]+/, '').trim() === tag);
}
