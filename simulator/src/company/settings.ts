import type { Store } from '../store/store';

/** What this file needs of an account. */
interface WithStore {
  readonly store: Store;
}

/** True when the feature (`SUBSIDIARIES`, `MULTICURRENCY`; case does not matter) is in effect. */
export function isFeatureInEffect(account: WithStore, feature: string): boolean {
  const row = account.store.get('SELECT isenabled FROM companyfeature WHERE id = ?', [feature.toUpperCase()]);
  return row?.isenabled === 'T';
}

export function setFeature(account: WithStore, feature: string, isEnabled: boolean): void {
  account.store.run(
    'INSERT INTO companyfeature (id, isenabled) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET isenabled = excluded.isenabled',
    [feature.toUpperCase(), isEnabled ? 'T' : 'F'],
  );
}

/** Pages of preferences, as N/config names its record types; system accounts are what a real account makes by itself. */
export type PreferencePage =
  | 'ACCOUNTING_PREFERENCES'
  | 'COMPANY_PREFERENCES'
  | 'COMPANY_INFORMATION'
  | 'SYSTEM_ACCOUNTS';

/** A preference's text, null where it was never set. Checkboxes are `T` or `F`. Ids are unique over the pages here. */
export function preference(account: WithStore, id: string): string | null {
  const row = account.store.get('SELECT value FROM companypreference WHERE id = ?', [id.toUpperCase()]);
  return row === null || row.value === null ? null : String(row.value);
}

/** True when a checkbox preference is set. */
export function isPreferred(account: WithStore, id: string): boolean {
  return preference(account, id) === 'T';
}

export function setPreference(account: WithStore, page: PreferencePage, id: string, value: string | boolean): void {
  const text = typeof value === 'boolean' ? (value ? 'T' : 'F') : value;
  account.store.run(
    `INSERT INTO companypreference (page, id, value) VALUES (?, ?, ?)
      ON CONFLICT (page, id) DO UPDATE SET value = excluded.value`,
    [page, id.toUpperCase(), text],
  );
}

/** Internal id of an account that the system needs, such as `accountsReceivable`; null where the company has none. */
export function systemAccount(account: WithStore, purpose: string): number | null {
  const id = preference(account, purpose);
  return id === null ? null : Number(id);
}
