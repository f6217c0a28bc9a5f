import { type Check, objectsOf, textOf } from '../suiteAppPackage';
import { everyElement, parseXml, type XmlElement } from '../xml';

const serverScripting = 'SERVERSIDESCRIPTING';

/** Features that a kind of object needs. */
const featuresOfObjects: Readonly<Record<string, string>> = {
  clientscript: 'CUSTOMCODE',
  customrecordtype: 'CUSTOMRECORDS',
  customsegment: 'CUSTOMSEGMENTS',
  mapreducescript: serverScripting,
  restlet: serverScripting,
  scheduledscript: serverScripting,
  sdfinstallationscript: serverScripting,
  suitelet: serverScripting,
  usereventscript: serverScripting,
};

/** Features that a field in an object needs, where it appears at all (SDF XML reference). */
const featuresOfFields: Readonly<Record<string, string>> = {
  allpartners: 'CRM',
  appliestoinventory: 'INVENTORY',
  appliestoitemassembly: 'ASSEMBLIES',
  appliestopartner: 'CRM',
  appliestoproject: 'JOBS',
  appliestovendor: 'ACCOUNTING',
  appliestowebsite: 'WEBSITE',
  auddepartment: 'DEPARTMENTS',
  audpartner: 'CRM',
  audsubsidiary: 'SUBSIDIARIES',
  bodyassemblybuild: 'ASSEMBLIES',
  bodycustomerpayment: 'RECEIVABLES',
  bodycustomtransactions: 'CUSTOMTRANSACTIONS',
  bodyinventoryadjustment: 'INVENTORY',
  bodyitemfulfillment: 'ACCOUNTING',
  bodyjournal: 'ACCOUNTING',
  bodyopportunity: 'OPPORTUNITIES',
  bodypurchase: 'ACCOUNTING',
  bodystore: 'WEBSTORE',
  bodyvendorpayment: 'PAYABLES',
  coljournal: 'ACCOUNTING',
  colexpense: 'ACCOUNTING',
  colitemfulfillment: 'ACCOUNTING',
  colopportunity: 'OPPORTUNITIES',
  colpackingslip: 'ACCOUNTING',
  colpurchase: 'ACCOUNTING',
  colreturnform: 'ACCOUNTING',
  colstore: 'WEBSITE',
  coltime: 'TIMETRACKING',
  iswebserviceonlyrole: 'WEBSERVICES',
  restrictip: 'IPADDRESSRULES',
  subsidiaryoption: 'SUBSIDIARIES',
  subsidiaryviewingallowed: 'SUBSIDIARIES',
};

/** The manifest declares every feature that the objects use, as required or optional. */
export const features: Check = (contents) => {
  const manifest = parseXml(textOf(contents, 'manifest.xml'));
  const declared = new Set([...everyElement(manifest)].filter(isFeature).map((element) => element.text));
  const problems = objectsOf(contents).flatMap(({ path, root }) =>
    [...everyElement(root)]
      .flatMap((element) => neededBy(element, element === root))
      .filter((feature) => !declared.has(feature))
      .map((feature) => `${path} needs the feature ${feature}, which the manifest does not declare.`),
  );
  return [...new Set(problems)];
};

function isFeature(element: XmlElement): boolean {
  return element.name === 'feature' && ['true', 'false'].includes(element.attributes.required ?? '');
}

function neededBy(element: XmlElement, isRoot: boolean): string[] {
  const feature = (isRoot ? featuresOfObjects : featuresOfFields)[element.name];
  return feature === undefined ? [] : [feature];
}
