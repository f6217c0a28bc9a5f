import type { User } from '../kernel/execution';
import type { Store } from '../store/store';
import { isAdministrator, permissionLevel } from './granted';
import { PERMISSION_LEVELS } from './levels';
import { TRANSACTION_PERMISSIONS } from './recordTypes';
import { type RestrictedBy, type RoleRestriction, roleRestrictions } from './restrictions';
import { subsidiaryRestriction } from './subsidiaries';

interface WithStore {
  readonly store: Store;
}

/** What limits the rows that a role sees. */
interface Limits {
  /** Internal ids of the only subsidiaries whose records the role sees, with commas; null where it sees all. */
  readonly subsidiaries: string | null;
  readonly restrictions: readonly RoleRestriction[];
}

/**
 * SQL condition on the rows of a table that the user's role may see, over the alias `r`; null for all of them.
 *
 * Of transactions a role sees the types that it has the permission for: a search gives none of the others and no error.
 * That SuiteQL's tables do the same, and that lines follow their transaction, is assumed. With subsidiary restrictions
 * transactions and entities of other subsidiaries are not seen (bridgehead_N286421), and with restrictions to the user's
 * own, by employee or by classification, those of others are not (bridgehead_4637690919, bridgehead_4637695352).
 */
export function visibleRows(account: WithStore, user: User, table: string): string | null {
  if (isAdministrator(user.role)) return null;
  const limits = limitsOf(account, user);
  switch (table) {
    case 'transaction':
      return transactions(account, user, limits, 'r');
    case 'transactionline':
    case 'transactionaccountingline':
      return `EXISTS (SELECT 1 FROM "transaction" p
        WHERE p.id = r."transaction" AND ${transactions(account, user, limits, 'p')})`;
    case 'customer':
      return all(customers(limits, 'r'));
    case 'employee':
      return all(employees(limits, 'r'));
    case 'contact':
    case 'job':
      return all(ofSubsidiary(limits, 'r'));
    case 'item':
      return all(items(limits, 'r'));
    case 'entity':
      return entities(limits);
    default:
      return null;
  }
}

function limitsOf(account: WithStore, user: User): Limits {
  const subsidiaries = subsidiaryRestriction(account, user);
  return {
    subsidiaries: subsidiaries && !subsidiaries.mayViewOthers ? subsidiaries.subsidiaries.join(', ') : null,
    restrictions: roleRestrictions(account, user).filter(({ mayViewOthers }) => !mayViewOthers),
  };
}

function all(conditions: readonly string[]): string | null {
  return conditions.length === 0 ? null : conditions.join(' AND ');
}

function transactions(account: WithStore, user: User, limits: Limits, alias: string): string {
  const types = Object.entries(TRANSACTION_PERMISSIONS)
    .filter(([, permission]) => permissionLevel(account, user.role, permission) >= PERMISSION_LEVELS.VIEW)
    .map(([type]) => `'${type}'`);
  const ofTypes = `${alias}.recordtype IN (${types.join(', ')})`;
  const salesRep = `COALESCE(${alias}.employee, (SELECT c.salesrep FROM customer c WHERE c.id =
    COALESCE((SELECT j.customer FROM job j WHERE j.id = ${alias}.entity), ${alias}.entity)))`;
  const restricted = limits.restrictions.map((restriction) =>
    within(restriction, restriction.by === 'employee' ? salesRep : `${alias}."${restriction.by}"`),
  );
  return [ofTypes, ...ofSubsidiary(limits, alias), ...restricted].join(' AND ');
}

function ofSubsidiary({ subsidiaries }: Limits, alias: string): string[] {
  return subsidiaries === null ? [] : [`${alias}.subsidiary IN (${subsidiaries})`];
}

function customers(limits: Limits, alias: string): string[] {
  const { subsidiaries } = limits;
  const related = `EXISTS (SELECT 1 FROM customersubsidiaryrelationship s
    WHERE s.entity = ${alias}.id AND s.subsidiary IN (${subsidiaries}))`;
  return [...(subsidiaries === null ? [] : [related]), ...by(limits, ['employee'], () => `${alias}.salesrep`)];
}

/** Employees belong to themselves, and to those above them; one without a supervisor is unassigned too (assumed). */
function employees(limits: Limits, alias: string): string[] {
  const own = limits.restrictions
    .filter((restriction) => restriction.by === 'employee')
    .map(({ allowed, unassigned }) => {
      const listed = `${alias}.id IN (${allowed.join(', ')})`;
      return unassigned ? `(${listed} OR ${alias}.supervisor IS NULL)` : listed;
    });
  const classified = by(limits, ['department', 'class', 'location'], (field) => `${alias}."${field}"`);
  return [...ofSubsidiary(limits, alias), ...own, ...classified];
}

function items({ restrictions }: Limits, alias: string): string[] {
  return restrictions.filter((each) => each.items).map((each) => within(each, `${alias}."${each.by}"`));
}

/** Every kind of entity by its own rule. */
function entities(limits: Limits): string | null {
  const kinds = {
    customer: customers(limits, 'e'),
    employee: employees(limits, 'e'),
    contact: ofSubsidiary(limits, 'e'),
    job: ofSubsidiary(limits, 'e'),
  };
  if (Object.values(kinds).every((conditions) => conditions.length === 0)) return null;
  const visible = Object.entries(kinds).map(
    ([table, conditions]) => `EXISTS (SELECT 1 FROM ${table} e WHERE ${['e.id = r.id', ...conditions].join(' AND ')})`,
  );
  return `(${visible.join(' OR ')})`;
}

function by(limits: Limits, fields: readonly RestrictedBy[], column: (field: RestrictedBy) => string): string[] {
  return limits.restrictions.filter((each) => fields.includes(each.by)).map((each) => within(each, column(each.by)));
}

function within({ allowed, unassigned }: RoleRestriction, column: string): string {
  const listed = `${column} IN (${allowed.join(', ')})`;
  return unassigned ? `(${listed} OR ${column} IS NULL)` : listed;
}
