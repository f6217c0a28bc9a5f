import sqlite from 'node-sqlite3-wasm';
import { clearStaleLock } from './lock';
import { SetUpCache } from './setUpCache';
import type { Row, Snapshot, SqlValue, Store } from './store';

/** Statements kept ready; the account's own SQL is a few hundred texts, SuiteQL of scripts comes on top. */
const PREPARED_STATEMENTS = 500;

/**
 * Opens the account's database: in memory, or in a file that this process then holds alone.
 *
 * A file is opened with exclusive locking first, because SQLite compiled to WebAssembly has no shared memory and
 * silently stays out of WAL mode otherwise. `synchronous=off` means that a power failure may lose the last writes; the
 * end of the process does not.
 *
 * While a snapshot exists, everything written after it is inside one open SQLite transaction and reaches the file when
 * the store is closed.
 */
export function openStore(file?: string): Store {
  const held = file === undefined ? null : clearStaleLock(file);
  const database = file === undefined ? new sqlite.Database() : new sqlite.Database(file);
  if (file !== undefined) database.exec('PRAGMA locking_mode=exclusive; PRAGMA journal_mode=wal;');
  database.exec('PRAGMA synchronous=off; PRAGMA foreign_keys=off; PRAGMA temp_store=memory; PRAGMA cache_size=-65536;');
  const statements = statementCache(database);
  const setUp = new SetUpCache();
  /** Savepoints, the oldest first, each with what the File Cabinet was then. */
  const marks: { readonly mark: string; readonly fileChanges: number }[] = [];
  let savepoints = 0;
  let depth = 0;

  const noSnapshotInTransaction = (): void => {
    if (depth > 0) throw new Error('A snapshot cannot be made or restored inside a transaction');
  };

  return {
    all: <R extends Row>(sql: string, params: readonly SqlValue[] = []) => {
      setUp.ran(sql);
      return statements.use(sql).all([...params]) as R[];
    },
    // A statement that is left before its last row stays open and holds its savepoint, so `get` reads to the end.
    get: <R extends Row>(sql: string, params: readonly SqlValue[] = []) =>
      setUp.get(sql, params, () => (statements.use(sql).all([...params])[0] as R | undefined) ?? null) as R | null,
    run: (sql, params = []) => {
      setUp.ran(sql);
      const result = statements.use(sql).run([...params]);
      return { id: Number(result.lastInsertRowid), changes: result.changes };
    },
    script: (sql) => {
      setUp.clear();
      database.exec(sql);
    },
    transaction: (work) => {
      // Of savepoints with the same name SQLite means the innermost.
      statements.use('SAVEPOINT work').run([]);
      depth++;
      try {
        const result = work();
        statements.use('RELEASE work').run([]);
        return result;
      } catch (error) {
        setUp.clear();
        database.exec('ROLLBACK TO work; RELEASE work');
        throw error;
      } finally {
        depth--;
      }
    },
    fileChanges: () => setUp.fileChanges,
    snapshot: (): Snapshot => {
      noSnapshotInTransaction();
      const mark = `s${++savepoints}`;
      database.exec(`SAVEPOINT ${mark}`);
      marks.push({ mark, fileChanges: setUp.fileChanges });
      return { mark };
    },
    restore: ({ mark }) => {
      noSnapshotInTransaction();
      const index = marks.findIndex((each) => each.mark === mark);
      const state = marks[index];
      if (state === undefined) throw new Error('The snapshot is gone: the store went back to an earlier one');
      marks.length = index + 1;
      setUp.wentBack(state.fileChanges);
      database.exec(`ROLLBACK TO ${mark}`);
    },
    defineFunction: (name, work) => {
      // SQLite takes the number of parameters from the function's length, which a rest parameter would hide.
      database.function(name, work as (...args: unknown[]) => SqlValue, { deterministic: true });
    },
    close: () => {
      statements.clear();
      if (marks.length > 0) database.exec(`RELEASE ${marks[0]?.mark}`);
      marks.length = 0;
      database.close();
      held?.release();
    },
  };
}

/** Prepared statements by their SQL; the one unused for longest goes first. */
function statementCache(database: InstanceType<typeof sqlite.Database>) {
  type Statement = ReturnType<typeof database.prepare>;
  const prepared = new Map<string, Statement>();
  return {
    use(sql: string): Statement {
      let statement = prepared.get(sql);
      if (statement) {
        prepared.delete(sql);
      } else {
        statement = database.prepare(sql);
        const oldest = prepared.entries().next();
        if (prepared.size >= PREPARED_STATEMENTS && !oldest.done) {
          prepared.delete(oldest.value[0]);
          finalize(oldest.value[1]);
        }
      }
      prepared.set(sql, statement);
      return statement;
    },
    clear(): void {
      for (const statement of prepared.values()) finalize(statement);
      prepared.clear();
    },
  };
}

/** Lets a statement go. SQLite reports the error of its last run once more then, which was thrown already. */
function finalize(statement: { finalize(): void }): void {
  try {
    statement.finalize();
  } catch (error) {
    if (!(error instanceof sqlite.SQLite3Error)) throw error;
  }
}
