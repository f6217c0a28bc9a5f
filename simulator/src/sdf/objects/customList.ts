import { defineList } from '../../records/custom/defineList';
import { quoted } from '../../store/schema/table';
import { childOf, childrenOf, flagOf, textOf } from '../project/xml';
import type { ObjectInstaller } from './context';

/** A custom list with its values; with PRESERVE an upgrade leaves the values that are there as they are. */
export const customList: ObjectInstaller = {
  declare: ({ account, application, project }, { scriptId, root }) => {
    const isThere = account.store.get('SELECT 1 AS found FROM customlist WHERE scriptid = ?', [scriptId]) !== null;
    const known =
      isThere && project.preferences.preservesValues(scriptId)
        ? account.store.all<{ scriptid: string }>(`SELECT scriptid FROM ${quoted(scriptId)}`).map((row) => row.scriptid)
        : [];
    defineList(account, {
      scriptId,
      name: textOf(root, 'name') ?? scriptId,
      description: textOf(root, 'description') ?? '',
      isOrdered: flagOf(root, 'isordered', true),
      isInactive: flagOf(root, 'isinactive', false),
      application,
      values: childrenOf(childOf(root, 'customvalues'), 'customvalue')
        .map((value) => ({
          scriptId: value.attributes.scriptid ?? '',
          value: textOf(value, 'value') ?? '',
          isInactive: flagOf(value, 'isinactive', false),
        }))
        .filter(({ scriptId: id }) => !known.includes(id)),
    });
  },
};
