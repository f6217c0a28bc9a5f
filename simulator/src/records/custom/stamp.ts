import type { Account } from '../../kernel/account';
import type { Store } from '../../store/store';

/** The last stamp given to each store in this process: a stamp never means two states of the definitions. */
const lastStamps = new WeakMap<Store, number>();

/** Names the state of the custom definitions; comes back with a snapshot. */
export function customizationStamp(account: Account): number {
  return account.store.get<{ stamp: number }>('SELECT stamp FROM customizationstamp WHERE id = 1')?.stamp ?? 0;
}

/** To be called with every change of a custom record type, field or list. */
export function renewCustomizationStamp(account: Account): void {
  const next = Math.max(lastStamps.get(account.store) ?? 0, customizationStamp(account)) + 1;
  lastStamps.set(account.store, next);
  account.store.run('INSERT OR REPLACE INTO customizationstamp (id, stamp) VALUES (1, ?)', [next]);
}
