import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

/** Files of a project by path from its root. */
export type Files = Readonly<Record<string, string>>;

export const APP = 'org.example.app';
const folders: string[] = [];

/** A SuiteApp with one RESTlet; `more` adds files or replaces them, and leaves out those given as null. */
export function suiteApp(more: Readonly<Record<string, string | null>> = {}, version = '1.0.0'): Files {
  const files: Record<string, string | null> = {
    'manifest.xml': manifest(version),
    'deploy.xml': `<deploy>
      <files><path>~/FileCabinet/SuiteApps/${APP}/*</path></files>
      <objects><path>~/Objects/*</path></objects>
    </deploy>`,
    [`FileCabinet/SuiteApps/${APP}/echo.js`]: script('Restlet', '{ post: function (body) { return { got: body }; } }'),
    ...object(
      `<restlet scriptid="customscript_x_echo">
        <name>Echo</name>
        <scriptfile>[/SuiteApps/${APP}/echo.js]</scriptfile>
        <scriptdeployments><scriptdeployment scriptid="customdeploy_x_echo">
          <status>RELEASED</status><title>Echo</title><allroles>T</allroles>
        </scriptdeployment></scriptdeployments>
      </restlet>`,
    ),
    ...more,
  };
  return Object.fromEntries(Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== null));
}

export function manifest(version: string, dependencies = ''): string {
  return `<manifest projecttype="SUITEAPP">
    <publisherid>org.example</publisherid><projectid>app</projectid>
    <projectname>Example</projectname><projectversion>${version}</projectversion>
    <frameworkversion>1.0</frameworkversion>
    <dependencies><features>
      <feature required="true">SERVERSIDESCRIPTING</feature>
      <feature required="true">CUSTOMRECORDS</feature>
      <feature required="false">SUBSIDIARIES</feature>
    </features>${dependencies}</dependencies>
  </manifest>`;
}

/** An object file, named by its script id. */
export function object(xml: string): Record<string, string> {
  const id = /scriptid="([^"]+)"/.exec(xml)?.[1] ?? '';
  return { [`Objects/${id}.xml`]: xml };
}

/** A script file with the entry points of the object expression; modules are `N/...` names bound to their last part. */
export function script(type: string, entryPoints: string, modules: readonly string[] = [], before = ''): string {
  const names = modules.map((name) => name.slice(name.lastIndexOf('/') + 1));
  return `/**
 * @NApiVersion 2.1
 * @NScriptType ${type}
 */
define(${JSON.stringify(modules)}, function (${names.join(', ')}) {
${before}
return ${entryPoints};
});`;
}

/** Writes a project into a folder of its own and gives its path. */
export function folderOf(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), 'project-'));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

/** Writes a project as a zip and gives its path. */
export function zipOf(files: Files): string {
  const folder = folderOf({});
  const path = join(folder, 'project.zip');
  writeFileSync(path, zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));
  return path;
}

export function removeProjects(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
