import { findFile, readFile } from '../../files/cabinet';
import type { Account } from '../../kernel/account';
import type { KeyValue } from '../../kernel/entryPoints';
import { NetSuiteError } from '../../kernel/errors';
import type { Wire } from '../../kernel/wire';

/** A text file as input: one pair for each line, the key its number from 0. */
export function fileRows(account: Account, definition: Wire): KeyValue[] {
  const { id, path, contents } = (definition ?? {}) as { id?: Wire; path?: Wire; contents?: Wire };
  const text = typeof contents === 'string' ? contents : textOf(account, String(id ?? path));
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((value, index) => ({ key: String(index), value }));
}

function textOf(account: Account, file: string): string {
  const found = findFile(account, file);
  if (!found) throw new NetSuiteError('RCRD_DSNT_EXIST', `That record does not exist. file: ${file}`);
  if (!found.isText) throw new NetSuiteError('SSS_FILE_TYPE_NOT_SUPPORTED', `${found.path} is not a text file.`);
  return readFile(account, found.id);
}
