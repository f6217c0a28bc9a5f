import type { Account } from '../../kernel/account';
import { quoted } from '../../store/schema/table';
import { renewCustomizationStamp } from './stamp';

/** A custom record type as SDF's `customrecordtype` object describes it. */
export interface CustomRecordTypeInput {
  /** `customrecord_x`, lower case. */
  readonly scriptId: string;
  readonly name: string;
  readonly description?: string;
  readonly isInactive?: boolean;
  /** `CUSTRECORDENTRYPERM`, `NONENEEDED` or `USEPERMISSIONLIST`. */
  readonly accessType?: string;
  /** Whether records have a name; without, their id is shown. SDF's default is true. */
  readonly includeName?: boolean;
  readonly enableOptimisticLocking?: boolean;
  readonly enableNumbering?: boolean;
  readonly allowNumberingOverride?: boolean;
  readonly numberingPrefix?: string;
  readonly numberingSuffix?: string;
  readonly numberingMinDigits?: number;
  readonly numberingInit?: number;
  readonly enableNameUniqueness?: boolean;
  readonly application?: string;
  readonly permissions?: readonly { readonly role: string; readonly level: string; readonly restriction?: string }[];
}

/**
 * Defines a custom record type, or changes the definition that there is; its records stay. Its table is named by its
 * script id.
 *
 * @returns its internal id
 */
export function defineRecordType(account: Account, input: CustomRecordTypeInput): number {
  const { store } = account;
  const flag = (value: boolean | undefined, whenAbsent: boolean): string => ((value ?? whenAbsent) ? 'T' : 'F');
  return store.transaction(() => {
    const known = store.get<{ internalid: number }>('SELECT internalid FROM customrecordtype WHERE scriptid = ?', [
      input.scriptId,
    ]);
    const id =
      known?.internalid ?? store.run('INSERT INTO customrecordtype (scriptid) VALUES (?)', [input.scriptId]).id;
    store.run(
      `UPDATE customrecordtype SET name = ?, description = ?, isinactive = ?, accesstype = ?, includename = ?,
         enableoptimisticlocking = ?, enablenumbering = ?, allownumberingoverride = ?, numberingprefix = ?,
         numberingsuffix = ?, numberingmindigits = ?, numberinginit = ?, nameunique = ?, application = ?
       WHERE internalid = ?`,
      [
        input.name,
        input.description ?? null,
        flag(input.isInactive, false),
        input.accessType ?? 'CUSTRECORDENTRYPERM',
        flag(input.includeName, true),
        flag(input.enableOptimisticLocking, true),
        flag(input.enableNumbering, false),
        flag(input.allowNumberingOverride, false),
        input.numberingPrefix ?? '',
        input.numberingSuffix ?? '',
        input.numberingMinDigits ?? 0,
        input.numberingInit ?? 1,
        flag(input.enableNameUniqueness, false),
        input.application ?? null,
        id,
      ],
    );
    if (!known) createRowTable(account, input.scriptId);
    store.run('DELETE FROM customrecordpermission WHERE customrecordtype = ?', [input.scriptId]);
    for (const { role, level, restriction } of input.permissions ?? []) {
      store.run(
        'INSERT OR REPLACE INTO customrecordpermission (customrecordtype, role, level, restriction) VALUES (?, ?, ?, ?)',
        [input.scriptId, role, level, restriction ?? null],
      );
    }
    renewCustomizationStamp(account);
    return id;
  });
}

/** The table of a custom record type or custom list, with SuiteQL's columns. */
export function createRowTable(account: Account, scriptId: string): void {
  account.store.script(
    `CREATE TABLE IF NOT EXISTS ${quoted(scriptId)} (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, altname TEXT,
       externalid TEXT, isinactive TEXT, created TEXT, lastmodified TEXT, lastmodifiedby INTEGER, owner INTEGER,
       recordid INTEGER, scriptid TEXT, recordversion INTEGER)`,
  );
  account.store.script(
    `CREATE INDEX IF NOT EXISTS ${quoted(`${scriptId}_externalid`)} ON ${quoted(scriptId)} (externalid)`,
  );
}
