import { type CabinetFile, deleteFile, fileAt, findFile, readFile, writeFile } from '../files/cabinet';
import { isBinaryType } from '../files/fileTypes';
import { findFolder } from '../files/folders';
import type { Account } from '../kernel/account';
import { type CallTable, defineCall } from '../kernel/call';
import { NetSuiteError } from '../kernel/errors';
import type { Caller } from '../kernel/execution';
import { LEVEL_OF, type PermissionAction } from '../permissions/levels';
import { requirePermission } from '../permissions/require';

interface SaveArguments {
  readonly id: number | null;
  readonly name: string;
  readonly folder: number;
  readonly fileType: string;
  readonly description: string;
  readonly encoding: string;
  readonly isInactive: boolean;
  readonly isOnline: boolean;
  /** Null where the script has not read the content of the file that it loaded. */
  readonly contents: string | null;
}

/**
 * N/file (section_4205693274): load 10, save 20, delete 20 and copy 20 units; content costs nothing. The caller's role
 * needs the permission Documents and Files at the level of what is done.
 */
export const fileCalls: CallTable = {
  'file.load': defineCall({
    units: 10,
    serve: ({ id }: { id: number | string }, account, caller) => {
      permit(account, caller, 'view');
      return { ...fileAt(account, id) };
    },
  }),
  'file.contents': defineCall({
    units: 0,
    serve: ({ id }: { id: number }, account) => readFile(account, id),
  }),
  'file.isText': defineCall({
    units: 0,
    serve: ({ fileType }: { fileType: string }) => !isBinaryType(fileType),
  }),
  'file.save': defineCall({
    units: 20,
    serve: (args: SaveArguments, account, caller) => {
      permit(account, caller, args.id === null ? 'create' : 'edit');
      return { ...save(account, args) };
    },
  }),
  'file.copy': defineCall({
    units: 20,
    serve: ({ id, folder, conflictResolution }: CopyArguments, account, caller) => {
      permit(account, caller, 'create');
      return { ...copy(account, id, folder, conflictResolution) };
    },
  }),
  'file.delete': defineCall({
    units: 20,
    serve: ({ id }: { id: number | string }, account, caller) => {
      permit(account, caller, 'delete');
      const file = fileAt(account, id);
      deleteFile(account, file.id);
      return file.id;
    },
  }),
};

function permit(account: Account, { user }: Caller, action: PermissionAction): void {
  requirePermission(account, user, 'LIST_FILECABINET', LEVEL_OF[action]);
}

interface CopyArguments {
  readonly id: number | string;
  readonly folder: number;
  readonly conflictResolution: string;
}

/** A file that was loaded and got another name or folder moves; it keeps its internal id. */
function save(account: Account, { id, contents, ...file }: SaveArguments): CabinetFile {
  return account.store.transaction(() => {
    const before = id === null ? null : findFile(account, id);
    const content = contents ?? (before ? readFile(account, before.id) : '');
    const written = writeFile(account, { ...file, contents: content, ...(before ? { id: before.id } : {}) });
    return fileAt(account, written);
  });
}

function copy(account: Account, id: number | string, folder: number, conflict: string): CabinetFile {
  const source = fileAt(account, id);
  const target = findFolder(account, folder);
  if (!target) throw new NetSuiteError('INVALID_KEY_OR_REF', `Invalid folder reference key ${folder}.`);
  let { name } = source;
  if (findFile(account, `${target.path}/${name}`)) {
    if (conflict === 'FAIL') {
      throw new NetSuiteError('A_FILE_WITH_THE_SAME_NAME_ALREADY_EXISTS', 'A file with the same name already exists.');
    }
    if (conflict === 'RENAME_TO_UNIQUE') name = uniqueName(account, target.path, name);
  }
  const { fileType, encoding, description, isInactive, isOnline } = source;
  const contents = readFile(account, source.id);
  const file = { name, folder: target.id, contents, fileType, encoding, description, isInactive, isOnline };
  return fileAt(account, writeFile(account, file));
}

/** `file.txt` becomes `file (1).txt`. */
function uniqueName(account: Account, folder: string, name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  for (let number = 1; ; number += 1) {
    const candidate = `${stem} (${number})${ending}`;
    if (!findFile(account, `${folder}/${candidate}`)) return candidate;
  }
}
