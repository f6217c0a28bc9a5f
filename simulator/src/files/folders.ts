import type { Account } from '../kernel/account';
import { cabinetPath, folderOf, nameOf } from './path';

/** A folder of the file cabinet. */
export interface Folder {
  readonly id: number;
  readonly name: string;
  readonly parent: number | null;
  /** `/SuiteScripts/Reports`. */
  readonly path: string;
}

interface FolderRow {
  readonly [column: string]: string | number | null;
  readonly id: number;
  readonly name: string;
  readonly parent: number | null;
  readonly path: string;
}

/** A folder by internal id or path; null where there is none. */
export function findFolder(account: Account, folder: number | string): Folder | null {
  const byId = typeof folder === 'number' || /^-?\d+$/.test(folder);
  return account.store.get<FolderRow>(
    `SELECT id, name, parent, path FROM mediaitemfolder WHERE ${byId ? 'id' : 'path'} = ?`,
    [byId ? Number(folder) : cabinetPath(String(folder))],
  );
}

/** The folder at a path; made with its parents where it is not there yet. */
export function ensureFolder(account: Account, path: string): Folder {
  const absolute = cabinetPath(path);
  const found = findFolder(account, absolute);
  if (found) return found;
  const parentPath = folderOf(absolute);
  const parent = parentPath === '' ? null : ensureFolder(account, parentPath);
  const name = nameOf(absolute);
  const now = new Date(account.clock.now()).toISOString();
  const { id } = account.store.run(
    `INSERT INTO mediaitemfolder (name, parent, appfolder, path, foldertype, istoplevel, isprivate, isinactive,
     createddate, lastmodifieddate) VALUES (?, ?, ?, ?, 'DEFAULT', ?, 'F', 'F', ?, ?)`,
    [name, parent?.id ?? null, absolute.slice(1).split('/').join(' : '), absolute, parent ? 'F' : 'T', now, now],
  );
  return { id, name, parent: parent?.id ?? null, path: absolute };
}
