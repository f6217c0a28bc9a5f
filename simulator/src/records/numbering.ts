import type { Account } from '../kernel/account';

/** Setup > Company > Auto-Generated Numbers of a record type; null where numbers are not generated. */
export interface Numbering {
  readonly allowOverride: boolean;
  readonly allowUpdate: boolean;
}

/** How records of a type are numbered; null where their numbers are typed in. */
export function numberingOf(account: Account, recordType: string): Numbering | null {
  const row = account.store.get<{ allowoverride: string; allowupdate: string; enabled: string }>(
    'SELECT allowoverride, allowupdate, enabled FROM numbering WHERE recordtype = ?',
    [recordType],
  );
  if (row === null || row.enabled !== 'T') return null;
  return { allowOverride: row.allowoverride === 'T', allowUpdate: row.allowupdate === 'T' };
}

/** Takes the next number of a record type, with its prefix and its leading zeros; null where none are generated. */
export function takeNumber(account: Account, recordType: string): string | null {
  const { store } = account;
  const { changes } = store.run(
    "UPDATE numbering SET nextnumber = nextnumber + 1 WHERE recordtype = ? AND enabled = 'T'",
    [recordType],
  );
  if (changes === 0) return null;
  const row = store.get<{ prefix: string; suffix: string; mindigits: number; taken: number }>(
    'SELECT prefix, suffix, mindigits, nextnumber - 1 AS taken FROM numbering WHERE recordtype = ?',
    [recordType],
  );
  if (row === null) return null;
  return `${row.prefix ?? ''}${String(row.taken).padStart(row.mindigits ?? 0, '0')}${row.suffix ?? ''}`;
}

/**
 * The number of a record at its save. With generated numbers a given one counts only where Allow Override is set;
 * otherwise it is ignored. An existing record keeps its number unless Update is set too (help of `tranid`).
 */
export function documentNumber(
  account: Account,
  recordType: string,
  given: string | null,
  stored: string | null,
): string | null {
  if (given === null && stored === null) return takeNumber(account, recordType);
  const numbering = numberingOf(account, recordType);
  if (numbering === null) return given;
  if (stored !== null) return numbering.allowOverride && numbering.allowUpdate && given !== null ? given : stored;
  return numbering.allowOverride && given !== null ? given : takeNumber(account, recordType);
}
