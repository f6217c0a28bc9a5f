import { quoted } from '../../store/schema/table';
import type { RecordContext } from '../recordType';

/** Sets `fullname`: the names of all parents and the own one, `Revenue : Subscriptions`. */
export function writeFullName(context: RecordContext, table: string, nameColumn: string, id: number): string {
  const { store } = context.account;
  const names: string[] = [];
  let current: number | null = id;
  while (current !== null && names.length < 10) {
    const row: { name: string; parent: number | null } | null = store.get(
      `SELECT ${quoted(nameColumn)} AS name, parent FROM ${quoted(table)} WHERE id = ?`,
      [current],
    );
    if (row === null) break;
    names.unshift(row.name);
    current = row.parent;
  }
  const fullName = names.join(' : ');
  store.run(`UPDATE ${quoted(table)} SET fullname = ? WHERE id = ?`, [fullName, id]);
  return fullName;
}
