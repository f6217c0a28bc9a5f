import type { Account } from '../kernel/account';
import { NetSuiteError } from '../kernel/errors';

/** The employee that every account begins with, by the id that NetSuite gives it; here the first administrator. */
const FIRST_EMPLOYEE = '-5';
const ADMINISTRATOR = 3;
const ADDRESS = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/;

export interface Author {
  readonly id: number;
  readonly email: string | null;
}

/**
 * The employee who sends, by internal id or address (section_4358681681).
 *
 * @throws SSS_AUTHOR_MUST_BE_EMPLOYEE
 */
export function authorOf({ store }: Account, given: string): Author {
  const row =
    given === FIRST_EMPLOYEE
      ? store.get<{ id: number; email: string | null }>(
          `SELECT e.id, e.email FROM employee e JOIN employeerolesforsearch er ON er.entity = e.id
            WHERE er.role = ? ORDER BY e.id LIMIT 1`,
          [ADMINISTRATOR],
        )
      : store.get<{ id: number; email: string | null }>(
          'SELECT id, email FROM employee WHERE id = ? OR email = ? ORDER BY id LIMIT 1',
          [/^\d+$/.test(given) ? Number(given) : null, given],
        );
  if (row === null) {
    throw new NetSuiteError('SSS_AUTHOR_MUST_BE_EMPLOYEE', 'The author internal id or email must match an employee.');
  }
  return row;
}

/**
 * Addresses of recipients who are given by internal id or address. An entity without an address is an invalid recipient
 * (assumed).
 *
 * @throws SSS_INVALID_TO_EMAIL, SSS_INVALID_CC_EMAIL, SSS_INVALID_BCC_EMAIL
 */
export function addressesOf(account: Account, given: readonly string[], kind: 'to' | 'cc' | 'bcc'): string[] {
  return given.map((one) => {
    const address = one === FIRST_EMPLOYEE ? authorOf(account, one).email : addressOf(account, one.trim());
    if (address !== null && ADDRESS.test(address)) return address;
    const who = kind === 'to' ? 'recipient' : kind;
    throw new NetSuiteError(`SSS_INVALID_${kind.toUpperCase()}_EMAIL`, `One or more ${who} emails are not valid.`);
  });
}

function addressOf({ store }: Account, given: string): string | null {
  if (!/^\d+$/.test(given)) return given;
  const row = store.get<{ email: string | null }>(
    `SELECT email FROM customer WHERE id = ?1 UNION ALL SELECT email FROM employee WHERE id = ?1
     UNION ALL SELECT email FROM contact WHERE id = ?1 UNION ALL SELECT email FROM job WHERE id = ?1`,
    [Number(given)],
  );
  return row?.email ?? null;
}
