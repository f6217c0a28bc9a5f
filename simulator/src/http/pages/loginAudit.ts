import type { Account } from '../../kernel/account';
import type { Row } from '../../store/store';
import type { Html } from '../../ui/html';
import { table } from './table';

const SIZE = 200;

interface AuditRow extends Row {
  readonly date: string;
  readonly status: string;
  readonly detail: string | null;
  readonly user: string | null;
  readonly role: string | null;
  readonly oauthappname: string | null;
  readonly requesturi: string | null;
  readonly ipaddress: string | null;
}

/** Log-ins of applications and why they were refused, newest first. */
export function loginAuditTable(account: Account): Html {
  const rows = account.store.all<AuditRow>(
    `SELECT l.date, l.status, l.detail, e.entityid AS user, r.name AS role, l.oauthappname, l.requesturi, l.ipaddress
     FROM loginaudit l LEFT JOIN employee e ON e.id = l.user LEFT JOIN role r ON r.id = l.role
     ORDER BY l."key" DESC LIMIT ?`,
    [SIZE],
  );
  return table(
    'Login audit trail',
    ['Date (UTC)', 'Status', 'Detail', 'User', 'Role', 'Application', 'Request', 'IP address'].map((label) => ({
      label,
      isFixed: label.startsWith('Date'),
    })),
    rows.map((row) => [
      row.date.slice(0, 19).replace('T', ' '),
      row.status,
      row.detail,
      row.user,
      row.role,
      row.oauthappname,
      row.requesturi,
      row.ipaddress,
    ]),
  );
}
