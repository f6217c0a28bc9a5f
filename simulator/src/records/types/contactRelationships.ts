import type { RecordContext } from '../recordType';

type Context = Pick<RecordContext, 'account'>;

/** Role of a contact at the company that its record names; null where it has none. */
export function roleAtCompany({ account }: Context, contact: number, company: number | null): number | null {
  if (company === null) return null;
  const row = account.store.get<{ role: number | null }>(
    'SELECT role FROM companycontactrelationship WHERE contact = ? AND company = ?',
    [contact, company],
  );
  return row?.role ?? null;
}

/** A contact is attached to the company that its record names, and no longer to the one that it named before. */
export function linkCompany({ account }: Context, contact: number, before: number | null, after: number | null): void {
  if (before !== null && before !== after) {
    account.store.run('DELETE FROM companycontactrelationship WHERE contact = ? AND company = ?', [contact, before]);
  }
  if (after === null) return;
  account.store.run('INSERT OR IGNORE INTO companycontactrelationship (company, contact) VALUES (?, ?)', [
    after,
    contact,
  ]);
}
