import type { Account } from '../../kernel/account';
import { notSupported } from '../../kernel/errors';
import type { FilterTerm, FilterTree } from '../definition';
import { invalidFilter, invalidFilterJoin, invalidOperator } from '../errors';
import type { SearchField } from '../fields/field';
import { formulaField, isFormula } from './formula';
import type { Parameters } from './parameters';
import { summarized } from './summary';
import type { SearchTables } from './tables';
import { termSql } from './terms';

/** Conditions of a search on its rows, and on its groups where filters have a summary. */
export interface CompiledFilter {
  readonly where: readonly string[];
  readonly having: readonly string[];
}

export function compileFilter(
  account: Account,
  tree: FilterTree | null,
  tables: SearchTables,
  parameters: Parameters,
): CompiledFilter {
  const where: string[] = [];
  const having: string[] = [];
  for (const part of tree ? conjuncts(tree) : []) {
    const sql = treeSql(account, part, tables, parameters);
    if (part.kind === 'term' && part.summary) having.push(sql);
    else if (hasSummary(part)) throw notSupported('summary filters that are joined with "or" or "not"');
    else where.push(sql);
  }
  return { where, having };
}

function conjuncts(tree: FilterTree): readonly FilterTree[] {
  return tree.kind === 'and' ? tree.of.flatMap(conjuncts) : [tree];
}

function hasSummary(tree: FilterTree): boolean {
  if (tree.kind === 'term') return tree.summary !== null;
  return tree.kind === 'not' ? hasSummary(tree.of) : tree.of.some(hasSummary);
}

function treeSql(account: Account, tree: FilterTree, tables: SearchTables, parameters: Parameters): string {
  switch (tree.kind) {
    case 'and':
    case 'or': {
      const parts = tree.of.map((part) => treeSql(account, part, tables, parameters));
      return `(${parts.join(tree.kind === 'and' ? ' AND ' : ' OR ')})`;
    }
    case 'not':
      return `ifnull(NOT (${treeSql(account, tree.of, tables, parameters)}), 1)`;
    default:
      return oneTerm(account, tree, tables, parameters);
  }
}

function oneTerm(account: Account, term: FilterTerm, tables: SearchTables, parameters: Parameters): string {
  const isStatus = term.name.toLowerCase() === 'status' || term.name.toLowerCase() === 'statusref';
  if (isStatus && tables.isTransaction && term.join === null) return statusSql(term, parameters);
  const field = filterField(term, tables);
  const subject = term.summary ? summarized(field, term.summary) : field;
  return termSql(account, subject, term, parameters);
}

function filterField(term: FilterTerm, tables: SearchTables): SearchField {
  if (isFormula(term.name)) return formulaField(term.name, term.formula, tables);
  const field = tables.field(term.name, term.join);
  if (field === 'join') throw invalidFilterJoin(term.join ?? term.name);
  if (!field) throw invalidFilter(term.name);
  return field;
}

/** Status filters name type and letter, `CustInvc:A`, since the letters mean something else for each type. */
function statusSql(term: FilterTerm, parameters: Parameters): string {
  const negated = term.operator === 'noneof';
  if (!negated && term.operator !== 'anyof' && term.operator !== 'is') throw invalidOperator(term.name);
  const parts = term.values.map((value) => {
    const [type = '', letter = ''] = String(value).split(':');
    if (!letter) throw invalidFilter(term.name);
    return `(t.type = ${parameters.bind(type, 'text').sql} AND t.status = ${parameters.bind(letter.trim(), 'text').sql})`;
  });
  if (parts.length === 0) throw invalidFilter(term.name);
  return `${negated ? 'NOT ' : ''}(${parts.join(' OR ')})`;
}
