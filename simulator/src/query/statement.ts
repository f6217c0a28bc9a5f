import type { Account } from '../kernel/account';
import type { Caller } from '../kernel/execution';
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

interface Compiled {
  readonly key: string;
  readonly tables: ExposedTables;
  readonly statements: Map<string, PreparedStatement>;
}

const compiled = new WeakMap<Account, Compiled>();

/**
 * Parses and compiles a statement for an account. Both are remembered by the text: the tree for good, what was compiled
 * until tables, custom fields or features of the account change.
 */
export function prepare(account: Account, caller: Caller | null, sql: string): PreparedStatement {
  defineFunctions(account);
  readLocale(account);
  const cache = compiledOf(account, caller);
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

function compiledOf(account: Account, caller: Caller | null): Compiled {
  const key = schemaKey(account);
  const known = compiled.get(account);
  if (known?.key === key) return known;
  const made = { key, tables: exposedTables(account, caller, 'suiteql'), statements: new Map() };
  compiled.set(account, made);
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
