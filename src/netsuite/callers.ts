import * as runtime from 'N/runtime';

/** Who the script acts for, as the history names them: `user 12`. */
export function callerName(): string {
  return `user ${runtime.getCurrentUser().id}`;
}

/**
 * Whether documents may be posted in the current role: Administrator, as which every scheduled run acts
 * (section_1509578980), or the connector's own role, which carries the permissions. Another role would see, and post,
 * less than the whole.
 */
export function mayPost(): boolean {
  const { role, roleId } = runtime.getCurrentUser();
  return role === 3 || roleId === 'administrator' || roleId === 'customrole_obc_integration';
}
