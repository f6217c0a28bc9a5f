import { randomBytes } from 'node:crypto';
import type { Account } from '../kernel/account';
import type { User } from '../kernel/execution';
import { isWebServicesOnly } from '../permissions/granted';
import { userInRole } from './people';

/** Name of the session cookie; it is NetSuite's. */
export const SESSION_COOKIE = 'JSESSIONID';

/** Idle minutes after which a session ends, NetSuite's longest setting (Setup > Company > General Preferences). */
const IDLE_MINUTES = 720;

/**
 * Logs a person in as a role, without a password: a convenience of the local account, which NetSuite does not have.
 *
 * @returns value of the session cookie
 */
export function startSession(account: Account, user: User): string {
  const id = randomBytes(24).toString('base64url');
  account.store.run('INSERT INTO loginsession (id, entity, role, lastused) VALUES (?, ?, ?, ?)', [
    id,
    user.id,
    user.role,
    account.clock.now(),
  ]);
  return id;
}

/** Who a session cookie stands for; null where there is no such session, it ended, or the role is for web services only. */
export function sessionUser(account: Account, id: string): User | null {
  const session = account.store.get<{ entity: string; role: string; lastused: number }>(
    'SELECT entity, role, lastused FROM loginsession WHERE id = ?',
    [id],
  );
  if (!session) return null;
  const now = account.clock.now();
  if (now - session.lastused > IDLE_MINUTES * 60_000) {
    endSession(account, id);
    return null;
  }
  account.store.run('UPDATE loginsession SET lastused = ? WHERE id = ?', [now, id]);
  return isWebServicesOnly(account, session.role) ? null : userInRole(account, session.entity, session.role);
}

export function endSession(account: Account, id: string): void {
  account.store.run('DELETE FROM loginsession WHERE id = ?', [id]);
}

/** The session's id in a `Cookie` header, or null. */
export function sessionCookie(header: string | undefined): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === SESSION_COOKIE && value) return value;
  }
  return null;
}
