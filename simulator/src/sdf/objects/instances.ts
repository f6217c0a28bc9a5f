import type { Account } from '../../kernel/account';
import { quoted } from '../../store/schema/table';
import type { SqlValue } from '../../store/store';
import { splitValues } from '../check/references';
import type { ProjectObject } from '../project/project';
import { childOf, childrenOf, flagOf, textOf, type XmlElement } from '../project/xml';
import type { InstallContext } from './context';
import { referredInternalId } from './references';

/**
 * Installs the records that a project brings for its custom record type. They are known by their script ids; with
 * PRESERVE in overwriting.xml an upgrade leaves those that are there as they are (section_160751417871).
 */
export function installInstances({ account, project, owner }: InstallContext, { scriptId, root }: ProjectObject): void {
  const fields = childrenOf(childOf(root, 'customrecordcustomfields'), 'customrecordcustomfield');
  const isPreserved = project.preferences.preservesInstances(scriptId);
  for (const instance of childrenOf(childOf(root, 'instances'), 'instance')) {
    const table = quoted(scriptId);
    const instanceId = instance.attributes.scriptid ?? '';
    const known = account.store.get<{ id: number }>(`SELECT id FROM ${table} WHERE scriptid = ?`, [instanceId]);
    if (known && isPreserved) continue;
    const now = new Date(account.clock.now()).toISOString();
    const values: Record<string, SqlValue> = {
      name: textOf(instance, 'name'),
      altname: textOf(instance, 'altname'),
      isinactive: flagOf(instance, 'isinactive', false) ? 'T' : 'F',
      lastmodified: now,
    };
    for (const field of fields) Object.assign(values, fieldValue(account, field, instance));
    const id =
      known?.id ??
      account.store.run(`INSERT INTO ${table} (scriptid, created, owner, recordversion) VALUES (?, ?, ?, 0)`, [
        instanceId,
        now,
        Number(owner),
      ]).id;
    const columns = Object.keys(values);
    account.store.run(
      `UPDATE ${table} SET ${columns.map((column) => `${quoted(column)} = ?`).join(', ')},
       recordid = id, recordversion = recordversion + 1 WHERE id = ?`,
      [...columns.map((column) => values[column] ?? null), id],
    );
  }
}

/** The value of one field as its column stores it; nothing for a field without one. */
function fieldValue(account: Account, field: XmlElement, instance: XmlElement): Record<string, SqlValue> {
  const id = field.attributes.scriptid ?? '';
  if (!flagOf(field, 'storevalue', true)) return {};
  const text = textOf(instance, id);
  switch (textOf(field, 'fieldtype')) {
    case 'CHECKBOX':
      return { [id]: text ?? (flagOf(field, 'defaultchecked', false) ? 'T' : 'F') };
    case 'MULTISELECT':
      return {
        [id]:
          splitValues(text ?? '')
            .map((value) => referredInternalId(account, value))
            .join(', ') || null,
      };
    case 'SELECT': {
      const referred = text === null ? null : referredInternalId(account, text);
      return { [id]: referred === null ? null : Number(referred) };
    }
    case 'INTEGER':
    case 'FLOAT':
    case 'CURRENCY':
    case 'PERCENT':
      return { [id]: text === null ? null : Number(text) };
    default:
      return { [id]: text };
  }
}
