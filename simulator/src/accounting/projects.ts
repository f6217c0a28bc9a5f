import type { Store } from '../store/store';

interface WithStore {
  readonly store: Store;
}

/**
 * The customer who owes what a transaction of this entity comes to: of a project its customer, of any other entity
 * itself (section_N3645529: a project belongs to a customer and stands where the customer can stand).
 */
export function billedCustomer({ store }: WithStore, entity: number): number;
export function billedCustomer({ store }: WithStore, entity: number | null): number | null;
export function billedCustomer({ store }: WithStore, entity: number | null): number | null {
  if (entity === null) return null;
  return store.get<{ customer: number }>('SELECT customer FROM job WHERE id = ?', [entity])?.customer ?? entity;
}

/** Customers with their projects: whose transactions are theirs. */
export function withProjects({ store }: WithStore, customers: readonly number[]): number[] {
  if (customers.length === 0) return [];
  const places = customers.map(() => '?').join(', ');
  const rows = store.all<{ id: number }>(`SELECT id FROM job WHERE customer IN (${places}) ORDER BY id`, customers);
  return [...customers, ...rows.map((row) => row.id)];
}
