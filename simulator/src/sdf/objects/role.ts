import { INTEGRATION_USER } from '../../company/loadPeople';
import { preference } from '../../company/settings';
import type { Account } from '../../kernel/account';
import { notSupported } from '../../kernel/errors';
import { referredId } from '../check/references';
import type { ProjectObject } from '../project/project';
import { childOf, childrenOf, flagOf, textOf } from '../project/xml';
import type { InstallContext, ObjectInstaller } from './context';

/** `rolepermissions.permlevel`, as N/runtime's Permission enumeration counts. */
const LEVELS: Readonly<Record<string, number>> = { NONE: 0, VIEW: 1, CREATE: 2, EDIT: 3, FULL: 4 };

/** Segments that a role can be restricted by; others are custom segments. */
const SEGMENTS = new Set(['CLASS', 'DEPARTMENT', 'LOCATION']);

/** A role with its permissions and restrictions. The account's integration user is given it, as an administrator would. */
export const role: ObjectInstaller = {
  declare: defineRole,
  install: (context, object) => {
    grantPermissions(context, object);
    restrict(context, object);
  },
};

function defineRole({ account, application }: InstallContext, { scriptId, root }: ProjectObject): void {
  const { store } = account;
  const known = store.get<{ id: number }>('SELECT id FROM role WHERE scriptid = ?', [scriptId]);
  const id = known?.id ?? store.run('INSERT INTO role (scriptid) VALUES (?)', [scriptId]).id;
  store.run(
    `UPDATE role SET name = ?, centertype = ?, isinactive = ?, issalesrole = ?, subsidiaryoption = ?,
     subsidiaryviewingallowed = ?, iswebserviceonlyrole = ?, employeerestriction = ?, employeeviewingallowed = ?,
     employeeselectionunrestricted = ?, application = ? WHERE id = ?`,
    [
      textOf(root, 'name'),
      textOf(root, 'centertype'),
      flagOf(root, 'isinactive', false) ? 'T' : 'F',
      flagOf(root, 'issalesrole', false) ? 'T' : 'F',
      textOf(root, 'subsidiaryoption') ?? 'ALL',
      flagOf(root, 'subsidiaryviewingallowed', false) ? 'T' : 'F',
      flagOf(root, 'iswebserviceonlyrole', false) ? 'T' : 'F',
      textOf(root, 'employeerestriction'),
      flagOf(root, 'employeeviewingallowed', false) ? 'T' : 'F',
      flagOf(root, 'employeeselectionunrestricted', false) ? 'T' : 'F',
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

/** Restrictions by class, department and location, one for each (SDF: recordrestriction). */
function restrict({ account }: InstallContext, { scriptId, root }: ProjectObject): void {
  const { store } = account;
  const id = store.get<{ id: number }>('SELECT id FROM role WHERE scriptid = ?', [scriptId])?.id ?? 0;
  store.run('DELETE FROM rolerestriction WHERE role = ?', [id]);
  for (const restriction of childrenOf(childOf(root, 'recordrestrictions'), 'recordrestriction')) {
    const segment = (textOf(restriction, 'segment') ?? '').toUpperCase();
    if (!SEGMENTS.has(segment)) throw notSupported(`the restriction of a role by ${segment}`);
    store.run(
      `INSERT OR REPLACE INTO rolerestriction (role, segment, restriction, viewingallowed, itemsrestricted)
       VALUES (?, ?, ?, ?, ?)`,
      [
        id,
        segment,
        textOf(restriction, 'restriction'),
        flagOf(restriction, 'viewingallowed', false) ? 'T' : 'F',
        flagOf(restriction, 'itemsrestricted', false) ? 'T' : 'F',
      ],
    );
  }
}
