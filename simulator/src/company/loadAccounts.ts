import type { Store } from '../store/store';
import type { AccountData } from './companyData';
import { named } from './named';
import { setPreference } from './settings';

/**
 * Makes the chart of accounts, valid in every subsidiary, and notes the accounts that the system needs.
 * Returns internal ids by account number.
 */
export function loadChartOfAccounts(
  account: { readonly store: Store },
  list: readonly AccountData[],
  currencies: ReadonlyMap<string, number>,
  subsidiaries: ReadonlyMap<string, number>,
  now: string,
): Map<string, number> {
  const { store } = account;
  const ids = new Map<string, number>();
  const fullNames = new Map<string, string>();
  for (const entry of list) {
    const parent = entry.parent === undefined ? null : named(ids, 'account', entry.parent);
    const fullName =
      entry.parent === undefined ? entry.name : `${fullNames.get(entry.parent) ?? entry.parent} : ${entry.name}`;
    const { id } = store.run(
      `INSERT INTO account (acctnumber, acctname, accttype, fullname, displaynamewithhierarchy,
        accountsearchdisplayname, accountsearchdisplaynamecopy, currency, parent, subsidiary, includechildren, isinactive,
        issummary, eliminate, lastmodifieddate) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'T', ?, 'F', 'F', ?)`,
      [
        entry.number,
        entry.name,
        entry.type,
        fullName,
        fullName,
        `${entry.number} ${fullName}`,
        `${entry.number} ${fullName}`,
        entry.currency === undefined ? null : named(currencies, 'currency', entry.currency),
        parent,
        [...subsidiaries.values()].join(', '),
        entry.isInactive ? 'T' : 'F',
        now,
      ],
    );
    ids.set(entry.number, id);
    fullNames.set(entry.number, fullName);
    if (entry.purpose !== undefined) setPreference(account, 'SYSTEM_ACCOUNTS', entry.purpose, String(id));
  }
  return ids;
}
