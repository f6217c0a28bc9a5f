import type { Problems } from './problem';
import { childOf, childrenOf, textOf, type XmlElement } from './xml';

export type ProjectType = 'SUITEAPP' | 'ACCOUNTCUSTOMIZATION';

/** manifest.xml: what the project is and what it needs of the account. */
export interface Manifest {
  readonly type: ProjectType;
  /** `org.openbilling`; null for an account customization. */
  readonly publisherId: string | null;
  readonly projectId: string | null;
  /** Publisher and project id, `org.openbilling.connector`; the project's name for an account customization. */
  readonly applicationId: string;
  readonly name: string;
  readonly version: string | null;
  readonly features: readonly { readonly id: string; readonly required: boolean }[];
  /** Objects of the account or of other SuiteApps that the project refers to, by script id. */
  readonly dependencies: readonly { readonly application: string | null; readonly object: string }[];
  /** SuiteApps that must be installed. */
  readonly applications: readonly string[];
  readonly bundles: readonly string[];
}

const FILE = 'manifest.xml';
const ELEMENTS = ['publisherid', 'projectid', 'projectname', 'projectversion', 'frameworkversion', 'dependencies'];
const DEPENDENCIES = ['features', 'objects', 'files', 'folders', 'applications', 'bundles'];

/** Reads the manifest and reports what a deployment would refuse (subsect_1509931104, section_1526583775). */
export function readManifest(root: XmlElement, problems: Problems): Manifest {
  const refuse = (message: string): void => problems.error(FILE, null, message);
  if (root.name !== 'manifest') refuse(`The root element must be manifest, not ${root.name}.`);
  const type = root.attributes.projecttype;
  if (type !== 'SUITEAPP' && type !== 'ACCOUNTCUSTOMIZATION') {
    refuse(`The projecttype attribute must be SUITEAPP or ACCOUNTCUSTOMIZATION, not "${type ?? ''}".`);
  }
  for (const child of root.children) {
    if (!ELEMENTS.includes(child.name)) refuse(`The element ${child.name} is not allowed in the manifest.`);
  }
  const name = textOf(root, 'projectname');
  if (name === null) refuse('The element projectname is required.');
  if (textOf(root, 'frameworkversion') !== '1.0') refuse('The element frameworkversion must be 1.0.');
  const isSuiteApp = type === 'SUITEAPP';
  const identity = isSuiteApp ? readIdentity(root, refuse) : null;
  const dependencies = childOf(root, 'dependencies');
  return {
    type: isSuiteApp ? 'SUITEAPP' : 'ACCOUNTCUSTOMIZATION',
    publisherId: identity?.publisherId ?? null,
    projectId: identity?.projectId ?? null,
    applicationId: identity ? `${identity.publisherId}.${identity.projectId}` : (name ?? ''),
    name: name ?? '',
    version: textOf(root, 'projectversion'),
    ...readDependencies(dependencies, isSuiteApp, refuse),
  };
}

function readIdentity(root: XmlElement, refuse: (message: string) => void) {
  const publisherId = textOf(root, 'publisherid') ?? '';
  const projectId = textOf(root, 'projectid') ?? '';
  const version = textOf(root, 'projectversion') ?? '';
  if (!/^[a-z0-9]+\.[a-z0-9]+$/.test(publisherId)) {
    refuse(`The element publisherid must be <domain>.<company>, not "${publisherId}".`);
  }
  if (!/^[a-z0-9]{1,39}$/.test(projectId)) {
    refuse(`The element projectid must be one word of at most 39 lower-case letters and digits, not "${projectId}".`);
  }
  if (`${publisherId}.${projectId}`.length > 80) refuse('The application id must not exceed 80 characters.');
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    refuse(`The element projectversion must be a semantic version such as 1.0.0, not "${version}".`);
  }
  return { publisherId, projectId };
}

function readDependencies(element: XmlElement | undefined, isSuiteApp: boolean, refuse: (message: string) => void) {
  for (const child of element?.children ?? []) {
    if (!DEPENDENCIES.includes(child.name)) refuse(`The element ${child.name} is not allowed in dependencies.`);
    if (isSuiteApp && child.name === 'objects') {
      refuse('A SuiteApp names objects that it depends on by their application, not in dependencies/objects.');
    }
  }
  const within = (parent: XmlElement | undefined, group: string, name: string): XmlElement[] =>
    childrenOf(parent && childOf(parent, group), name);
  const features = within(element, 'features', 'feature').map((feature) => {
    const required = feature.attributes.required;
    if (required !== 'true' && required !== 'false') {
      refuse(`The feature ${feature.text} needs the attribute required="true" or "false".`);
    }
    return { id: feature.text, required: required !== 'false' };
  });
  const applications = within(element, 'applications', 'application');
  return {
    features,
    applications: applications.map((application) => application.attributes.id ?? ''),
    dependencies: [
      ...within(element, 'objects', 'object').map((object) => ({ application: null, object: object.text })),
      ...applications.flatMap((application) =>
        within(application, 'objects', 'object').map((object) => ({
          application: application.attributes.id ?? '',
          object: object.text,
        })),
      ),
    ],
    bundles: within(element, 'bundles', 'bundle').map((bundle) => bundle.attributes.id ?? bundle.text),
  };
}
