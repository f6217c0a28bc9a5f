import type { PermissionAction } from '../permissions/levels';
import { requireSubsidiary } from '../permissions/subsidiaries';
import type { RecordData } from './data';
import { keyIn, type RecordContext } from './recordType';
import { checkRoleAccess, checkRoleSelection } from './roleAccess';

/**
 * Throws INSUFFICIENT_PERMISSION where the restrictions of the caller's role forbid this with a stored record: those by
 * subsidiary, and those to own records.
 */
export function checkRecordAccess(context: RecordContext, stored: RecordData, action: PermissionAction): void {
  checkSubsidiaryAccess(context, stored, action);
  checkRoleAccess(context, stored, action);
}

/** The same for a record as it is to be written: its subsidiary, and what the role may choose. */
export function checkWrittenAccess(context: RecordContext, data: RecordData, stored: RecordData | null): void {
  checkSubsidiaryAccess(context, data, stored ? 'edit' : 'create');
  checkRoleSelection(context, data, stored);
}

/**
 * Throws INSUFFICIENT_PERMISSION where the subsidiary restrictions of the caller's role forbid this with a transaction or
 * an entity (bridgehead_N286421). A customer also belongs to its secondary subsidiaries.
 */
function checkSubsidiaryAccess(
  { account, caller, definition }: RecordContext,
  data: RecordData,
  action: PermissionAction,
): void {
  if (definition.group !== 'transaction' && definition.group !== 'entity') return;
  const primary = keyIn(data.fields.subsidiary);
  const secondary =
    definition.table === 'customer' && data.id !== null
      ? account.store
          .all<{ subsidiary: number }>('SELECT subsidiary FROM customersubsidiaryrelationship WHERE entity = ?', [
            Number(data.id),
          ])
          .map(({ subsidiary }) => subsidiary)
      : [];
  const subsidiaries = primary === null ? secondary : [primary, ...secondary];
  if (subsidiaries.length > 0) requireSubsidiary(account, caller.user, subsidiaries, action);
}
