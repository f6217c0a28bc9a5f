import type { Problems } from './problem';
import { childOf, childrenOf, textOf, type XmlElement } from './xml';

/** One step of a deployment, in the order in which deploy.xml names them. */
export type DeployStep =
  | { readonly kind: 'files' | 'objects' | 'translationimports'; readonly paths: readonly string[] }
  | { readonly kind: 'run'; readonly path: string; readonly deployment: string };

const FILE = 'deploy.xml';

/**
 * Reads deploy.xml (section_4737888643). Elements may repeat and run in the order written; installation scripts stand
 * between them (section_1544719586).
 */
export function readDeployFile(root: XmlElement, problems: Problems): DeployStep[] {
  const refuse = (message: string): void => problems.error(FILE, null, message);
  if (root.name !== 'deploy') refuse(`The root element must be deploy, not ${root.name}.`);
  const steps: DeployStep[] = [];
  for (const element of root.children) {
    switch (element.name) {
      case 'files':
      case 'folders':
      case 'objects':
      case 'translationimports':
        steps.push({
          kind: element.name === 'folders' ? 'files' : element.name,
          paths: readPaths(element, element.name === 'folders', refuse),
        });
        break;
      case 'run':
        for (const script of childrenOf(element, 'script')) {
          const path = textOf(script, 'path');
          const deployment = textOf(script, 'deployment');
          if (!path || !deployment || !path.startsWith('~/')) {
            refuse('A script to run needs the elements path, starting with ~/, and deployment.');
          } else steps.push({ kind: 'run', path: path.slice(2), deployment });
        }
        break;
      default:
        refuse(
          element.name === 'configuration'
            ? 'The simulator does not support account configuration.'
            : `The element ${element.name} is not allowed in deploy.xml.`,
        );
    }
  }
  if (!childOf(root, 'objects') && !childOf(root, 'files') && !childOf(root, 'folders')) {
    refuse('deploy.xml names neither files nor objects.');
  }
  return steps;
}

/** What a path of deploy.xml covers; a star stands for any characters, also for whole folders. */
export function matchesPath(pattern: string, path: string): boolean {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
  return new RegExp(`^${source}$`).test(path);
}

function readPaths(element: XmlElement, areFolders: boolean, refuse: (message: string) => void): string[] {
  return childrenOf(element, 'path').flatMap((path) => {
    if (!path.text.startsWith('~/')) {
      refuse(`The path "${path.text}" must start with ~/.`);
      return [];
    }
    const inner = path.text.slice(2);
    return [areFolders ? `${inner.replace(/\/$/, '')}/*` : inner];
  });
}
