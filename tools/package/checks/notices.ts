import { strFromU8 } from 'fflate';
import { type Check, scriptFilesOf } from '../suiteAppPackage';

/** Licence comments do not survive bundling: every bundled package is named in NOTICE.txt. */
export const notices: Check = (contents) => {
  const bundled = new Set(
    scriptFilesOf(contents)
      .map((path) => /\/lib\/([^/]+)\//.exec(path)?.[1])
      .filter((name) => name !== undefined),
  );
  const noticePath = [...contents.files.keys()].find((path) => path.endsWith('/NOTICE.txt'));
  const notice = strFromU8(contents.files.get(noticePath ?? '') ?? new Uint8Array());
  return [...bundled]
    .filter((name) => !new RegExp(`^${name}\\b`, 'm').test(notice))
    .map((name) => `NOTICE.txt does not name the bundled package ${name}.`);
};
