import { notSupported } from '../../kernel/errors';
import { type ExposedTable, type ExposedTables, rowsOf } from '../../query/compile/environment';
import { quoteName } from '../../query/compile/value';
import { targetTable } from '../../query/tables/references';
import type { SearchBase } from '../base';
import { type Aliases, columnField, fieldOf, type LinkDirection, type SearchField } from '../fields/field';
import { RENAMED_FIELDS } from '../fields/others';
import { TRANSACTION_FIELDS } from '../fields/transaction';

/** Joins that searches of transactions know by names of their own, with the field that they follow. */
const TRANSACTION_JOINS: Readonly<Record<string, string>> = {
  customer: 'mainname',
  customermain: 'mainname',
  accountingperiod: 'postingperiod',
  user: 'createdby',
  taxitem: 'taxcode',
};

/** Entities are joined as what they are mostly: customers. */
const JOINED_AS: Readonly<Record<string, string>> = {
  entity: 'customer',
  customer: 'customer',
  employee: 'employee',
  contact: 'contact',
  job: 'job',
};

/** Joins of contacts by names of their own, with the field that they follow. */
const CONTACT_JOINS: Readonly<Record<string, string>> = { customer: 'company' };

/** Joins of companies to their contacts: `contact` to all of them, `contactPrimary` to the primary one. */
const COMPANIES: ReadonlySet<string> = new Set(['customer', 'job']);
const CONTACTS_OF: Readonly<Record<string, string>> = {
  contact: 'SELECT contact FROM companycontactrelationship WHERE company = t.id',
  contactprimary: 'SELECT contact FROM companycontactrelationship WHERE company = t.id AND role = -10',
};

/** Joins of transactions to their project: `jobMain` to the one in the header. */
const PROJECT_JOINS: ReadonlySet<string> = new Set(['job', 'jobmain']);

function billedCustomerSql(entity: string): string {
  return `coalesce((SELECT project.customer FROM job project WHERE project.id = ${entity}), ${entity})`;
}

/** The tables of a search: the base, and what its fields and joins bring in. */
export class SearchTables {
  private readonly joins: string[] = [];
  private readonly joined = new Map<string, { table: string; aliases: Aliases }>();
  private ledgerJoined = false;
  private readonly linksJoined = new Set<LinkDirection>();

  constructor(
    private readonly base: SearchBase,
    private readonly tables: ExposedTables,
  ) {}

  get isTransaction(): boolean {
    return this.base.family === 'transaction';
  }

  /** SQL of the record's internal id. */
  get id(): string {
    return `t.${quoteName(this.keyOf(this.base.table))}`;
  }

  /** FROM and its joins, as far as fields asked for them. */
  get sql(): string {
    const lines = this.base.family === 'transaction' ? ' JOIN transactionline l ON l."transaction" = t.id' : '';
    const exposed = this.exposed(this.base.table);
    const records = exposed ? rowsOf(exposed) : quoteName(this.base.table);
    return [`${records} t${lines}`, ...this.joins].join(' ');
  }

  /** The field of this name of the record or of a joined one; null for a name that nothing has, 'join' for the join. */
  field(name: string, join: string | null): SearchField | null | 'join' {
    if (join === null) return this.fieldOf(this.base.table, this.baseAliases(), name.toLowerCase());
    const target = this.join(join.toLowerCase());
    return target ? this.fieldOf(target.table, target.aliases, name.toLowerCase()) : 'join';
  }

  private baseAliases(): Aliases {
    const line = this.base.family === 'transaction' ? 'l' : null;
    return { record: 't', line, ledger: () => this.ledger(), links: (direction) => this.links(direction) };
  }

  /** The primary book's entry of the line. */
  private ledger(): string {
    if (!this.ledgerJoined) {
      this.ledgerJoined = true;
      this.joins.push(
        'LEFT JOIN transactionaccountingline a ON a."transaction" = l."transaction" AND a.transactionline = l.id ' +
          'AND a.accountingbook = 1',
      );
    }
    return 'a';
  }

  /** Links from or to the line (Records Browser: transaction, applyingTransaction and appliedToTransaction). */
  private links(direction: LinkDirection): string {
    const isApplying = direction === 'applying';
    const alias = isApplying ? 'applying' : 'appliedto';
    if (!this.linksJoined.has(direction)) {
      this.linksJoined.add(direction);
      const side = isApplying ? 'previous' : 'next';
      this.joins.push(
        `LEFT JOIN transactionlink ${alias} ON ${alias}.${side}doc = l."transaction" AND ${alias}.${side}line = l.id`,
      );
    }
    return alias;
  }

