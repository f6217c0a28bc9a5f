import { type Check, objectsOf } from '../suiteAppPackage';
import { everyElement } from '../xml';

/** Every file that an object names (`[/SuiteApps/...]`) is in the package. */
export const scriptFiles: Check = (contents) =>
  objectsOf(contents).flatMap(({ path, root }) =>
    [...everyElement(root)]
      .map((element) => /^\[(\/SuiteApps\/.+)\]$/.exec(element.text)?.[1])
      .filter((file) => file !== undefined && !contents.files.has(`FileCabinet${file}`))
      .map((file) => `${path} names ${file}, which is not in the package.`),
  );
