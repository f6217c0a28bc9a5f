import type { Account } from '../kernel/account';
import { NetSuiteError, notSupported } from '../kernel/errors';
import type { CabinetFileData } from '../kernel/fileData';
import { fileTypeOf, isBinaryType } from './fileTypes';
import { ensureFolder, findFolder } from './folders';
import { cabinetPath, folderOf, nameOf } from './path';

/** What the account knows of a file, without its content. */
export type CabinetFile = CabinetFileData;

/** A file as it is written. `contents` is text, or base64 for binary file types. */
export interface FileToWrite {
  /** Of the file that is changed, and may be renamed or moved; absent for a new one. */
  readonly id?: number;
  readonly name: string;
  readonly folder: number;
  readonly contents: string;
  readonly fileType?: string;
  readonly encoding?: string;
  readonly description?: string;
  readonly isInactive?: boolean;
  readonly isOnline?: boolean;
}

interface FileRow {
  readonly [column: string]: string | number | null;
  readonly id: number;
  readonly name: string;
  readonly folder: number;
  readonly path: string;
  readonly filetype: string;
  readonly filesize: number;
  readonly url: string;
  readonly encoding: string;
  readonly description: string | null;
  readonly isinactive: string;
  readonly isonline: string;
}

/** A file by internal id or path, or null. Paths may leave out the first slash. */
export function findFile(account: Account, idOrPath: number | string): CabinetFile | null {
  const byId = typeof idOrPath === 'number' || /^\d+$/.test(idOrPath);
  const row = account.store.get<FileRow>(
    `SELECT id, name, folder, path, filetype, filesize, url, encoding, description, isinactive, isonline
     FROM file WHERE ${byId ? 'id' : 'path'} = ?`,
    [byId ? Number(idOrPath) : cabinetPath(String(idOrPath))],
  );
  return row && toFile(row);
}

/** A file by internal id or path. @throws RCRD_DSNT_EXIST */
export function fileAt(account: Account, idOrPath: number | string): CabinetFile {
  const file = findFile(account, idOrPath);
  if (!file) {
    const what = typeof idOrPath === 'number' || /^\d+$/.test(idOrPath) ? 'id' : 'path';
    throw new NetSuiteError('RCRD_DSNT_EXIST', `That record does not exist. ${what}: ${idOrPath}`);
  }
  return file;
}

/** Content of a file as text, or base64 for binary file types. @throws RCRD_DSNT_EXIST */
export function readFile(account: Account, idOrPath: number | string): string {
  const file = fileAt(account, idOrPath);
  return (
    account.store.get<{ content: string }>('SELECT content FROM filecontent WHERE file = ?', [file.id])?.content ?? ''
  );
}

/**
 * Text of a script module for the loader, with the path that it was found at. Modules are named with or without `.js`.
 * Null where the cabinet has no such file.
 */
export function moduleText(account: Account, path: string): { readonly path: string; readonly text: string } | null {
  const absolute = cabinetPath(path);
  for (const candidate of absolute.endsWith('.js') ? [absolute] : [absolute, `${absolute}.js`]) {
    const file = findFile(account, candidate);
    if (file?.isText) return { path: file.path, text: readFile(account, file.id) };
  }
  return null;
}

/**
 * Writes a file into a folder. A file of that name which is already there keeps its internal id and is replaced, as
 * File.save does.
 *
 * @returns internal id
 * @throws INVALID_KEY_OR_REF where the folder does not exist
 */
export function writeFile(account: Account, file: FileToWrite): number {
  const folder = findFolder(account, file.folder);
  if (!folder) throw new NetSuiteError('INVALID_KEY_OR_REF', `Invalid folder reference key ${file.folder}.`);
  const fileType = file.fileType ?? fileTypeOf(file.name);
  const path = `${folder.path}/${file.name}`;
  const now = new Date(account.clock.now()).toISOString();
  const values = [
    fileType,
    byteSize(file.contents, fileType, file.encoding ?? 'UTF-8'),
    file.encoding ?? 'UTF-8',
    file.description ?? null,
    file.isInactive ? 'T' : 'F',
    file.isOnline ? 'T' : 'F',
    now,
  ];
  return account.store.transaction(() => {
    const atPath = findFile(account, path);
    if (file.id !== undefined && atPath && atPath.id !== file.id) deleteFile(account, atPath.id);
    const known = file.id ?? atPath?.id;
    const id = known ?? insert(account, file, path, values, now);
    if (known !== undefined) {
      account.store.run(
        `UPDATE file SET filetype = ?, filesize = ?, encoding = ?, description = ?, isinactive = ?, isonline = ?,
         lastmodifieddate = ?, name = ?, folder = ?, path = ? WHERE id = ?`,
        [...values, file.name, file.folder, path, id],
      );
    }
    account.store.run('INSERT OR REPLACE INTO filecontent (file, content) VALUES (?, ?)', [id, file.contents]);
    return id;
  });
}

/** Writes a file at a path, making the folders on the way. `bytes` become text or base64 by the file's type. */
export function writeFileAt(account: Account, path: string, content: string | Uint8Array): number {
  const absolute = cabinetPath(path);
  const name = nameOf(absolute);
  const folder = ensureFolder(account, folderOf(absolute));
  const encoding = isBinaryType(fileTypeOf(name)) ? 'base64' : 'utf8';
  const contents = typeof content === 'string' ? content : Buffer.from(content).toString(encoding);
  return writeFile(account, { name, folder: folder.id, contents });
}

/** Removes a file. @throws RCRD_DSNT_EXIST */
export function deleteFile(account: Account, idOrPath: number | string): void {
  const file = fileAt(account, idOrPath);
  account.store.transaction(() => {
    account.store.run('DELETE FROM filecontent WHERE file = ?', [file.id]);
    account.store.run('DELETE FROM file WHERE id = ?', [file.id]);
  });
}

function insert(account: Account, file: FileToWrite, path: string, values: (string | number | null)[], now: string) {
  const { id } = account.store.run(
    `INSERT INTO file (filetype, filesize, encoding, description, isinactive, isonline, lastmodifieddate,
     name, folder, path, createddate, url) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')`,
    [...values, file.name, file.folder, path, now],
  );
  const extension = file.name.includes('.') ? `&_xt=${file.name.slice(file.name.lastIndexOf('.'))}` : '';
  account.store.run('UPDATE file SET url = ? WHERE id = ?', [
    `/core/media/media.nl?id=${id}&c=${account.id}${extension}`,
    id,
  ]);
  return id;
}

/** Bytes in the file's encoding. Text is kept as it is; what an encoding cannot hold would be lost in NetSuite. */
function byteSize(contents: string, fileType: string, encoding: string): number {
  if (isBinaryType(fileType)) return Buffer.byteLength(contents, 'base64');
  if (encoding === 'UTF-8') return Buffer.byteLength(contents, 'utf8');
  const limit = encoding === 'ISO-8859-1' || encoding === 'windows-1252' ? 0xff : 0x7f;
  for (const character of contents) {
    if ((character.codePointAt(0) ?? 0) > limit)
      throw notSupported(`the character ${character} in a file in ${encoding}`);
  }
  return contents.length;
}

function toFile(row: FileRow): CabinetFile {
  return {
    id: row.id,
    name: row.name,
    folder: row.folder,
    path: row.path,
    fileType: row.filetype,
    size: row.filesize,
    url: row.url,
    encoding: row.encoding,
    description: row.description ?? '',
    isInactive: row.isinactive === 'T',
    isOnline: row.isonline === 'T',
    isText: !isBinaryType(row.filetype),
  };
}