  private fieldOf(table: string, aliases: Aliases, name: string): SearchField | null {
    const exposed = this.exposed(table);
    if (!exposed) return null;
    const rule = table === 'transaction' && Object.hasOwn(TRANSACTION_FIELDS, name) ? TRANSACTION_FIELDS[name] : null;
    if (rule) return fieldOf(name, rule(aliases));
    const identity = this.identity(table, aliases.record, exposed, name);
    if (identity) return identity;
    const column = exposed.columns.get(RENAMED_FIELDS[table]?.[name]?.column ?? name);
    if (column) return columnField(name, aliases.record, column);
    if (table !== 'transaction' || aliases.line === null) return null;
    const lineColumn = this.exposed('transactionline')?.columns.get(name);
    return lineColumn ? columnField(name, aliases.line, lineColumn) : null;
  }

  /** Internal and external ids, which every record has. */
  private identity(table: string, alias: string, exposed: ExposedTable, name: string): SearchField | null {
    const key = this.keyOf(table);
    const number = { sql: `${alias}.${quoteName(key)}`, type: 'number', kind: 'integer' } as const;
    if (name === 'internalid' || name === 'id') return fieldOf(name, { ...number, kind: 'id', display: (sql) => sql });
    if (name === 'internalidnumber') return fieldOf(name, number);
    if (!name.startsWith('externalid') || !exposed.columns.has('externalid')) return null;
    const text = { sql: `${alias}.externalid`, type: 'text', exact: true } as const;
    if (name === 'externalid') return fieldOf(name, { ...text, kind: 'select', display: (sql) => sql });
    return name === 'externalidstring' ? fieldOf(name, { ...text, kind: 'text' }) : null;
  }

  private keyOf(table: string): string {
    if (table === 'scriptdeployment') return 'primarykey';
    return table === 'customrecordtype' ? 'internalid' : 'id';
  }

  private exposed(table: string): ExposedTable | null {
    const found = this.tables.find(table);
    return found === 'hidden' ? null : found;
  }

  private join(name: string): { table: string; aliases: Aliases } | null {
    const known = this.joined.get(name);
    if (known) return known;
    const made = this.joinForward(name) ?? this.joinBackward(name);
    if (made) this.joined.set(name, made);
    return made;
  }

  /** A join that follows a select field of the record: `customer.email`, `custrecord_x.name`. */
  private joinForward(name: string): { table: string; aliases: Aliases } | null {
    if (this.base.family === 'transaction' && PROJECT_JOINS.has(name)) return this.joinProject(name);
    const contacts = COMPANIES.has(this.base.table) ? CONTACTS_OF[name] : undefined;
    if (contacts !== undefined) return this.add('contact', (alias) => `${alias}.id IN (${contacts})`);
    const joins =
      this.base.family === 'transaction' ? TRANSACTION_JOINS : this.base.table === 'contact' ? CONTACT_JOINS : {};
    const followed = joins[name] ?? name;
    const field = this.fieldOf(this.base.table, this.baseAliases(), followed);
    if (!field?.target) return null;
    const target = JOINED_AS[field.target] ?? targetTable(field.target)?.table;
    if (!target || !this.exposed(target)) return null;
    if (field.kind === 'multiselect') throw notSupported(`a search join over ${name}, which holds several records`);
    // The customer of a project's transaction is the project's.
    const value = target === 'customer' ? billedCustomerSql(field.value.sql) : field.value.sql;
    return this.add(target, (alias) => `${alias}.${quoteName(this.keyOf(target))} = ${value}`);
  }

  /** The project of a transaction: of the line, or the entity of all of it. */
  private joinProject(name: string): { table: string; aliases: Aliases } | null {
    if (!this.exposed('job')) return null;
    const project = name === 'jobmain' ? 't.entity' : 'coalesce(l.job, t.entity)';
    return this.add('job', (alias) => `${alias}.id = ${project}`);
  }

  /** A join by a field of a custom record that points to this one; the field's id is the name of the join. */
  private joinBackward(name: string): { table: string; aliases: Aliases } | null {
    if (!name.startsWith('custrecord')) return null;
    const owner = this.tables.owner(name);
    const column = owner ? this.exposed(owner)?.columns.get(name) : undefined;
    if (!owner || !column?.target) return null;
    const table = JOINED_AS[column.target] ?? targetTable(column.target)?.table;
    if (table !== this.base.table) return null;
    return this.add(owner, (alias) => `${alias}.${quoteName(name)} = t.${quoteName(this.keyOf(this.base.table))}`);
  }

  private add(table: string, on: (alias: string) => string): { table: string; aliases: Aliases } {
    const alias = `j${this.joined.size + 1}`;
    this.joins.push(`LEFT JOIN ${quoteName(table)} ${alias} ON ${on(alias)}`);
    const ledger = (): never => {
      throw notSupported('amounts of the ledger over a search join');
    };
    const links = (): never => {
      throw notSupported('links of transactions over a search join');
    };
    return { table, aliases: { record: alias, line: null, ledger, links } };
  }
}
