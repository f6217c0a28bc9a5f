import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SiteSetup } from './case';

/** Application id of the SuiteApp that holds the scripts of a case. */
export const APP = 'org.conformance.case';

/** Writes a SuiteApp into a folder of its own and gives its path. */
export function writeProject({ scripts = [], objects = [], files = {} }: SiteSetup): string {
  const root = mkdtempSync(join(tmpdir(), 'conformance-'));
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  write('manifest.xml', MANIFEST);
  write('deploy.xml', DEPLOY);
  for (const [name, text] of Object.entries(files)) write(`FileCabinet/SuiteApps/${APP}/${name}`, text);
  for (const { file, text } of scripts) write(`FileCabinet/SuiteApps/${APP}/${file}`, text);
  for (const xml of [...objects, ...scripts.map(({ object }) => object)]) {
    write(`Objects/${/scriptid="([^"]+)"/.exec(xml)?.[1]}.xml`, xml);
  }
  mkdirSync(join(root, 'Objects'), { recursive: true });
  mkdirSync(join(root, `FileCabinet/SuiteApps/${APP}`), { recursive: true });
  return root;
}

export function removeProject(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

const MANIFEST = `<manifest projecttype="SUITEAPP">
  <publisherid>org.conformance</publisherid><projectid>case</projectid>
  <projectname>Conformance</projectname><projectversion>1.0.0</projectversion><frameworkversion>1.0</frameworkversion>
  <dependencies><features>
    <feature required="true">SERVERSIDESCRIPTING</feature><feature required="true">CUSTOMRECORDS</feature>
  </features></dependencies>
</manifest>`;

const DEPLOY = `<deploy>
  <files><path>~/FileCabinet/SuiteApps/${APP}/*</path></files>
  <objects><path>~/Objects/*</path></objects>
</deploy>`;
