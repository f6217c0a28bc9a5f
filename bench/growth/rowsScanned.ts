import type { SimulatedAccount } from 'netsuite-simulator';
import { prepare } from '../../simulator/src/query/statement';
import { quoted } from '../../simulator/src/store/schema/table';

/** What a script gives to N/query. */
interface SuiteQl {
  readonly query: string;
  readonly params: readonly (string | number | boolean)[];
}

/** Rows that the database read for SuiteQL of scripts, whether they came out of it or not. */
export interface RowsScanned {
  readonly rows: number;
  /** By the statement, its members of IN lists left out. */
  readonly byStatement: ReadonlyMap<string, number>;
}

const TALLY = 'bench_tally';

/**
 * Counts the rows that SQLite reads for the SuiteQL of scripts from now on, until the returned function is called: each
 * statement is run once more when a script asks for it, with a function beside each table that sees every row that
 * SQLite comes to, before any other condition that no index answers. The query plan has to stay the same, or it throws.
 */
export function countRowsScanned(account: SimulatedAccount): () => RowsScanned {
  const { store } = account.account;
  const byStatement = new Map<string, number>();
  const counter = counterOf(account);
  let counted = 0;
  const leave = account.watch((happened) => {
    if (happened.event !== 'call' || !isSuiteQl(happened.args)) return;
    const { query, params } = happened.args;
    const { sql } = prepare(account.account, null, query);
    const tallied = sql.replace(/(FROM|JOIN) ("[a-z0-9_]+") AS (t\d+)/g, (_, word, table, alias) => {
      return `${word} (SELECT * FROM ${table} AS ${alias} WHERE likelihood(${TALLY}(${alias}.rowid), 0.999999)) AS ${alias}`;
    });
    samePlan(store.all(`EXPLAIN QUERY PLAN ${sql}`), store.all(`EXPLAIN QUERY PLAN ${tallied}`), sql);
    counter.rows = 0;
    store.all(tallied, params.map(bound));
    counted += counter.rows;
    const statement = query.replace(/(\?, )+\?/g, '?').replace(/\s+/g, ' ');
    byStatement.set(statement, (byStatement.get(statement) ?? 0) + counter.rows);
  });
  return () => {
    leave();
    return { rows: counted, byStatement };
  };
}

const counters = new WeakMap<SimulatedAccount, { rows: number }>();

/** What the function counts: SQLite takes no function a second time while a statement uses it. */
function counterOf(account: SimulatedAccount): { rows: number } {
  const known = counters.get(account);
  if (known !== undefined) return known;
  const counter = { rows: 0 };
  counters.set(account, counter);
  account.account.store.defineFunction(TALLY, (_id) => {
    counter.rows += 1;
    return 1;
  });
  return counter;
}

/** Creates an index, which the simulator's own tables of custom records do not have. */
export function createIndex({ account }: SimulatedAccount, table: string, columns: readonly string[]): void {
  const name = quoted(`bench_${table}_${columns.join('_')}`);
  account.store.script(`CREATE INDEX ${name} ON ${quoted(table)} (${columns.map(quoted).join(', ')})`);
}

function isSuiteQl(args: unknown): args is SuiteQl {
  return typeof args === 'object' && args !== null && 'query' in args && 'params' in args;
}

function bound(value: string | number | boolean): string | number | null {
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  return value === '' ? null : value;
}

type Plan = readonly Readonly<Record<string, unknown>>[];

function samePlan(plan: Plan, tallied: Plan, sql: string): void {
  // A Bloom filter spares comparisons, not reading.
  const steps = (of: Plan): string =>
    of
      .map(({ detail }) => String(detail).replace(/SUBQUERY \d+/, 'SUBQUERY'))
      .filter((detail) => !detail.includes('BLOOM FILTER'))
      .join('; ');
  if (steps(plan) === steps(tallied)) return;
  throw new Error(`Counting changed the plan of ${sql}\nfrom ${steps(plan)}\nto   ${steps(tallied)}`);
}
