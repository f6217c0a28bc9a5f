import { INTEGRATION_USER } from '../../company/loadPeople';
import { preference } from '../../company/settings';
import type { Account } from '../../kernel/account';
import { referredId } from '../check/references';
import type { ProjectObject } from '../project/project';
import { childOf, childrenOf, flagOf, textOf } from '../project/xml';
import type { InstallContext, ObjectInstaller } from './context';

/** `rolepermissions.permlevel`, as N/runtime's Permission enumeration counts. */
const LEVELS: Readonly<Record<string, number>> = { NONE: 0, VIEW: 1, CREATE: 2, EDIT: 3, FULL: 4 };

/** A role with its permissions. The account's integration user is given it, as an administrator would. */
export const role: ObjectInstaller = { declare: defineRole, install: grantPermissions };

function defineRole({ account, application }: InstallContext, { scriptId, root }: ProjectObject): void {
  const { store } = account;
  const known = store.get<{ id: number }>('SELECT id FROM role WHERE scriptid = ?', [scriptId]);
  const id = known?.id ?? store.run('INSERT INTO role (scriptid) VALUES (?)', [scriptId]).id;
  store.run(
    `UPDATE role SET name = ?, centertype = ?, isinactive = ?, issalesrole = ?, subsidiaryoption = ?,
     subsidiaryviewingallowed = ?, iswebserviceonlyrole = ?, application = ? WHERE id = ?`,
    [
      textOf(root, 'name'),
      textOf(root, 'centertype'),
      flagOf(root, 'isinactive', false) ? 'T' : 'F',
      flagOf(root, 'issalesrole', false) ? 'T' : 'F',
      textOf(root, 'subsidiaryoption') ?? 'ALL',
      flagOf(root, 'subsidiaryviewingallowed', false) ? 'T' : 'F',
      flagOf(root, 'iswebserviceonlyrole', false) ? 'T' : 'F',
      application,
      id,
    ],
  );
  if (!known) giveToIntegrationUser(account, id);
}

function giveToIntegrationUser(account: Account, role: number): void {
  const user = preference(account, INTEGRATION_USER);
  if (user === null) return;
  account.store.run('INSERT OR IGNORE INTO employeerolesforsearch (entity, role) VALUES (?, ?)', [Number(user), role]);
}

/** A permission's key may be a custom record type, `[scriptid=customrecord_x]`. */
function grantPermissions({ account }: InstallContext, { scriptId, root }: ProjectObject): void {
  const { store } = account;
  const id = store.get<{ id: number }>('SELECT id FROM role WHERE scriptid = ?', [scriptId])?.id ?? 0;
  store.run('DELETE FROM rolepermissions WHERE role = ?', [id]);
  for (const permission of childrenOf(childOf(root, 'permissions'), 'permission')) {
    store.run('INSERT OR REPLACE INTO rolepermissions (role, permkey, permlevel, restriction) VALUES (?, ?, ?, ?)', [
      id,
      referredId(textOf(permission, 'permkey') ?? ''),
      LEVELS[textOf(permission, 'permlevel') ?? 'NONE'] ?? 0,
      textOf(permission, 'restriction'),
    ]);
  }
}
