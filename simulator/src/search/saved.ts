import type { Account } from '../kernel/account';
import { NetSuiteError } from '../kernel/errors';
import { decodeWire, encodeWire, type Wire } from '../kernel/wire';
import type { SearchDefinition } from './definition';

/** A saved search. The table is made when the first one is saved. */
export interface SavedSearch {
  readonly internalId: number;
  /** `customsearch...`. */
  readonly scriptId: string;
  readonly title: string;
  readonly isPublic: boolean;
  readonly definition: SearchDefinition;
}

const TABLE = `CREATE TABLE IF NOT EXISTS savedsearch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  scriptid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL UNIQUE,
  ispublic TEXT NOT NULL,
  definition TEXT NOT NULL
)`;

interface SavedRow extends Record<string, string | number | null> {
  id: number;
  scriptid: string;
  title: string;
  ispublic: string;
  definition: string;
}

/** The saved search by its internal id or script id. Throws INVALID_SEARCH when there is none. */
export function savedSearch(account: Account, id: string): SavedSearch {
  account.store.script(TABLE);
  const row = account.store.get<SavedRow>('SELECT * FROM savedsearch WHERE id = ? OR scriptid = ?', [
    /^\d+$/.test(id) ? Number(id) : null,
    id.toLowerCase(),
  ]);
  if (!row) throw new NetSuiteError('INVALID_SEARCH', 'That search or mass update does not exist.');
  return {
    internalId: row.id,
    scriptId: row.scriptid,
    title: row.title,
    isPublic: row.ispublic === 'T',
    definition: decodeWire(row.definition) as unknown as SearchDefinition,
  };
}

/**
 * Saves a search, a new one or over itself (section_452655578613). Title and script id are unique: else
 * NAME_ALREADY_IN_USE, SSS_DUPLICATE_SEARCH_SCRIPT_ID.
 *
 * @returns its internal id
 */
export function saveSearch(
  account: Account,
  search: Omit<SavedSearch, 'internalId' | 'scriptId'> & {
    readonly internalId: number | null;
    readonly scriptId: string | null;
  },
): number {
  const { store } = account;
  store.script(TABLE);
  const { internalId, title, isPublic } = search;
  const taken = (column: 'title' | 'scriptid', value: string): boolean =>
    store.get(`SELECT id FROM savedsearch WHERE ${column} = ? AND id IS NOT ?`, [value, internalId]) !== null;
  if (taken('title', title)) {
    throw new NetSuiteError(
      'NAME_ALREADY_IN_USE',
      'A search has already been saved with that name. Please use a different name.',
    );
  }
  const next = Number(store.get('SELECT ifnull(max(id), 0) + 1 AS id FROM savedsearch')?.id);
  const scriptId = (search.scriptId ?? `customsearch${internalId ?? next}`).toLowerCase();
  if (taken('scriptid', scriptId)) {
    throw new NetSuiteError(
      'SSS_DUPLICATE_SEARCH_SCRIPT_ID',
      'Saved search script IDs must be unique. Please choose another ID.',
    );
  }
  const definition = encodeWire(search.definition as unknown as Wire);
  const values = [scriptId, title, isPublic ? 'T' : 'F', definition];
  if (internalId === null) {
    return store.run('INSERT INTO savedsearch (scriptid, title, ispublic, definition) VALUES (?, ?, ?, ?)', values).id;
  }
  store.run('UPDATE savedsearch SET scriptid = ?, title = ?, ispublic = ?, definition = ? WHERE id = ?', [
    ...values,
    internalId,
  ]);
  return internalId;
}

export function deleteSearch(account: Account, id: string): void {
  account.store.run('DELETE FROM savedsearch WHERE id = ?', [savedSearch(account, id).internalId]);
}
