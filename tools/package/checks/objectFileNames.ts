import { basename } from 'node:path/posix';
import { type Check, objectsOf } from '../suiteAppPackage';

/** An object's file is named by its script id, as SDF demands (section_4724963992). */
export const objectFileNames: Check = (contents) =>
  objectsOf(contents)
    .filter(({ path, root }) => basename(path, '.xml') !== root.attributes.scriptid)
    .map(({ path, root }) => `${path} holds the object ${root.attributes.scriptid ?? 'without a script id'}.`);
