import type { User } from '../kernel/execution';
import type { Row, Store } from '../store/store';
import { isAdministrator } from './granted';

interface WithStore {
  readonly store: Store;
}

/** What a role can be restricted by: whose a record is, and its classifications. */
export const RESTRICTED_BY = ['employee', 'department', 'class', 'location'] as const;
export type RestrictedBy = (typeof RESTRICTED_BY)[number];

/**
 * A restriction of a role to its user's own records. The styles are SDF's: OWNONLY, own and subordinates only;
 * UNASSIGNED, own, subordinate, and unassigned (bridgehead_4637690919, bridgehead_4637695352).
 */
export interface RoleRestriction {
  readonly by: RestrictedBy;
  /** Internal ids: of the user and everyone below, or of the user's classification and those below. */
  readonly allowed: readonly number[];
  /** Records that are unassigned are open too. */
  readonly unassigned: boolean;
  /** Allow Viewing: others may be seen, and not changed. */
  readonly mayViewOthers: boolean;
  /** The restriction counts for items too. */
  readonly items: boolean;
  /** Do Not Restrict Employee Fields: fields may be set to anyone. */
  readonly selectsAny: boolean;
}

interface StyleRow extends Row {
  readonly segment: string;
  readonly restriction: string | null;
  readonly viewing: string | null;
  readonly items: string | null;
  readonly any: string | null;
}

const TABLES: Readonly<Record<RestrictedBy, readonly [table: string, parent: string]>> = {
  employee: ['employee', 'supervisor'],
  department: ['department', 'parent'],
  class: ['classification', 'parent'],
  location: ['location', 'parent'],
};

/** The restrictions of a user's role; none for the Administrator. */
export function roleRestrictions(account: WithStore, user: User): RoleRestriction[] {
  return styles(account, user).flatMap((row) => {
    const by = restrictedBy(row);
    if (by === null || (row.restriction !== 'OWNONLY' && row.restriction !== 'UNASSIGNED')) return [];
    return [
      {
        by,
        allowed: below(account, by, own(account, user, by)),
        unassigned: row.restriction === 'UNASSIGNED',
        mayViewOthers: row.viewing === 'T',
        items: row.items === 'T',
        selectsAny: by === 'employee' && row.any === 'T',
      },
    ];
  });
}

/**
 * What new records get by default: with the style DEFAULTTOOWN, none - default to own, and with the restricting ones too
 * (assumed), the user's own.
 */
export function ownDefaults(account: WithStore, user: User): Partial<Record<RestrictedBy, number>> {
  const defaults: Partial<Record<RestrictedBy, number>> = {};
  for (const row of styles(account, user)) {
    const by = restrictedBy(row);
    const value = by === null || (row.restriction ?? 'NONE') === 'NONE' ? null : own(account, user, by);
    if (by !== null && value !== null) defaults[by] = value;
  }
  return defaults;
}

function styles({ store }: WithStore, user: User): StyleRow[] {
  if (isAdministrator(user.role)) return [];
  return store.all<StyleRow>(
    `SELECT 'EMPLOYEE' AS segment, employeerestriction AS restriction, employeeviewingallowed AS viewing, 'F' AS items,
       employeeselectionunrestricted AS "any" FROM role WHERE id = ?1 AND employeerestriction IS NOT NULL
     UNION ALL
     SELECT segment, restriction, viewingallowed, itemsrestricted, 'F' FROM rolerestriction WHERE role = ?1`,
    [Number(user.role)],
  );
}

function restrictedBy({ segment }: StyleRow): RestrictedBy | null {
  const name = segment.toLowerCase();
  return RESTRICTED_BY.find((by) => by === name) ?? null;
}

/** The user, or the classification that the user's employee record has. */
function own({ store }: WithStore, user: User, by: RestrictedBy): number | null {
  if (!/^-?\d+$/.test(user.id)) return null;
  if (by === 'employee') return Number(user.id);
  const row = store.get<{ own: number | null }>(`SELECT "${by}" AS own FROM employee WHERE id = ?`, [Number(user.id)]);
  return row?.own ?? null;
}

function below({ store }: WithStore, by: RestrictedBy, top: number | null): number[] {
  if (top === null) return [];
  const [table, parent] = TABLES[by];
  return store
    .all<{ id: number }>(
      `WITH RECURSIVE own (id) AS (SELECT ?1 UNION SELECT t.id FROM ${table} t JOIN own ON t.${parent} = own.id)
       SELECT id FROM own ORDER BY id`,
      [top],
    )
    .map(({ id }) => id);
}
