import { notSupported } from '../kernel/errors';
import type { FieldValue } from './data';

/** Item types by the name that N/record creates them under, and the subtype that tells them apart. */
const FAMILIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  noninventoryitem: {
    Sale: 'noninventorysaleitem',
    Purchase: 'noninventorypurchaseitem',
    Resale: 'noninventoryresaleitem',
  },
  serviceitem: { Sale: 'servicesaleitem', Purchase: 'servicepurchaseitem', Resale: 'serviceresaleitem' },
};

/**
 * The record type that is made by `record.create` of a family with the given default values. Oracle does not say what is
 * made without a subtype: it is taken to be an item for sale.
 */
export function createdType(type: string, defaultValues: Readonly<Record<string, FieldValue>>): string {
  const family = FAMILIES[type.toLowerCase()];
  if (!family) return type.toLowerCase();
  const subtype = String(defaultValues.subtype ?? 'Sale').toLowerCase();
  const found = Object.entries(family).find(([name]) => name.toLowerCase() === subtype)?.[1];
  if (found?.endsWith('saleitem') && !found.endsWith('resaleitem')) return found;
  throw notSupported(`${type} of subtype ${String(defaultValues.subtype)}`);
}

/** True where `alias` (`noninventoryitem`) stands for `type` (`noninventorysaleitem`). */
export function isAliasOf(alias: string, type: string): boolean {
  return Object.values(FAMILIES[alias] ?? {}).includes(type);
}
