import type { Account } from '../kernel/account';
import type { Caller } from '../kernel/execution';
import { accessKey } from '../permissions/accessKey';
import type { CompiledQuery } from './compile/compilation';
import { compile } from './compile/compile';
import type { ExposedTables } from './compile/environment';
import { parseError } from './errors';
import { defineFunctions } from './functions/native/define';
import type { Statement } from './language/ast';
import { parse } from './language/parse';
import { readLocale } from './locale';
import { exposedTables } from './tables/exposed';

/** A statement ready to run. */
export interface PreparedStatement extends CompiledQuery {
  readonly parameterCount: number;
}

const PARSED_STATEMENTS = 500;
const parsed = new Map<string, Statement>();

/** What N/query does where the caller lacks a permission: fails, or gives no data (section_157960542026). */
export type MetaDataProvider = 'SUITE_QL' | 'STATIC';

interface Compiled {
  readonly tables: ExposedTables;
  readonly statements: Map<string, PreparedStatement>;
}

/** Sets of callers with the same access for whom statements are kept. */
const KEPT_ACCESSES = 8;

const compiled = new WeakMap<Account, { readonly key: string; readonly byAccess: Map<string, Compiled> }>();

/**
 * Parses and compiles a statement for an account and a caller. Both are remembered by the text: the tree for good, what
 * was compiled until tables, custom fields or features of the account, or permissions of the caller, change.
 */
export function prepare(
  account: Account,
  caller: Caller | null,
  sql: string,
  provider: MetaDataProvider = 'SUITE_QL',
): PreparedStatement {
  defineFunctions(account);
  readLocale(account);
  const cache = compiledOf(account, caller, provider);
  const known = cache.statements.get(sql);
  if (known) return known;
  const statement = parseOnce(sql);
  const prepared = { ...compile(statement.query, cache.tables), parameterCount: statement.parameterCount };
  if (cache.statements.size >= PARSED_STATEMENTS) cache.statements.clear();
  cache.statements.set(sql, prepared);
  return prepared;
}

function parseOnce(sql: string): Statement {
  const known = parsed.get(sql);
  if (known) return known;
  const statement = parseSafely(sql);
  if (parsed.size >= PARSED_STATEMENTS) parsed.clear();
  parsed.set(sql, statement);
  return statement;
}

/** A statement nested too deeply to be read is a syntax error, not a crash of the account. */
function parseSafely(sql: string): Statement {
  try {
    return parse(sql);
  } catch (error) {
    if (error instanceof RangeError) throw parseError(sql, sql.slice(0, 20), 0);
    throw error;
  }
}

function compiledOf(account: Account, caller: Caller | null, provider: MetaDataProvider): Compiled {
  const key = schemaKey(account);
  let kept = compiled.get(account);
  if (kept?.key !== key) {
    kept = { key, byAccess: new Map() };
    compiled.set(account, kept);
  }
  const access = `${provider} ${accessKey(account, caller?.user ?? null)}`;
  const known = kept.byAccess.get(access);
  if (known) return known;
  const tables = exposedTables(account, caller, provider === 'STATIC' ? 'static' : 'suiteql');
  const made = { tables, statements: new Map() };
  if (kept.byAccess.size >= KEPT_ACCESSES) kept.byAccess.clear();
  kept.byAccess.set(access, made);
  return made;
}

/** Changes whenever a table, a custom field or a feature does; also when a snapshot brings other ones back. */
export function schemaKey(account: Account): string {
  const row = account.store.get<{ key: string }>(
    `SELECT (SELECT schema_version FROM pragma_schema_version) || ' ' ||
       ifnull((SELECT group_concat(internalid || scriptid) FROM customfield), '') || ' ' ||
       ifnull((SELECT group_concat(id) FROM companyfeature WHERE isenabled = 'T'), '') AS key`,
  );
  return row?.key ?? '';
}
