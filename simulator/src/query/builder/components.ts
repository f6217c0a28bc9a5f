import { notSupported } from '../../kernel/errors';
import type { ExposedTable, ExposedTables } from '../compile/environment';
import type { SourceColumn } from '../compile/scope';
import { fieldNotExposed, recordNotFound, searchError } from '../errors';
import { targetTable } from '../tables/references';
import type { JoinData, JoinKind, QueryDefinition } from './definition';

/** A record type in the query, under an alias of its own in the statement. */
interface Component {
  readonly alias: string;
  readonly record: string;
  readonly table: ExposedTable;
  readonly key: string;
  /** How it was joined; null for the root. */
  readonly join: JoinData | null;
  /** `LEFT OUTER JOIN employee ON customer.salesrep = employee.id`, or the root's own name. */
  readonly sql: string;
}

/** A field of a component: its SQL and what the account knows of it. */
export interface Field {
  readonly sql: string;
  readonly column: SourceColumn;
}

/** Joins from a record to its lines, which have no column of that name: by record, field and query type. */
const LINES: Readonly<
  Record<string, { readonly record: string; readonly on: readonly (readonly [string, string])[] }>
> = {
  'transaction.transactionlines': { record: 'transactionline', on: [['id', 'transaction']] },
  'transactionline.accountingimpact': {
    record: 'transactionaccountingline',
    on: [
      ['transaction', 'transaction'],
      ['id', 'transactionline'],
    ],
  },
};

/**
 * The components of a query and their joins. Joins are outer ones: a row of the parent stays where it has no child
 * (assumed, as the workbooks that N/query shares its engine with show it).
 */
export class Components {
  readonly #tables: ExposedTables;
  readonly #entries: Component[] = [];

  constructor(tables: ExposedTables, { type, joins }: QueryDefinition) {
    this.#tables = tables;
    const root = this.#record(type);
    const alias = type.toLowerCase();
    this.#entries.push({ alias, record: alias, ...root, join: null, sql: root.name });
    for (const join of joins) this.#entries.push(this.#joined(join));
  }

  /** Record type of the root. */
  get root(): string {
    return this.#entries[0]?.record ?? '';
  }

  /** What stands after FROM. */
  from(): string {
    return this.#entries.map(({ sql }) => sql).join(' ');
  }

  /** The component that a join leads to; a formula may name one that the query has not made yet. */
  joined(parent: number, kind: JoinKind, fieldId: string, other: string | null): number {
    const wanted = { parent, kind, fieldId: fieldId.toLowerCase(), other: other?.toLowerCase() ?? null };
    const known = this.#entries.findIndex(
      ({ join }) =>
        join !== null &&
        join.parent === parent &&
        join.kind === kind &&
        join.fieldId.toLowerCase() === wanted.fieldId &&
        (join.other?.toLowerCase() ?? null) === wanted.other,
    );
    if (known >= 0) return known;
    return this.#entries.push(this.#joined(wanted)) - 1;
  }

  /** A field of a component. @throws NetSuite's error for one that the record does not have */
  field(component: number, fieldId: string): Field {
    const entry = this.#entry(component);
    const name = fieldId.toLowerCase();
    const column = entry.table.columns.get(name);
    if (column) return { sql: `${entry.alias}.${name}`, column };
    if (entry.table.hidden.has(name)) throw fieldNotExposed(fieldId, entry.record);
    throw searchError(`Field '${fieldId}' for record '${entry.record}' was not found. Reason: REMOVED`);
  }

  #entry(component: number): Component {
    const entry = this.#entries[component];
    if (!entry) throw searchError(`The query has no component ${component}.`);
    return entry;
  }

  #joined(join: JoinData): Component {
    const parent = this.#entry(join.parent);
    const field = join.fieldId.toLowerCase();
    const lines = join.kind === 'auto' ? LINES[`${parent.record}.${field}`] : undefined;
    if (lines)
      return this.#add(join, lines.record, (alias) =>
        lines.on.map(([left, right]) => [`${parent.alias}.${left}`, `${alias}.${right}`]),
      );
    if (join.kind === 'from') {
      const source = join.other ?? '';
      return this.#add(join, source, (alias, { columns }) => {
        if (!columns.has(field))
          throw searchError(`Field '${join.fieldId}' for record '${source}' was not found. Reason: REMOVED`);
        return [[`${alias}.${field}`, `${parent.alias}.${parent.key}`]];
      });
    }
    const { sql, column } = this.field(join.parent, join.fieldId);
    if (column.kind === 'multiselect') throw notSupported(`a join of N/query on the multiple select ${join.fieldId}`);
    const record = join.kind === 'to' ? join.other : column.target;
    if (!record) throw notSupported(`a join of N/query on the field ${join.fieldId} of ${parent.record}`);
    return this.#add(join, record, (alias, _, key) => [[sql, `${alias}.${key}`]]);
  }

  #add(
    join: JoinData,
    record: string,
    on: (alias: string, table: ExposedTable, key: string) => readonly (readonly [string, string])[],
  ): Component {
    const found = this.#record(record);
    const alias = this.#alias(found.name);
    const condition = on(alias, found.table, found.key)
      .map(([left, right]) => `${left} = ${right}`)
      .join(' AND ');
    const named = alias === found.name ? alias : `${found.name} ${alias}`;
    return { alias, record: found.name, ...found, join, sql: `LEFT OUTER JOIN ${named} ON ${condition}` };
  }

  #alias(name: string): string {
    const taken = new Set(this.#entries.map(({ alias }) => alias));
    for (let count = 0; ; count += 1) {
      const alias = count === 0 ? name : `${name}_${count}`;
      if (!taken.has(alias)) return alias;
    }
  }

  /** The table of a query type or of what a field points to. @throws where the account or the role has none */
  #record(type: string): { readonly name: string; readonly table: ExposedTable; readonly key: string } {
    const target = targetTable(type);
    for (const name of [type.toLowerCase(), target?.table ?? '']) {
      const table = name === '' ? null : this.#tables.find(name);
      if (table === 'hidden') throw recordNotFound(type);
      if (table) return { name, table, key: target?.table === name ? target.key : 'id' };
    }
    if (/^custom(record|list)/i.test(type)) throw recordNotFound(type);
    throw notSupported(`the query type ${type}`);
  }
}
