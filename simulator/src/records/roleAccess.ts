import { billedCustomer } from '../accounting/projects';
import type { PermissionAction } from '../permissions/levels';
import { deniedToModify, deniedToView } from '../permissions/refusals';
import { ownDefaults, type RestrictedBy, type RoleRestriction, roleRestrictions } from '../permissions/restrictions';
import type { FieldValue, RecordData } from './data';
import type { RecordDefinition } from './definition';
import { keyIn, type RecordContext } from './recordType';
import { customerOf } from './transaction/customerOf';
import { invalidKey, missingValues } from './validation';

/**
 * Throws INSUFFICIENT_PERMISSION where the restrictions of the caller's role to own records forbid this with a stored one:
 * by employee for transactions, customers and employees (bridgehead_4637690919), by department, class and location for
 * transactions, employees and, where the restriction says so, items (bridgehead_4637695352). Contacts are not restricted.
 */
export function checkRoleAccess(context: RecordContext, stored: RecordData, action: PermissionAction): void {
  for (const restriction of roleRestrictions(context.account, context.caller.user)) {
    if (!concerns(context.definition, restriction) || isWithin(context, stored, restriction)) continue;
    if (!restriction.mayViewOthers) throw deniedToView();
    if (action !== 'view') throw deniedToModify();
  }
}

/**
 * Refuses what a restricted role cannot choose: employees and classifications that are not its own, on body and lines
 * (INVALID_KEY_OR_REF: its lists do not have them), and none at all where unassigned records are denied (USER_ERROR; both
 * codes are assumed). What was stored before may stay.
 */
export function checkRoleSelection(context: RecordContext, data: RecordData, stored: RecordData | null): void {
  for (const restriction of roleRestrictions(context.account, context.caller.user)) {
    if (restriction.selectsAny || !concerns(context.definition, restriction)) continue;
    const field = fieldOf(context.definition, restriction.by);
    if (field !== null) {
      const value = keyIn(data.fields[field.id]);
      if (value === null && !restriction.unassigned) throw missingValues([field.label]);
      refuseOthers(restriction, field.id, value, stored?.fields[field.id]);
    }
    for (const [sublistId, lines] of Object.entries(data.sublists)) {
      if (stored !== null && !data.changedSublists.includes(sublistId)) continue;
      for (const line of lines)
        refuseOthers(restriction, restriction.by, keyIn(line.fields[restriction.by]), undefined);
    }
  }
}

/** Fills the user's own in a new record, as the role's restrictions have it by default. */
export function fillOwnDefaults({ account, caller, definition }: RecordContext, data: RecordData): void {
  for (const [by, value] of Object.entries(ownDefaults(account, caller.user))) {
    const field = fieldOf(definition, by as RestrictedBy);
    if (field !== null) data.fields[field.id] ??= String(value);
  }
}

function refuseOthers(
  { allowed }: RoleRestriction,
  fieldId: string,
  value: number | null,
  before: FieldValue | undefined,
): void {
  if (value === null || allowed.includes(value) || keyIn(before) === value) return;
  throw invalidKey(fieldId, String(value));
}

function concerns({ group, table }: RecordDefinition, { by, items }: RoleRestriction): boolean {
  if (group === 'transaction' || table === 'employee') return true;
  if (table === 'customer') return by === 'employee';
  return group === 'item' && items;
}

function isWithin(context: RecordContext, stored: RecordData, { by, allowed, unassigned }: RoleRestriction): boolean {
  const { table } = context.definition;
  if (by === 'employee' && table === 'employee') {
    return allowed.includes(Number(stored.id)) || (unassigned && keyIn(stored.fields.supervisor) === null);
  }
  const value = by === 'employee' ? salesRepOf(context, stored) : keyIn(stored.fields[by]);
  return value === null ? unassigned : allowed.includes(value);
}

/** The sales rep of a record; of a transaction without one its customer's (assumed). */
function salesRepOf({ account, definition }: RecordContext, stored: RecordData): number | null {
  const own = keyIn(stored.fields.salesrep);
  if (own !== null || definition.group !== 'transaction') return own;
  const row = account.store.get<{ salesrep: number | null }>('SELECT salesrep FROM customer WHERE id = ?', [
    billedCustomer(account, customerOf(stored)),
  ]);
  return row?.salesrep ?? null;
}

/** The field that a restriction fills and limits. */
function fieldOf(
  definition: RecordDefinition,
  by: RestrictedBy,
): { readonly id: string; readonly label: string } | null {
  if (by !== 'employee') return definition.fields.get(by) ?? null;
  return definition.fields.get(definition.table === 'employee' ? 'supervisor' : 'salesrep') ?? null;
}
