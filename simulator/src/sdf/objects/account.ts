import { secretValue } from '../../company/secrets';
import { NetSuiteError } from '../../kernel/errors';
import { parseReference } from '../check/references';
import { childOf, childrenOf, flagOf, textOf } from '../project/xml';
import type { ObjectInstaller } from './context';

/** A secret is in the account before a project names it (section_162072306524). */
export const secret: ObjectInstaller = {
  install: ({ account }, { scriptId }) => {
    if (secretValue(account, scriptId) !== null) return;
    throw new NetSuiteError('INVALID_KEY_OR_REF', `The account has no API secret ${scriptId}. Create it before.`);
  },
};

/** An integration record comes with its SuiteApp and is named by its id only: there is nothing to fill in. */
export const integration: ObjectInstaller = {};

const target = (text: string | null): string => {
  const reference = parseReference(text ?? '');
  return reference?.kind === 'object' ? reference.scriptId : (text ?? '');
};

/** A tab of a center, shown by the pages. */
export const centerTab: ObjectInstaller = {
  install: ({ account }, { scriptId, root }) => {
    account.store.run(
      'INSERT OR REPLACE INTO centertab (scriptid, label, center, allroles, audslctrole) VALUES (?, ?, ?, ?, ?)',
      [
        scriptId,
        textOf(root, 'label'),
        textOf(root, 'center'),
        flagOf(root, 'allroles', false) ? 'T' : 'F',
        textOf(root, 'audslctrole'),
      ],
    );
  },
};

/** A category with links on a tab of a center. */
export const centerCategory: ObjectInstaller = {
  install: ({ account }, { scriptId, root }) => {
    const { store } = account;
    store.run('INSERT OR REPLACE INTO centercategory (scriptid, label, center, centertab) VALUES (?, ?, ?, ?)', [
      scriptId,
      textOf(root, 'label'),
      textOf(root, 'center'),
      target(textOf(root, 'centertab')),
    ]);
    store.run('DELETE FROM centerlink WHERE category = ?', [scriptId]);
    childrenOf(childOf(root, 'links'), 'link').forEach((link, position) => {
      store.run('INSERT INTO centerlink (category, position, target, tasktype, label) VALUES (?, ?, ?, ?, ?)', [
        scriptId,
        position,
        target(textOf(link, 'linkobject') ?? textOf(link, 'linkid')),
        textOf(link, 'linktasktype'),
        textOf(link, 'linklabel'),
      ]);
    });
  },
};

/** A subtab of record pages. */
export const subtab: ObjectInstaller = {
  install: ({ account }, { scriptId, root }) => {
    account.store.run('INSERT OR REPLACE INTO subtab (scriptid, title, tabtype, parent) VALUES (?, ?, ?, ?)', [
      scriptId,
      textOf(root, 'title'),
      textOf(root, 'tabtype'),
      target(textOf(root, 'parent')) || null,
    ]);
  },
};
