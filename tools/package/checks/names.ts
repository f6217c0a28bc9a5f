import { type Check, childText, objectsOf } from '../suiteAppPackage';
import { everyElement } from '../xml';

/** Longest texts that NetSuite takes, by element and field (SDF XML reference). */
const limits: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  clientscript: { name: 40, description: 999 },
  customlist: { name: 30 },
  customrecordcustomfield: { label: 200 },
  customrecordtype: { recordname: 40 },
  entitycustomfield: { label: 200 },
  itemcustomfield: { label: 200 },
  mapreducescript: { name: 40, description: 999 },
  restlet: { name: 40, description: 999 },
  scheduledscript: { name: 40, description: 999 },
  scriptcustomfield: { label: 200 },
  sdfinstallationscript: { name: 40, description: 999 },
  suitelet: { name: 40, description: 999 },
  transactionbodycustomfield: { label: 200 },
  transactioncolumncustomfield: { label: 200 },
  usereventscript: { name: 40, description: 999 },
};

/** Names, labels and descriptions fit the fields that NetSuite keeps them in. */
export const names: Check = (contents) => {
  const problems: string[] = [];
  for (const { path, root } of objectsOf(contents)) {
    for (const element of everyElement(root)) {
      for (const [field, limit] of Object.entries(limits[element.name] ?? {})) {
        const { length } = childText(element, field);
        if (length > limit) problems.push(`${path}: <${field}> has ${length} characters; ${limit} are allowed.`);
      }
    }
  }
  return problems;
};
