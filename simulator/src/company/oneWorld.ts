import type { Store } from '../store/store';
import { isFeatureInEffect } from './settings';

interface WithStore {
  readonly store: Store;
}

/** Fields that records have only in OneWorld accounts. */
const ONEWORLD_FIELDS: ReadonlySet<string> = new Set(['subsidiary', 'includechildren']);

/** True for an account with subsidiaries; one without is a single entity. */
export function isOneWorld(account: WithStore): boolean {
  return isFeatureInEffect(account, 'SUBSIDIARIES');
}

/** True where records of the account have the field. */
export function hasField(account: WithStore, fieldId: string): boolean {
  return !ONEWORLD_FIELDS.has(fieldId) || isOneWorld(account);
}

/**
 * A record as scripts see it: without the fields that the account does not have. The account itself keeps everything of
 * a single entity in one subsidiary that nobody sees.
 */
export function asShown<R extends { readonly fields: object; readonly texts: object }>(
  account: WithStore,
  record: R,
): R {
  if (isOneWorld(account)) return record;
  return { ...record, fields: withoutHidden(record.fields), texts: withoutHidden(record.texts) };
}

/** Values that a script gives for fields, without those of fields that the account does not have, which are ignored. */
export function withoutHidden<V extends object>(values: V): V {
  return Object.fromEntries(Object.entries(values).filter(([fieldId]) => !ONEWORLD_FIELDS.has(fieldId))) as V;
}
