import { objectsIn, releasedObjects } from '../releasedObjects';
import type { Check } from '../suiteAppPackage';

/**
 * Every object that a released version had is still there, and of the same type. An upgrade deletes what is missing,
 * with the data in it, and NetSuite refuses another type of a field that exists.
 */
export const keepsReleasedObjects: Check = (contents) => {
  const now = objectsIn(contents);
  const problems: string[] = [];
  for (const [version, objects] of releasedObjects()) {
    for (const [object, type] of Object.entries(objects)) {
      const current = now[object];
      if (current === undefined) {
        problems.push(`${object} of version ${version} is gone: keep it, inactive if need be.`);
      } else if (current !== type) {
        problems.push(
          `${object} is ${current}, but ${type} in version ${version}: give the new one another script id.`,
        );
      }
    }
  }
  return problems;
};
