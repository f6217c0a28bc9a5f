import type { Account } from '../../kernel/account';
import type { ScriptType } from '../../kernel/execution';
import { parseReference } from '../check/references';
import type { ProjectObject } from '../project/project';
import { childOf, childrenOf, flagOf, textOf, type XmlElement } from '../project/xml';
import type { InstallContext } from './context';
import { referredInternalId, roleIds } from './references';

/**
 * Installs the deployments of a script with the values of their parameters. With PRESERVE in overwriting.xml an upgrade
 * leaves deployments that are there as the account has them (section_160751417871).
 */
export function installDeployments(context: InstallContext, object: ProjectObject, type: ScriptType): void {
  const { account, project } = context;
  const { store } = account;
  const script = store.get<{ id: number }>('SELECT id FROM script WHERE scriptid = ?', [object.scriptId])?.id ?? 0;
  for (const element of childrenOf(childOf(object.root, 'scriptdeployments'), 'scriptdeployment')) {
    const name = element.attributes.scriptid ?? '';
    const known = store.get<{ primarykey: number }>(
      'SELECT primarykey FROM scriptdeployment WHERE script = ? AND scriptid = ?',
      [script, name],
    );
    if (known && project.preferences.preservesDeployment(object.scriptId, name)) continue;
    const id =
      known?.primarykey ??
      store.run('INSERT INTO scriptdeployment (script, scriptid) VALUES (?, ?)', [script, name]).id;
    writeDeployment(account, id, element, type);
    writeParameters(account, id, script, element);
    writeLinks(account, id, element);
  }
}

function writeDeployment(account: Account, id: number, element: XmlElement, type: ScriptType): void {
  const text = (name: string): string | null => textOf(element, name);
  const flag = (name: string, byDefault: boolean): string => (flagOf(element, name, byDefault) ? 'T' : 'F');
  const recordType = text('recordtype');
  const reference = recordType === null ? null : parseReference(recordType);
  const recurrence = childOf(element, 'recurrence')?.children[0];
  const columns: Record<string, string | number | null> = {
    title: text('title'),
    status: text('status'),
    isdeployed: flag('isdeployed', true),
    loglevel: text('loglevel') ?? 'DEBUG',
    // A map/reduce script runs as Administrator or as who submitted it, whatever its deployment says (section_1509578980).
    runasrole: type === 'MAPREDUCE' ? null : (roleIds(text('runasrole'))[0] ?? null),
    recordtype: (reference?.kind === 'object' ? reference.scriptId : recordType)?.toUpperCase() ?? null,
    eventtype: text('eventtype'),
    executioncontext: text('executioncontext'),
    isonline: flag('isonline', false),
    allroles: flag('allroles', false),
    allemployees: flag('allemployees', false),
    audslctrole: roleIds(text('audslctrole')).join('|') || null,
    buffersize: Number(text('buffersize') ?? 1),
    concurrencylimit: Number(text('concurrencylimit') ?? 1),
    queueallstagesatonce: flag('queueallstagesatonce', true),
    yieldaftermins: Number(text('yieldaftermins') ?? 60),
    recurrence: recurrence ? JSON.stringify(scheduleOf(recurrence)) : null,
  };
  account.store.run(
    `UPDATE scriptdeployment SET ${Object.keys(columns)
      .map((column) => `${column} = ?`)
      .join(', ')} WHERE primarykey = ?`,
    [...Object.values(columns), id],
  );
}

/** A recurrence as `scripts/schedule` reads it: `{ kind: 'daily', startdate, starttime, everyxdays, repeat }`. */
function scheduleOf(element: XmlElement): Record<string, string> {
  return Object.fromEntries([['kind', element.name], ...element.children.map(({ name, text }) => [name, text])]);
}

function writeParameters(account: Account, deployment: number, script: number, element: XmlElement): void {
  const { store } = account;
  store.run('DELETE FROM scriptparametervalue WHERE deployment = ?', [deployment]);
  const parameters = store.all<{ id: number; scriptid: string }>(
    'SELECT id, scriptid FROM scriptparameter WHERE script = ?',
    [script],
  );
  for (const { id, scriptid } of parameters) {
    const value = textOf(element, scriptid);
    if (value === null) continue;
    store.run('INSERT INTO scriptparametervalue (deployment, parameter, value) VALUES (?, ?, ?)', [
      deployment,
      id,
      referredInternalId(account, value),
    ]);
  }
}

function writeLinks(account: Account, deployment: number, element: XmlElement): void {
  account.store.run('DELETE FROM scriptlink WHERE deployment = ?', [deployment]);
  childrenOf(childOf(element, 'links'), 'link').forEach((link, position) => {
    account.store.run(
      'INSERT INTO scriptlink (deployment, position, category, label, tasktype) VALUES (?, ?, ?, ?, ?)',
      [deployment, position, textOf(link, 'linkcategory'), textOf(link, 'linklabel'), textOf(link, 'linktasktype')],
    );
  });
}
