import type { Problems } from './problem';
import { childOf, childrenOf, type XmlElement } from './xml';

/** InstallationPreferences: what an upgrade may not touch, and what people may not. */
export interface InstallationPreferences {
  /** Whether an object or its path is locked. */
  readonly isLocked: (scriptId: string) => boolean;
  /** Whether a file is hidden; `path` from the project's root. */
  readonly isHidden: (path: string) => boolean;
  /** True where an upgrade leaves a deployment as the account has it. */
  readonly preservesDeployment: (script: string, deployment: string) => boolean;
  /** True where an upgrade leaves instances of a custom record type that are already there. */
  readonly preservesInstances: (recordType: string) => boolean;
  /** True where an upgrade leaves values of a custom list that are already there. */
  readonly preservesValues: (list: string) => boolean;
}

const FOLDER = 'InstallationPreferences/';

/**
 * Reads locking.xml, hiding.xml and overwriting.xml (section_1515949845, section_1515950118, section_160751417871).
 * A missing file means that nothing is locked or hidden and an upgrade overwrites.
 */
export function readPreferences(
  files: ReadonlyMap<string, XmlElement>,
  isSuiteApp: boolean,
  problems: Problems,
): InstallationPreferences {
  const [locking, hiding, overwriting] = ['locking.xml', 'hiding.xml', 'overwriting.xml'].map((name) =>
    files.get(FOLDER + name),
  );
  for (const [name, other] of [
    ['locking.xml', 'hiding.xml'],
    ['hiding.xml', 'locking.xml'],
  ] as const) {
    if (isSuiteApp && files.has(FOLDER + name) && !files.has(FOLDER + other)) {
      problems.error(FOLDER + name, null, `A project with ${name} must also have ${other}.`);
    }
  }
  const locked = readActions(locking, 'LOCKING', ['LOCK', 'UNLOCK'], `${FOLDER}locking.xml`, problems);
  const hidden = readActions(hiding, 'HIDING', ['HIDE', 'UNHIDE'], `${FOLDER}hiding.xml`, problems);
  const preserved = readOverwriting(overwriting, problems);
  return {
    isLocked: (scriptId) => locked(scriptId),
    isHidden: (path) => hidden(`~/${path}`),
    preservesDeployment: (script, deployment) => preserved('scriptdeployments', `${script}.${deployment}`),
    preservesInstances: (recordType) => preserved('customrecordtypes', recordType),
    preservesValues: (list) => preserved('customlists', list),
  };
}

/** A preference with a default action and exceptions: answers whether the first of the two actions holds. */
function readActions(
  root: XmlElement | undefined,
  type: string,
  actions: readonly [string, string],
  file: string,
  problems: Problems,
): (target: string) => boolean {
  if (!root) return () => false;
  const check = (action: string | undefined): boolean => {
    if (action !== actions[0] && action !== actions[1]) {
      problems.error(file, null, `The action must be ${actions[0]} or ${actions[1]}, not "${action ?? ''}".`);
    }
    return action === actions[0];
  };
  if (root.name !== 'preference' || root.attributes.type !== type) {
    problems.error(file, null, `The root element must be <preference type="${type}">.`);
  }
  const byDefault = check(root.attributes.defaultAction);
  const exceptions = childrenOf(root, 'apply').map((apply) => ({
    holds: check(apply.attributes.action),
    targets: apply.children.map((child) => child.text),
  }));
  return (target) =>
    exceptions.findLast(({ targets }) => targets.some((pattern) => covers(pattern, target)))?.holds ?? byDefault;
}

function covers(pattern: string, target: string): boolean {
  return pattern === target || (pattern.endsWith('*') && target.startsWith(pattern.slice(0, -1)));
}

function readOverwriting(root: XmlElement | undefined, problems: Problems): (group: string, key: string) => boolean {
  const file = `${FOLDER}overwriting.xml`;
  if (!root) return () => false;
  const isPreserve = (action: string | undefined): boolean => {
    if (action !== 'OVERWRITE' && action !== 'PRESERVE') {
      problems.error(file, null, `The action must be OVERWRITE or PRESERVE, not "${action ?? ''}".`);
    }
    return action === 'PRESERVE';
  };
  if (root.name !== 'preference' || root.attributes.type !== 'OVERWRITING') {
    problems.error(file, null, 'The root element must be <preference type="OVERWRITING">.');
  }
  const rules = new Map<string, { byDefault: boolean; exceptions: Map<string, boolean> }>();
  for (const group of root.children) {
    const part = { scriptdeployments: null, customrecordtypes: 'instances', customlists: 'customvalues' }[group.name];
    if (part === undefined) {
      problems.error(file, null, `The element ${group.name} is not allowed.`);
      continue;
    }
    const byDefault = group.attributes.defaultAction;
    const exceptions = new Map<string, boolean>();
    for (const entry of group.children) {
      const within = part === null ? entry.attributes.action : childOf(entry, part)?.attributes.defaultAction;
      if (within !== undefined) exceptions.set(entry.attributes.scriptid ?? '', isPreserve(within));
    }
    rules.set(group.name, { byDefault: byDefault !== undefined && isPreserve(byDefault), exceptions });
  }
  return (group, key) => rules.get(group)?.exceptions.get(key) ?? rules.get(group)?.byDefault ?? false;
}
