import { searchError } from '../errors';
import type { Components } from './components';
import { type Calendar, type Span, spanOf, withinSpan } from './dates';
import type { ConditionData, ConditionValue, TestData } from './definition';
import { type Operand, operandOf } from './operands';

/** SQL of a condition; the values of its `?` are added to the parameters in their order. */
export interface Conditions {
  readonly components: Components;
  readonly calendar: Calendar;
  readonly params: (string | number)[];
}

/** A test that holds, as SQL. */
type Test = (test: TestData, operand: Operand, context: Conditions) => string;

/**
 * SQL of a condition (section_1510275752). What ends with NOT is the negation of the operator without it; as in SQL, an
 * empty field meets neither (assumed).
 */
export function conditionSql(condition: ConditionData, context: Conditions): string {
  if (condition.kind !== 'test') {
    const parts = condition.children.map((child) => conditionSql(child, context));
    if (condition.kind === 'not') return `NOT (${parts.join(' AND ')})`;
    return `(${parts.join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
  }
  const isNot = condition.operator.endsWith('_NOT');
  const name = isNot ? condition.operator.slice(0, -'_NOT'.length) : condition.operator;
  const test = TESTS[name];
  if (!test) throw searchError(`Invalid operator: ${condition.operator}`);
  const sql = test(condition, operandOf(condition, context.components), context);
  return isNot ? `NOT (${sql})` : sql;
}

/** True where a condition compares an aggregate: it is tested after the groups were made. */
export function isAggregated(condition: ConditionData): boolean {
  return condition.kind === 'test' ? condition.aggregate !== null : condition.children.some(isAggregated);
}

const compared =
  (operator: string): Test =>
  (test, operand, context) => {
    const value = bind(first(test), operand, test, context);
    return `${comparable(operand, test)} ${operator} ${value}`;
  };

const inDates =
  (sql: (operand: string, span: Span) => string): Test =>
  (test, operand, { calendar }) =>
    sql(operand.sql, spanOf(first(test), operand.kind === 'datetime', calendar));

/** Parts of texts are compared without wildcards: a percent sign in a value is a percent sign. */
const inText =
  (sql: (operand: string, value: string, again: () => string) => string): Test =>
  (test, operand, context) => {
    const value = (): string => bind(first(test), { ...operand, kind: 'text' }, test, context);
    return sql(comparable({ ...operand, kind: 'text' }, test), value(), value);
  };

const anyOf: Test = (test, operand, context) => {
  if (operand.kind === 'multiselect') {
    return `(${test.values.map((value) => has(value, operand, context)).join(' OR ')})`;
  }
  const values = test.values.map((value) => bind(value, operand, test, context));
  return `${comparable(operand, test)} IN (${values.join(', ')})`;
};

const allOf: Test = (test, operand, context) => test.values.map((value) => has(value, operand, context)).join(' AND ');

const exactly: Test = (test, operand, context) => {
  const count = test.values.length;
  const commas = `LENGTH(${operand.sql}) - LENGTH(REPLACE(${operand.sql}, ',', ''))`;
  return `${allOf(test, operand, context)} AND ${commas} = ${count - 1}`;
};

const TESTS: Readonly<Record<string, Test>> = {
  EQUAL: compared('='),
  IS: compared('='),
  GREATER: compared('>'),
  GREATER_OR_EQUAL: compared('>='),
  LESS: compared('<'),
  LESS_OR_EQUAL: compared('<='),
  BETWEEN: (test, operand, context) => {
    const [low, high] = pair(test).map((value) => bind(value, operand, test, context));
    return `${comparable(operand, test)} BETWEEN ${low} AND ${high}`;
  },
  EMPTY: (_, operand) => `${operand.sql} IS NULL`,
  CONTAIN: inText((operand, value) => `INSTR(${operand}, ${value}) > 0`),
  START_WITH: inText((operand, value) => `INSTR(${operand}, ${value}) = 1`),
  ENDWITH: inText((operand, value, again) => `SUBSTR(${operand}, -LENGTH(${value})) = ${again()}`),
  ANY_OF: anyOf,
  MN_INCLUDE: anyOf,
  MN_INCLUDE_ALL: allOf,
  MN_INCLUDE_EXACTLY: exactly,
  MN_EXCLUDE: (...given) => `NOT (${anyOf(...given)})`,
  MN_EXCLUDE_ALL: (...given) => `NOT (${allOf(...given)})`,
  MN_EXCLUDE_EXACTLY: (...given) => `NOT (${exactly(...given)})`,
  AFTER: inDates((operand, { until }) => `${operand} >= ${until}`),
  BEFORE: inDates((operand, { from }) => `${operand} < ${from}`),
  ON: inDates((operand, { from, until }) => `(${operand} >= ${from} AND ${operand} < ${until})`),
  ON_OR_AFTER: inDates((operand, { from }) => `${operand} >= ${from}`),
  ON_OR_BEFORE: inDates((operand, { until }) => `${operand} < ${until}`),
  WITHIN: (test, operand, { calendar }) => {
    const hasTime = operand.kind === 'datetime';
    const [one, other] = test.values;
    if (one === undefined) throw searchError(`The operator ${test.operator} needs a value.`);
    const start = other === undefined ? withinSpan(one, hasTime, calendar) : spanOf(one, hasTime, calendar);
    const end = other === undefined ? start : spanOf(other, hasTime, calendar);
    return `(${operand.sql} >= ${start.from} AND ${operand.sql} < ${end.until})`;
  },
};

/** The ids of a multiple select stand in one text, `1, 2`. */
function has(value: ConditionValue, { sql }: Operand, { params }: Conditions): string {
  params.push(String(value));
  return `INSTR(', ' || ${sql} || ',', ', ' || ? || ',') > 0`;
}

/** Texts are compared without regard to case, unless the condition is case-sensitive (section_1510780329). */
function comparable({ sql, kind }: Operand, { caseSensitive }: TestData): string {
  return kind === 'text' && !caseSensitive ? `UPPER(${sql})` : sql;
}

function bind(value: ConditionValue, { kind }: Operand, test: TestData, { params, calendar }: Conditions): string {
  if (kind === 'date' || kind === 'datetime') return spanOf(value, kind === 'datetime', calendar).from;
  if (typeof value === 'object') throw searchError(`The operator ${test.operator} takes no date for this field.`);
  if (typeof value === 'boolean') params.push(value ? 'T' : 'F');
  else if (kind === 'text') params.push(test.caseSensitive ? String(value) : String(value).toUpperCase());
  else params.push(kind === 'checkbox' ? checkbox(value) : value);
  return '?';
}

function checkbox(value: string | number): string {
  return /^(t|true|1)$/i.test(String(value)) ? 'T' : 'F';
}

function first(test: TestData): ConditionValue {
  const [value] = test.values;
  if (value === undefined) throw searchError(`The operator ${test.operator} needs a value.`);
  return value;
}

function pair(test: TestData): readonly [ConditionValue, ConditionValue] {
  const [low, high] = test.values;
  if (low === undefined || high === undefined) throw searchError(`The operator ${test.operator} needs two values.`);
  return [low, high];
}
