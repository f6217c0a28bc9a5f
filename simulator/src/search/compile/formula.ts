import { compilationIn } from '../../query/compile/compile';
import { Environment } from '../../query/compile/environment';
import { type ColumnKind, Scope } from '../../query/compile/scope';
import type { Value } from '../../query/compile/value';
import { parseExpression } from '../../query/language/parse';
import { invalidColumn } from '../errors';
import type { SearchField } from '../fields/field';
import type { SearchTables } from './tables';

/** Kinds of the results of formula fields (section_N2833069). */
const KINDS: Readonly<Record<string, ColumnKind>> = {
  formulatext: 'text',
  formulanumeric: 'number',
  formulacurrency: 'currency',
  formulapercent: 'percent',
  formuladate: 'date',
  formuladatetime: 'datetime',
};

export function isFormula(name: string): boolean {
  return Object.hasOwn(KINDS, name.toLowerCase());
}

/**
 * A formula field: Oracle's SQL with fields in braces, `{entity}`, `{customer.email}`. A select stands for its text,
 * `{entity.id}` for its id.
 */
export function formulaField(name: string, formula: string | null, tables: SearchTables): SearchField {
  if (!formula) throw invalidColumn(name);
  const kind = KINDS[name.toLowerCase()] ?? 'text';
  const expression = parseExpression(formula.replace(/\{([^{}]+)\}/g, (_, field: string) => `"${field.trim()}"`));
  const compilation = compilationIn(Environment.of({ find: () => null, owner: () => null }));
  const value = compilation.value(expression, new FormulaScope(tables));
  return { name, value, kind, display: null, target: null };
}

/** Finds the fields in braces among the fields of the search. */
class FormulaScope extends Scope {
  constructor(private readonly tables: SearchTables) {
    super([], null);
  }

  override column(_table: string | null, name: string): Value {
    const parts = name.split('.');
    const last = parts[parts.length - 1] ?? '';
    const whole = this.fieldNamed(last, parts.length > 1 ? parts.slice(0, -1).join('.') : null);
    if (whole) return this.shownValue(whole);
    if (last.toLowerCase() === 'id' && parts.length > 1) {
      const select = this.fieldNamed(parts[parts.length - 2] ?? '', parts.length > 2 ? (parts[0] ?? null) : null);
      if (select) return select.value;
    }
    throw invalidColumn(name);
  }

  private fieldNamed(name: string, join: string | null): SearchField | null {
    const field = this.tables.field(name, join);
    return field === 'join' ? null : field;
  }

  private shownValue(field: SearchField): Value {
    if (field.display && field.kind !== 'id') {
      return { sql: field.display(field.value.sql), type: 'text', constant: false };
    }
    return field.value;
  }
}
