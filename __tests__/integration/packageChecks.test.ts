import { strFromU8, strToU8 } from 'fflate';
import { checks } from '../../tools/package/checks';
import { readPackage, type SuiteAppPackage } from '../../tools/package/suiteAppPackage';
import { packagedSuiteApp } from './support/packagedSuiteApp';

/** A rule, how a copy of the package is broken so that it speaks up, and what it then says. */
interface Breakage {
  readonly rule: string;
  readonly how: string;
  readonly breakIt: (files: Map<string, string>) => void;
  readonly says: RegExp;
}

const application = 'FileCabinet/SuiteApps/org.openbilling.connector';

const breakages: Breakage[] = [
  {
    rule: 'manifest',
    how: 'a version that is not semantic',
    breakIt: (files) => edit(files, 'manifest.xml', /(<projectversion>).*?</, '$11.0<'),
    says: /1\.0 is no semantic version/,
  },
  {
    rule: 'manifest',
    how: 'a project id with a dash',
    breakIt: (files) => edit(files, 'manifest.xml', /(<projectid>).*?</, '$1my-connector<'),
    says: /my-connector is no project id/,
  },
  {
    rule: 'objectFileNames',
    how: 'an object under another name',
    breakIt: (files) => rename(files, objectWith(files, '<restlet'), 'Objects/customscript_other.xml'),
    says: /customscript_other\.xml holds the object customscript_/,
  },
  {
    rule: 'identifiers',
    how: 'a script id of 41 characters',
    breakIt: (files) =>
      edit(
        files,
        objectWith(files, '<restlet'),
        /scriptid="customdeploy_\w+"/,
        `scriptid="customdeploy_${'x'.repeat(28)}"`,
      ),
    says: /has 41 characters; <scriptdeployment> allows 40/,
  },
  {
    rule: 'identifiers',
    how: 'a script id in upper case',
    breakIt: (files) =>
      edit(files, objectWith(files, '<restlet'), /scriptid="customdeploy_/, 'scriptid="customdeploy_X'),
    says: /other characters than a-z/,
  },
  {
    rule: 'identifiers',
    how: 'a field without the prefix of its kind',
    breakIt: (files) =>
      edit(files, objectWith(files, '<customrecordtype'), /scriptid="custrecord_/, 'scriptid="custfield_'),
    says: /custfield_\w+ does not begin with custrecord_/,
  },
  {
    rule: 'names',
    how: 'a script name of 41 characters',
    breakIt: (files) => edit(files, objectWith(files, '<restlet'), /<name>.*?</, `<name>${'n'.repeat(41)}<`),
    says: /<name> has 41 characters; 40 are allowed/,
  },
  {
    rule: 'references',
    how: 'a custom record type that another object names is not there',
    breakIt: (files) => files.delete(objectWith(files, 'scriptid="customrecord_obc_connection"')),
    says: /names \[scriptid=customrecord_obc_connection/,
  },
  {
    rule: 'keepsReleasedObjects',
    how: 'an object of a released version that is gone',
    breakIt: (files) => files.delete(objectWith(files, 'scriptid="custbody_nue_original_orderid"')),
    says: /custbody_nue_original_orderid of version 0\.1\.0 is gone/,
  },
  {
    rule: 'keepsReleasedObjects',
    how: 'a field of a released version that is gone',
    breakIt: (files) =>
      edit(
        files,
        objectWith(files, 'scriptid="customrecord_obc_lane"'),
        /"custrecord_obc_lane_until"/,
        '"custrecord_obc_lane_ends"',
      ),
    says: /customrecord_obc_lane\/custrecord_obc_lane_until of version 0\.1\.0 is gone/,
  },
  {
    rule: 'keepsReleasedObjects',
    how: 'another type of a released field',
    breakIt: (files) =>
      edit(files, objectWith(files, 'scriptid="customrecord_obc_lane"'), /<fieldtype>INTEGER/, '<fieldtype>TEXT'),
    says: /custrecord_obc_lane_number is TEXT, but INTEGER in version 0\.1\.0/,
  },
  {
    rule: 'scriptFiles',
    how: 'a script file is not there',
    breakIt: (files) => files.delete(`${application}/scripts/inbound.js`),
    says: /names \/SuiteApps\/org\.openbilling\.connector\/scripts\/inbound\.js, which is not in the package/,
  },
  {
    rule: 'headers',
    how: 'code before the header',
    breakIt: (files) => edit(files, `${application}/scripts/inbound.js`, /^/, "'use strict';\n"),
    says: /inbound\.js does not begin with a JSDoc comment/,
  },
  {
    rule: 'headers',
    how: 'the script type of another script',
    breakIt: (files) =>
      edit(files, `${application}/scripts/inbound.js`, '@NScriptType Restlet', '@NScriptType Suitelet'),
    says: /inbound\.js lacks @NScriptType Restlet/,
  },
  {
    rule: 'syntax',
    how: 'syntax newer than ES2019',
    breakIt: (files) => edit(files, `${application}/scripts/inbound.js`, /$/, '\nvar x = define?.name ?? 1;\n'),
    says: /inbound\.js is no ES2019 script/,
  },
  {
    rule: 'features',
    how: 'a feature that the manifest does not declare',
    breakIt: (files) => edit(files, 'manifest.xml', /<feature required="\w+">CUSTOMRECORDS<\/feature>/, ''),
    says: /needs the feature CUSTOMRECORDS/,
  },
  {
    rule: 'onlyExpectedFiles',
    how: 'a source file',
    breakIt: (files) => files.set(`${application}/scripts/inbound.ts`, ''),
    says: /inbound\.ts does not belong/,
  },
  {
    rule: 'onlyExpectedFiles',
    how: 'a package as installed',
    breakIt: (files) => files.set('node_modules/valibot/index.js', ''),
    says: /node_modules\/valibot\/index\.js does not belong/,
  },
  {
    rule: 'notices',
    how: 'a bundled package that the notice does not name',
    breakIt: (files) => files.set(`${application}/lib/leftpad/index.js`, ''),
    says: /does not name the bundled package leftpad/,
  },
];

const whole = readPackage(packagedSuiteApp());

test('the package keeps every rule', () => {
  const problems = Object.values(checks).flatMap((check) => check(whole));
  expect(problems).toEqual([]);
});

test.each(breakages)('$rule refuses $how', ({ rule, breakIt, says }) => {
  const texts = new Map([...whole.files].map(([path, bytes]) => [path, strFromU8(bytes)]));
  breakIt(texts);
  const broken: SuiteAppPackage = {
    files: new Map([...texts].map(([path, text]) => [path, strToU8(text)])),
    size: whole.size,
  };
  expect(checks[rule]?.(broken).join('\n')).toMatch(says);
});

test('size refuses a zip of more than 50 MB', () => {
  expect(checks.size?.({ files: whole.files, size: 50 * 1024 * 1024 + 1 })).toHaveLength(1);
});

test('every rule has a broken copy', () => {
  expect(Object.keys(checks).sort()).toEqual([...new Set([...breakages.map(({ rule }) => rule), 'size'])].sort());
});

function objectWith(files: ReadonlyMap<string, string>, text: string): string {
  const found = [...files].find(([path, content]) => path.startsWith('Objects/') && content.includes(text));
  if (!found) throw new Error(`No object contains ${text}.`);
  return found[0];
}

function edit(files: Map<string, string>, path: string, from: RegExp | string, to: string): void {
  const before = files.get(path) ?? '';
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${path} has no ${String(from)}.`);
  files.set(path, after);
}

function rename(files: Map<string, string>, from: string, to: string): void {
  files.set(to, files.get(from) ?? '');
  files.delete(from);
}
