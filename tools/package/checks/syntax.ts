import { parse } from 'acorn';
import { type Check, scriptFilesOf, textOf } from '../suiteAppPackage';

/** Every script parses as ES2019: NetSuite's engine is not V8. */
export const syntax: Check = (contents) =>
  scriptFilesOf(contents).flatMap((path) => {
    try {
      parse(textOf(contents, path), { ecmaVersion: 2019, sourceType: 'script' });
      return [];
    } catch (error) {
      return [`${path} is no ES2019 script: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
