import { fileAt, readFile } from '../../files/cabinet';
import type { ScriptType } from '../../kernel/execution';
import { sourceOfSelectRecordType } from '../../records/select/sources';
import { referredPath } from '../check/references';
import { scriptHeader } from '../check/scriptHeader';
import type { ProjectObject } from '../project/project';
import { childOf, childrenOf, flagOf, textOf } from '../project/xml';
import type { InstallContext, ObjectInstaller } from './context';
import { defaultOf } from './customField';
import { installDeployments } from './deployments';

export const restlet = scriptInstaller('RESTLET');
export const suitelet = scriptInstaller('SUITELET');
export const mapReduceScript = scriptInstaller('MAPREDUCE');
export const scheduledScript = scriptInstaller('SCHEDULED');
export const userEventScript = scriptInstaller('USEREVENT');
export const clientScript = scriptInstaller('CLIENT');
export const sdfInstallationScript = scriptInstaller('SDFINSTALLATION');

/** A script record, its parameters, and its deployments when everything that they refer to is there. */
function scriptInstaller(type: ScriptType): ObjectInstaller {
  return {
    declare: (context, object) => defineScript(context, object, type),
    install: defineParameters,
    complete: (context, object) => installDeployments(context, object, type),
  };
}

function defineScript({ account, owner }: InstallContext, { scriptId, root }: ProjectObject, type: ScriptType): void {
  const { store } = account;
  const file = fileAt(account, referredPath(textOf(root, 'scriptfile') ?? ''));
  const { apiVersion } = scriptHeader(readFile(account, file.id));
  const known = store.get<{ id: number }>('SELECT id FROM script WHERE scriptid = ?', [scriptId]);
  const id =
    known?.id ??
    store.run('INSERT INTO script (scriptid, scripttype, owner) VALUES (?, ?, ?)', [scriptId, type, Number(owner)]).id;
  store.run(
    `UPDATE script SET name = ?, scriptfile = ?, apiversion = ?, description = ?, isinactive = ?, notifyadmins = ?,
     notifyowner = ?, notifyemails = ? WHERE id = ?`,
    [
      textOf(root, 'name'),
      file.id,
      apiVersion ?? '2.0',
      textOf(root, 'description'),
      flagOf(root, 'isinactive', false) ? 'T' : 'F',
      flagOf(root, 'notifyadmins', false) ? 'T' : 'F',
      flagOf(root, 'notifyowner', true) ? 'T' : 'F',
      textOf(root, 'notifyemails'),
      id,
    ],
  );
}

function defineParameters({ account }: InstallContext, { scriptId, root }: ProjectObject): void {
  const { store } = account;
  const script = store.get<{ id: number }>('SELECT id FROM script WHERE scriptid = ?', [scriptId])?.id ?? 0;
  for (const parameter of childrenOf(childOf(root, 'scriptcustomfields'), 'scriptcustomfield')) {
    const name = parameter.attributes.scriptid ?? '';
    const known = store.get<{ id: number }>('SELECT id FROM scriptparameter WHERE scriptid = ?', [name]);
    const id = known?.id ?? store.run('INSERT INTO scriptparameter (scriptid) VALUES (?)', [name]).id;
    const source = textOf(parameter, 'selectrecordtype');
    store.run(
      `UPDATE scriptparameter SET script = ?, label = ?, fieldtype = ?, source = ?, setting = ?, ismandatory = ?,
       defaultvalue = ? WHERE id = ?`,
      [
        script,
        textOf(parameter, 'label'),
        textOf(parameter, 'fieldtype'),
        source === null ? null : sourceOfSelectRecordType(source),
        textOf(parameter, 'setting'),
        flagOf(parameter, 'ismandatory', false) ? 'T' : 'F',
        defaultOf(account, parameter),
        id,
      ],
    );
  }
}
