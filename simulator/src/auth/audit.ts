import type { Account } from '../kernel/account';

export interface LoginAttempt {
  readonly status: 'Success' | 'Failure';
  readonly detail: string | null;
  /** Internal ids. */
  readonly user: string | null;
  readonly role: string | null;
  readonly application: string | null;
  readonly address: string;
  readonly requestUri: string;
}

/** Writes a line of the login audit trail (Setup > Users/Roles > View Login Audit Trail). */
export function auditLogin(account: Account, attempt: LoginAttempt): void {
  account.store.run(
    `INSERT INTO loginaudit (date, status, detail, user, role, oauthappname, requesturi, ipaddress)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      new Date(account.clock.now()).toISOString(),
      attempt.status,
      attempt.detail,
      attempt.user === null ? null : Number(attempt.user),
      attempt.role === null ? null : Number(attempt.role),
      attempt.application,
      attempt.requestUri,
      attempt.address,
    ],
  );
}
