import { customerBaseline } from './baseline';
import { readCustomers } from './read';

/** The baselines of customers as NetSuite holds them now, by internal id: 10 units for each 500, none for no ids. */
export function customerBaselines(ids: readonly string[]): ReadonlyMap<string, string> {
  return new Map(Array.from(readCustomers(ids), ([id, { content }]) => [id, customerBaseline(content)]));
}
