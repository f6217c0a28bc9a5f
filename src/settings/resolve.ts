import type { InputError, Result } from '../documents/problem';
import type { ReferenceList } from './fields';

/** An entry of a list of NetSuite from which a setting may choose. */
export interface ReferenceEntry {
  readonly id: string;
  /** By which people call it; the usual one first. */
  readonly names: readonly string[];
  /** Of an account, as `account.accttype`; else empty. */
  readonly type: string;
  readonly isInactive: boolean;
}

/** How a caller names a NetSuite record. */
export type GivenReference = { readonly id: string | number } | { readonly name: string };

export interface ResolvedReference {
  readonly id: string;
  readonly name: string;
}

const LIST_NAMES: Readonly<Record<ReferenceList, string>> = {
  account: 'account',
  subsidiary: 'subsidiary',
  taxSchedule: 'tax schedule',
  item: 'item',
  currency: 'currency',
  term: 'term of payment',
  class: 'class',
  department: 'department',
  location: 'location',
  employee: 'employee',
};

/**
 * The NetSuite record that a caller means, or why it cannot be taken. Names are compared exactly; a name that several
 * entries have must be given by id. Pure.
 * @param entries null where the list cannot be read; then an id is taken as it is
 */
export function resolveReference(
  given: GivenReference,
  list: ReferenceList,
  entries: readonly ReferenceEntry[] | null,
  accountTypes: readonly string[] | undefined,
  path: string,
): Result<ResolvedReference, InputError> {
  const what = LIST_NAMES[list];
  const said = 'id' in given ? `internal ID ${given.id}` : `"${given.name}"`;
  if (entries === null) {
    return 'id' in given
      ? { ok: true, value: { id: String(given.id), name: '' } }
      : refuse('NAME_NOT_KNOWN', `A ${what} cannot be looked up by name here: give its internal ID.`, path);
  }
  const found = entries.filter((entry) =>
    'id' in given ? entry.id === String(given.id) : entry.names.includes(given.name),
  );
  const [entry] = found;
  if (entry === undefined) {
    return refuse('NOT_FOUND', `NetSuite has no ${what} ${said}: give the exact name or the internal ID.`, path);
  }
  if (found.length > 1) {
    return refuse('AMBIGUOUS_NAME', `NetSuite has ${found.length} entries ${said}: give the internal ID.`, path);
  }
  if (entry.isInactive) {
    return refuse('INACTIVE', `The ${what} ${said} is inactive in NetSuite: activate it or choose another.`, path);
  }
  if (accountTypes !== undefined && !accountTypes.includes(entry.type)) {
    return refuse(
      'WRONG_ACCOUNT_TYPE',
      `The account ${said} is of type ${entry.type}; it must be of type ${accountTypes.join(' or ')}.`,
      path,
    );
  }
  return { ok: true, value: { id: entry.id, name: entry.names[0] ?? '' } };
}

function refuse(code: string, message: string, path: string): Result<never, InputError> {
  return { ok: false, error: { code, message, path } };
}
