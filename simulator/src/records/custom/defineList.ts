import type { Account } from '../../kernel/account';
import { quoted } from '../../store/schema/table';
import { createRowTable } from './defineRecordType';
import { renewCustomizationStamp } from './stamp';

export interface CustomListInput {
  /** `customlist_x`, lower case. */
  readonly scriptId: string;
  readonly name: string;
  readonly description?: string;
  readonly isOrdered?: boolean;
  readonly isInactive?: boolean;
  readonly application?: string;
  readonly values: readonly { readonly scriptId: string; readonly value: string; readonly isInactive?: boolean }[];
}

/**
 * Defines a custom list, or changes the one that there is: values are known by their script ids, so that their internal
 * ids stay. A value that is no longer named stays as it is.
 *
 * @returns its internal id
 */
export function defineList(account: Account, input: CustomListInput): number {
  const { store } = account;
  return store.transaction(() => {
    const known = store.get<{ internalid: number }>('SELECT internalid FROM customlist WHERE scriptid = ?', [
      input.scriptId,
    ]);
    const id = known?.internalid ?? store.run('INSERT INTO customlist (scriptid) VALUES (?)', [input.scriptId]).id;
    store.run(
      'UPDATE customlist SET name = ?, description = ?, isordered = ?, isinactive = ?, application = ? WHERE internalid = ?',
      [
        input.name,
        input.description ?? null,
        input.isOrdered ? 'T' : 'F',
        input.isInactive ? 'T' : 'F',
        input.application ?? null,
        id,
      ],
    );
    createRowTable(account, input.scriptId);
    const table = quoted(input.scriptId);
    for (const { scriptId, value, isInactive } of input.values) {
      const changed = store.run(`UPDATE ${table} SET name = ?, isinactive = ? WHERE scriptid = ?`, [
        value,
        isInactive ? 'T' : 'F',
        scriptId,
      ]).changes;
      if (changed > 0) continue;
      const row = store.run(`INSERT INTO ${table} (name, isinactive, scriptid, recordversion) VALUES (?, ?, ?, 1)`, [
        value,
        isInactive ? 'T' : 'F',
        scriptId,
      ]).id;
      store.run(`UPDATE ${table} SET recordid = id WHERE id = ?`, [row]);
    }
    renewCustomizationStamp(account);
    return id;
  });
}
