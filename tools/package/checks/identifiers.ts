import { type Check, objectsOf } from '../suiteAppPackage';
import type { XmlElement } from '../xml';
import { everyElement } from '../xml';

/** What a script id begins with, and how long it may be, by element (SDF XML reference). */
const rules: Readonly<Record<string, { readonly prefix: string; readonly length: number }>> = {
  bundleinstallationscript: { prefix: 'customscript', length: 40 },
  centercategory: { prefix: 'custcentercategory', length: 99 },
  centertab: { prefix: 'custcentertab', length: 99 },
  clientscript: { prefix: 'customscript', length: 40 },
  customlist: { prefix: 'customlist', length: 38 },
  customrecordcustomfield: { prefix: 'custrecord', length: 40 },
  customrecordtype: { prefix: 'customrecord', length: 40 },
  customvalue: { prefix: '', length: 40 },
  instance: { prefix: '', length: 40 },
  entitycustomfield: { prefix: 'custentity', length: 40 },
  integration: { prefix: 'custinteg', length: 99 },
  itemcustomfield: { prefix: 'custitem', length: 38 },
  mapreducescript: { prefix: 'customscript', length: 40 },
  restlet: { prefix: 'customscript', length: 40 },
  role: { prefix: 'customrole', length: 40 },
  scheduledscript: { prefix: 'customscript', length: 40 },
  scriptcustomfield: { prefix: 'custscript', length: 40 },
  scriptdeployment: { prefix: 'customdeploy', length: 40 },
  sdfinstallationscript: { prefix: 'customscript', length: 40 },
  secret: { prefix: 'custsecret', length: 99 },
  subtab: { prefix: 'custtab', length: 40 },
  suitelet: { prefix: 'customscript', length: 40 },
  transactionbodycustomfield: { prefix: 'custbody', length: 38 },
  transactioncolumncustomfield: { prefix: 'custcol', length: 38 },
  usereventscript: { prefix: 'customscript', length: 40 },
};

/** Script ids are lower case, begin as their kind of object demands, stay within their length, and are given once. */
export const identifiers: Check = (contents) => {
  const problems: string[] = [];
  const owners = new Map<string, string>();
  for (const { path, root } of objectsOf(contents)) {
    for (const element of everyElement(root)) {
      const scriptId = element.attributes.scriptid;
      if (scriptId === undefined) continue;
      problems.push(...problemsOf(element, scriptId).map((problem) => `${path}: ${problem}`));
      if (element === root) {
        const owner = owners.get(scriptId);
        if (owner !== undefined) problems.push(`${path}: ${scriptId} is the object of ${owner} already.`);
        owners.set(scriptId, path);
      }
    }
  }
  return problems;
};

function problemsOf(element: XmlElement, scriptId: string): string[] {
  const rule = rules[element.name];
  if (!rule) return [`There is no rule for the script id of <${element.name}>; add it to checks/identifiers.ts.`];
  const problems: string[] = [];
  if (!/^[a-z0-9_]+$/.test(scriptId)) problems.push(`${scriptId} has other characters than a-z, 0-9 and _.`);
  if (rule.prefix !== '' && !scriptId.startsWith(`${rule.prefix}_`)) {
    problems.push(`${scriptId} does not begin with ${rule.prefix}_.`);
  }
  if (scriptId.length > rule.length) {
    problems.push(`${scriptId} has ${scriptId.length} characters; <${element.name}> allows ${rule.length}.`);
  }
  return problems;
}
