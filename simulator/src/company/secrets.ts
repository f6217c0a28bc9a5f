import type { Store } from '../store/store';

/** Stores the value of a secret, named by its script id (`custsecret_...`); case does not matter. */
export function setSecret(account: { readonly store: Store }, scriptId: string, value: string): void {
  account.store.run(
    'INSERT INTO apisecret (scriptid, value) VALUES (?, ?) ON CONFLICT (scriptid) DO UPDATE SET value = excluded.value',
    [scriptId.toLowerCase(), value],
  );
}

/** The value of a secret, or null where the account has none of that id. Scripts never see it (section_162072306524). */
export function secretValue(account: { readonly store: Store }, scriptId: string): string | null {
  const row = account.store.get('SELECT value FROM apisecret WHERE scriptid = ?', [scriptId.toLowerCase()]);
  return row === null ? null : String(row.value);
}
