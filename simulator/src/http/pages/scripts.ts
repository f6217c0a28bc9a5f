import { scriptParameters, scriptPath } from '../../calls/scriptAddress';
import { withParameters } from '../../calls/url';
import type { Account } from '../../kernel/account';
import type { ScriptType } from '../../kernel/execution';
import { type Deployment, deploymentsOfType } from '../../scripts/registry';
import { type Html, html } from '../../ui/html';
import { link, table } from './table';

const TYPES: readonly (readonly [ScriptType, string])[] = [
  ['SUITELET', 'Suitelet'],
  ['RESTLET', 'RESTlet'],
  ['MAPREDUCE', 'Map/Reduce'],
  ['SCHEDULED', 'Scheduled'],
  ['USEREVENT', 'User Event'],
  ['CLIENT', 'Client'],
  ['SDFINSTALLATION', 'SDF Installation'],
];

/** Every deployment, Suitelets first. */
export function allDeployments(account: Account): Deployment[] {
  return TYPES.flatMap(([type]) => deploymentsOfType(account, type));
}

/** Path under which a deployment is called; null for scripts without an address. */
export function deploymentPath(account: Account, deployment: Deployment): string | null {
  const path = scriptPath(deployment.scriptType);
  return path && withParameters(path, scriptParameters(account, deployment));
}

/** Scripts and their deployments, with links to those that can be opened. */
export function scriptTable(account: Account, deployments: readonly Deployment[]): Html {
  const rows = deployments.map((deployment) => {
    const path = deploymentPath(account, deployment);
    const type = TYPES.find(([id]) => id === deployment.scriptType)?.[1] ?? deployment.scriptType;
    const opens = path !== null && deployment.scriptType === 'SUITELET' && deployment.isDeployed;
    return [
      opens ? link(path, deployment.title) : deployment.title,
      type,
      html`${deployment.scriptId}<br>${deployment.deploymentId}`,
      deployment.recordType ?? '',
      deployment.isDeployed && !deployment.isInactive ? deployment.status : 'Not deployed',
      link(`/app/common/scripting/scriptnotes.nl?script=${encodeURIComponent(deployment.scriptId)}`, 'Log'),
    ];
  });
  return table(
    'Scripts',
    ['Deployment', 'Type', 'Script and deployment', 'Record type', 'Status', 'Log'].map((label) => ({ label })),
    rows,
  );
}
