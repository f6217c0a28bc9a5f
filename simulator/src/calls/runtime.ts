import { isFeatureInEffect, preference } from '../company/settings';
import type { Account } from '../kernel/account';
import { type CallTable, defineCall } from '../kernel/call';
import type { Caller } from '../kernel/execution';
import { permissionLevel } from '../permissions/granted';

/** N/runtime (section_4296359529): no units. */
export const runtimeCalls: CallTable = {
  'runtime.isFeatureInEffect': defineCall({
    units: 0,
    serve: ({ feature }: { feature: string }, account) => isFeatureInEffect(account, feature),
  }),
  'runtime.getPreference': defineCall({
    units: 0,
    serve: ({ name }: { name: string }, account) => preference(account, name),
  }),
  'runtime.getPermission': defineCall({
    units: 0,
    /** The level 0 to 4 at which the role has a permission, named by its id (`LIST_CUSTJOB`). */
    serve: ({ name }: { name: string }, account, { user }) => permissionLevel(account, user.role, permissionKey(name)),
  }),
  'runtime.getSessionValue': defineCall({
    units: 0,
    serve: ({ name }: { name: string }, account, caller) => sessionValue(account, caller, name),
  }),
  'runtime.setSessionValue': defineCall({
    units: 0,
    serve: ({ name, value }: { name: string; value: string }, account, { user }) => {
      account.store.run(
        `INSERT INTO sessionvalue (user, role, name, value) VALUES (?, ?, ?, ?)
          ON CONFLICT (user, role, name) DO UPDATE SET value = excluded.value`,
        [user.id, user.role, name, value],
      );
      return null;
    },
  }),
};

/** Ids of permissions are in upper case, those of custom record types in lower case. */
function permissionKey(name: string): string {
  return name.toLowerCase().startsWith('custom') ? name.toLowerCase() : name.toUpperCase();
}

function sessionValue(account: Account, { user }: Caller, name: string): string | null {
  const row = account.store.get('SELECT value FROM sessionvalue WHERE user = ? AND role = ? AND name = ?', [
    user.id,
    user.role,
    name,
  ]);
  return row === null ? null : String(row.value);
}
