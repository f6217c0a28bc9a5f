import type { Account } from '../../kernel/account';
import { quoted } from '../../store/schema/table';
import { parseReference, splitValues } from '../check/references';

/**
 * Internal id of what a value refers to: an entry of a custom list or record (`[scriptid=customlist_x.val]`), a role, a
 * script; the value itself where it is no reference; null where nothing is found.
 */
export function referredInternalId(account: Account, text: string): string | null {
  const reference = parseReference(text);
  if (!reference) return text;
  if (reference.kind === 'file') return idIn(account, 'file', 'path', reference.path);
  const [first = '', second] = reference.scriptId.split('.');
  if (second !== undefined && /^custom(list|record)/.test(first)) return idIn(account, first, 'scriptid', second);
  if (first.startsWith('customrole')) return idIn(account, 'role', 'scriptid', first);
  if (first.startsWith('customscript')) return idIn(account, 'script', 'scriptid', first);
  return null;
}

/** Script ids of roles in lower case: `[scriptid=customrole_x]|ADMINISTRATOR` is `customrole_x`, `administrator`. */
export function roleIds(text: string | null): string[] {
  return splitValues(text ?? '').map((value) => {
    const reference = parseReference(value);
    return (reference?.kind === 'object' ? reference.scriptId : value).toLowerCase();
  });
}

function idIn(account: Account, table: string, column: string, value: string): string | null {
  const row = account.store.get<{ id: number }>(`SELECT id FROM ${quoted(table)} WHERE ${quoted(column)} = ?`, [value]);
  return row === null ? null : String(row.id);
}
