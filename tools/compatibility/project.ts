import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PublicScript } from './manifest';

const FEATURES = ['SERVERSIDESCRIPTING', 'CUSTOMRECORDS'];

const MANIFEST = `<manifest projecttype="ACCOUNTCUSTOMIZATION">
  <projectname>Compatibility</projectname>
  <frameworkversion>1.0</frameworkversion>
  <dependencies><features>
    ${FEATURES.map((name) => `<feature required="true">${name}</feature>`).join('\n    ')}
  </features></dependencies>
</manifest>`;

const DEPLOY = `<deploy>
  <files><path>~/FileCabinet/SuiteScripts/*</path></files>
  <objects><path>~/Objects/*</path></objects>
</deploy>`;

/** Contents of a project's file by its path from the root. */
export type Files = Record<string, string | Uint8Array>;

/** Script id of the script under test; its deployment has the same name. */
export const SCRIPT = 'compatibility';

/** Writes an account customization project into a folder of its own, for as long as `use` takes. */
export async function withProject<R>(files: Files, use: (folder: string) => Promise<R>): Promise<R> {
  const folder = mkdtempSync(join(tmpdir(), 'compatibility-'));
  try {
    for (const [path, contents] of Object.entries({ 'manifest.xml': MANIFEST, 'deploy.xml': DEPLOY, ...files })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), contents);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the company has before the script comes: custom fields and record types, and the helper that makes records. */
export function companyProject({ fields = {}, objects = [] }: PublicScript, support: string): Files {
  return {
    'FileCabinet/SuiteScripts/compatibility/support.js': support,
    'Objects/customscript_support.xml': `<restlet scriptid="customscript_support">
      <name>Support</name>
      <scriptfile>[/SuiteScripts/compatibility/support.js]</scriptfile>
      <scriptdeployments><scriptdeployment scriptid="customdeploy_support">
        <status>RELEASED</status><title>Support</title><isdeployed>T</isdeployed><allroles>T</allroles>
      </scriptdeployment></scriptdeployments>
    </restlet>`,
    ...objectFiles([...Object.entries(fields).map(([id, [type, ...on]]) => fieldObject(id, type, on)), ...objects]),
  };
}

/** The script itself with its libraries, deployed. */
export function scriptProject(script: PublicScript, files: ReadonlyMap<string, Uint8Array>): Files {
  const cabinet = Object.fromEntries([...files].map(([place, contents]) => [`FileCabinet${place}`, contents]));
  return { ...cabinet, [`Objects/customscript_${SCRIPT}.xml`]: scriptObject(script) };
}

function scriptObject({ type, place, records = [''], parameters = {} }: PublicScript): string {
  const fields = Object.entries(parameters).map(
    ([id, parameter]) => `<scriptcustomfield scriptid="${id}">
      <label>${id}</label><fieldtype>${parameter.type}</fieldtype>${selectOf(parameter)}
    </scriptcustomfield>`,
  );
  const values = Object.entries(parameters).map(([id, { value }]) => `<${id}>${xmlText(value)}</${id}>`);
  const deployments = records.map(
    (record, index) => `<scriptdeployment scriptid="customdeploy_${SCRIPT}${index === 0 ? '' : index + 1}">
      <status>${isTask(type) ? 'NOTSCHEDULED' : 'RELEASED'}</status><isdeployed>T</isdeployed><loglevel>DEBUG</loglevel>
      ${record === '' ? '<title>Public script</title>' : `<recordtype>${recordReference(record)}</recordtype>`}
      ${isTask(type) ? '' : '<allroles>T</allroles>'}
      ${values.join('\n')}
    </scriptdeployment>`,
  );
  return `<${type} scriptid="customscript_${SCRIPT}">
    <name>Public script</name>
    <scriptfile>[${place}]</scriptfile>
    ${fields.length === 0 ? '' : `<scriptcustomfields>${fields.join('\n')}</scriptcustomfields>`}
    <scriptdeployments>${deployments.join('\n')}</scriptdeployments>
  </${type}>`;
}

function selectOf({ type, ...more }: { readonly type: string; readonly list?: string }): string {
  return type === 'SELECT' ? `<selectrecordtype>${more.list ?? '-112'}</selectrecordtype>` : '';
}

function recordReference(record: string): string {
  return record.startsWith('customrecord') ? `[scriptid=${record}]` : record.toUpperCase();
}

function xmlText(value: unknown): string {
  return String(value).replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

const FIELD_OBJECTS: Readonly<Record<string, string>> = {
  custbody: 'transactionbodycustomfield',
  custcol: 'transactioncolumncustomfield',
  custentity: 'entitycustomfield',
  custitem: 'itemcustomfield',
};

function fieldObject(id: string, type: string, appliesTo: readonly string[]): string {
  const element = FIELD_OBJECTS[/^cust(body|col|entity|item)/.exec(id)?.[0] ?? ''];
  if (element === undefined) throw new Error(`${id} is no custom field of a transaction, an entity or an item.`);
  const boxes = appliesTo.map((box) => `<${box}>T</${box}>`);
  return `<${element} scriptid="${id}">
    <label>${id}</label><fieldtype>${type}</fieldtype><storevalue>T</storevalue>${boxes.join('')}
  </${element}>`;
}

function objectFiles(objects: readonly string[]): Files {
  return Object.fromEntries(
    objects.map((xml) => {
      const id = /scriptid="([^"]+)"/.exec(xml)?.[1];
      if (id === undefined) throw new Error(`An object without scriptid: ${xml}`);
      return [`Objects/${id}.xml`, xml];
    }),
  );
}

/** Scripts that are submitted as tasks: their deployments have a schedule or none, and no audience. */
function isTask(type: PublicScript['type']): boolean {
  return type === 'mapreducescript' || type === 'scheduledscript';
}
