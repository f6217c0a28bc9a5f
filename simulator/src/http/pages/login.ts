import { type UserInRole, usersInRoles } from '../../auth/people';
import { endSession, SESSION_COOKIE, sessionCookie, startSession } from '../../auth/sessions';
import { isWebServicesOnly } from '../../permissions/granted';
import { attribute, html } from '../../ui/html';
import { renderDocument } from '../../ui/renderPage';
import type { Incoming } from '../incoming';
import { type Outgoing, page, redirect } from '../outgoing';
import type { Served } from '../served';
import { frameFor } from './frame';

const HOME = '/app/center/card.nl';

/** The log-in page, which leads back to an address afterwards. */
export function loginAddress(next: string): string {
  return `/simulator/login?next=${encodeURIComponent(next)}`;
}

/**
 * `/simulator/login?role=...[&user=...]`: logs in as a role without a password; without `role` it shows whom there is to
 * choose. Roles for web services only are not among them. NetSuite has no such page: it is a convenience of the local
 * account.
 */
export function serveLogin({ account }: Served, request: Incoming): Outgoing {
  const role = request.query.get('role');
  const next = localAddress(request.query.get('next'));
  const people = usersInRoles(account).filter((person) => !isWebServicesOnly(account, person.role));
  if (role === null) return loginPage({ account }, people, next);
  const wanted = request.query.get('user');
  const user = people.find(
    (person) =>
      (person.role === role || person.roleScriptId.toLowerCase() === role.toLowerCase()) &&
      (wanted === null || person.id === wanted || person.email === wanted),
  );
  if (!user) return loginPage({ account }, people, next, `Nobody has the role ${role}.`);
  const session = startSession(account, user);
  return redirect(next, [['Set-Cookie', `${SESSION_COOKIE}=${session}; Path=/; HttpOnly; SameSite=Lax`]]);
}

/** `/simulator/logout` */
export function serveLogout({ account }: Served, request: Incoming): Outgoing {
  const session = sessionCookie(request.cookie);
  if (session !== null) endSession(account, session);
  return redirect('/simulator/login', [
    ['Set-Cookie', `${SESSION_COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`],
  ]);
}

function loginPage(
  { account }: Pick<Served, 'account'>,
  people: readonly UserInRole[],
  next: string,
  problem: string | null = null,
): Outgoing {
  const rows = people.map((person) => {
    const query = new URLSearchParams({ user: person.id, role: person.roleScriptId, next });
    return html`<tr><td>${person.name}</td><td>${person.email}</td><td><a${attribute('href', `/simulator/login?${query}`)}>${person.roleName}</a></td></tr>`;
  });
  const content = html`${problem ? html`<div class="message error" role="alert">${problem}</div>` : ''}<div class="sheet"><p>Choose a user and role. The local account asks for no password.</p><div class="scroll"><table aria-label="Users and roles"><thead><tr><th scope="col">User</th><th scope="col">Email</th><th scope="col">Log in as</th></tr></thead><tbody>${rows}</tbody></table></div></div>`;
  return page(renderDocument('Log in', content, frameFor(account, null)), problem ? 400 : 200);
}

/** An address of this account; anything else leads home. */
function localAddress(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : HOME;
}
