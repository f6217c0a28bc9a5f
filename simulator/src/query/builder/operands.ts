import { notSupported } from '../../kernel/errors';
import type { ColumnKind } from '../compile/scope';
import type { Components } from './components';
import type { ColumnData, OperandData } from './definition';
import { formulaSql } from './formula';

/** SQL of what a column or a condition reads, and the kind of its values. */
export interface Operand {
  readonly sql: string;
  readonly kind: ColumnKind;
  /** ReturnType. */
  readonly returns: string;
}

/** Return types of fields by kind (assumed: Oracle describes the enumeration, not which field has which). */
const RETURNS: Readonly<Record<ColumnKind, string>> = {
  id: 'INTEGER',
  select: 'INTEGER',
  multiselect: 'STRING',
  checkbox: 'BOOLEAN',
  text: 'STRING',
  date: 'DATE',
  datetime: 'DATETIME',
  integer: 'INTEGER',
  number: 'FLOAT',
  currency: 'CURRENCY',
  percent: 'PERCENT',
};

/** What a condition on a formula compares, by the return type of the formula. */
const KINDS: Readonly<Record<string, ColumnKind>> = {
  BOOLEAN: 'checkbox',
  CURRENCY: 'currency',
  DATE: 'date',
  DATETIME: 'datetime',
  FLOAT: 'number',
  INTEGER: 'integer',
  KEY: 'id',
  PERCENT: 'percent',
  RELATIONSHIP: 'select',
};

/** Aggregates of N/query (section_1510878932) as functions of SuiteQL. */
const AGGREGATES: Readonly<Record<string, readonly [name: string, distinct: boolean]>> = {
  AVERAGE: ['AVG', false],
  AVERAGE_DISTINCT: ['AVG', true],
  COUNT: ['COUNT', false],
  COUNT_DISTINCT: ['COUNT', true],
  MAXIMUM: ['MAX', false],
  MAXIMUM_DISTINCT: ['MAX', true],
  MEDIAN: ['MEDIAN', false],
  MINIMUM: ['MIN', false],
  MINIMUM_DISTINCT: ['MIN', true],
  SUM: ['SUM', false],
  SUM_DISTINCT: ['SUM', true],
};

/** SQL of a field or a formula, with its aggregate. */
export function operandOf(data: OperandData, components: Components): Operand {
  const plain = plainOperand(data, components);
  const [name, distinct] = data.aggregate === null ? [] : (AGGREGATES[data.aggregate] ?? []);
  if (!name) return plain;
  const sql = `${name}(${distinct ? 'DISTINCT ' : ''}${plain.sql})`;
  if (name === 'COUNT') return { sql, kind: 'integer', returns: 'INTEGER' };
  if (name === 'AVG' && plain.kind !== 'currency') return { sql, kind: 'number', returns: 'FLOAT' };
  return { ...plain, sql };
}

/** SQL of a column in its field context (section_1552071599). */
export function columnOperand(data: ColumnData, components: Components): Operand {
  switch (data.context) {
    case 'RAW':
      return operandOf(data, components);
    case 'DISPLAY': {
      if (data.fieldId === null || data.aggregate !== null) return operandOf(data, components);
      const { sql } = components.field(data.component, data.fieldId);
      return { sql: `BUILTIN.DF(${sql})`, kind: 'text', returns: 'STRING' };
    }
    default:
      throw notSupported(`query.FieldContext.${data.context}`);
  }
}

function plainOperand({ component, fieldId, formula, type }: OperandData, components: Components): Operand {
  if (formula !== null) {
    const returns = type ?? 'ANY';
    return { sql: `(${formulaSql(formula, component, components)})`, kind: KINDS[returns] ?? 'text', returns };
  }
  const { sql, column } = components.field(component, fieldId ?? '');
  const kind = column.kind ?? 'text';
  return { sql, kind, returns: RETURNS[kind] };
}
