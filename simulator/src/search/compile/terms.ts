import type { Account } from '../../kernel/account';
import { notSupported } from '../../kernel/errors';
import { toDate } from '../../query/compile/coerce';
import { compare } from '../../query/compile/comparison';
import type { Value } from '../../query/compile/value';
import { addDays } from '../../query/functions/native/days';
import type { FilterTerm } from '../definition';
import { invalidFilter, invalidOperator } from '../errors';
import type { SearchField } from '../fields/field';
import type { SearchValue } from '../value';
import { dateRange } from './dates';
import type { Parameters } from './parameters';

const NONE = '@NONE@';

/** Compiles the condition of one filter on a field, by the operators that its kind takes (article_4094344956). */
export function termSql(account: Account, field: SearchField, term: FilterTerm, parameters: Parameters): string {
  const { operator } = term;
  const values = term.values.filter((value) => value !== null && value !== '');
  if (operator === 'isempty') return `${field.value.sql} IS NULL`;
  if (operator === 'isnotempty') return `${field.value.sql} IS NOT NULL`;
  if (operator === 'any') return '1 = 1';
  switch (field.kind) {
    case 'id':
    case 'select':
      return selectSql(field, operator, values, parameters);
    case 'multiselect':
      return multiselectSql(field, operator, values, parameters);
    case 'checkbox':
      return checkboxSql(field, operator, values);
    case 'text':
      return textSql(field, operator, values, parameters);
    case 'date':
    case 'datetime':
      return dateSql(account, field, operator, values, parameters);
    default:
      return numberSql(field, operator, values, parameters);
  }
}

/** `anyof` ids; `@NONE@` for what has none. */
function selectSql(
  field: SearchField,
  operator: string,
  values: readonly SearchValue[],
  parameters: Parameters,
): string {
  const negated = operator === 'noneof' || operator === 'isnot';
  if (!negated && operator !== 'anyof' && operator !== 'is') throw invalidOperator(field.name);
  if (values.length === 0) throw invalidFilter(field.name);
  const wanted = values.filter((value) => String(value).toUpperCase() !== NONE);
  const parts: string[] = [];
  if (wanted.length > 0) {
    const list = wanted.map((value) => parameters.bind(idOf(field, value), field.value.type).sql).join(', ');
    parts.push(`${field.value.sql} IN (${list})`);
  }
  if (wanted.length < values.length) parts.push(`${field.value.sql} IS NULL`);
  const condition = parts.length > 1 ? `(${parts.join(' OR ')})` : (parts[0] ?? '1 = 1');
  if (!negated) return condition;
  const withoutNull = wanted.length < values.length;
  return withoutNull ? `NOT ${condition}` : `(${field.value.sql} IS NULL OR NOT (${condition}))`;
}

/** Ids are numbers; text that is no number matches nothing. */
function idOf(field: SearchField, value: SearchValue): string | number {
  if (field.value.type !== 'number') return String(value);
  const text = String(value).trim();
  return /^-?\d+$/.test(text) ? Number(text) : text;
}

function multiselectSql(
  field: SearchField,
  operator: string,
  values: readonly SearchValue[],
  parameters: Parameters,
): string {
  const has = (value: SearchValue): string =>
    String(value).toUpperCase() === NONE
      ? `${field.value.sql} IS NULL`
      : `instr(', ' || ${field.value.sql} || ',', ', ' || ${parameters.bind(String(value), 'text').sql} || ',') > 0`;
  const parts = values.map((value) => `ifnull(${has(value)}, 0)`);
  if (parts.length === 0) throw invalidFilter(field.name);
  switch (operator) {
    case 'anyof':
      return `(${parts.join(' OR ')})`;
    case 'noneof':
      return `NOT (${parts.join(' OR ')})`;
    case 'allof':
      return `(${parts.join(' AND ')})`;
    case 'notallof':
      return `NOT (${parts.join(' AND ')})`;
    default:
      throw invalidOperator(field.name);
  }
}

function checkboxSql(field: SearchField, operator: string, values: readonly SearchValue[]): string {
  if (operator !== 'is') throw invalidOperator(field.name);
  const [value] = values;
  const isTrue = value === true || String(value).toUpperCase() === 'T' || String(value).toLowerCase() === 'true';
  return isTrue ? `${field.value.sql} = 'T'` : `ifnull(${field.value.sql}, 'F') = 'F'`;
}

/** Text is compared without regard to case. */
function textSql(field: SearchField, operator: string, values: readonly SearchValue[], parameters: Parameters): string {
  if (values.length === 0) throw invalidFilter(field.name);
  const [first] = values;
  const column = field.exact ? field.value.sql : `ns_lower(${field.value.sql})`;
  const bind = (value: SearchValue): string => {
    const sql = parameters.bind(String(value), 'text').sql;
    return field.exact ? sql : `ns_lower(${sql})`;
  };
  const starts = (value: SearchValue): string => `instr(${column}, ${bind(value)}) = 1`;
  const contains = (value: SearchValue): string => `instr(${column}, ${bind(value)}) > 0`;
  switch (operator) {
    case 'is':
      return `${column} = ${bind(first ?? null)}`;
    case 'isnot':
      return `ifnull(${column} <> ${bind(first ?? null)}, 1)`;
    case 'startswith':
      return starts(first ?? null);
    case 'doesnotstartwith':
      return `NOT ifnull(${starts(first ?? null)}, 0)`;
    case 'contains':
      return contains(first ?? null);
    case 'doesnotcontain':
      return `NOT ifnull(${contains(first ?? null)}, 0)`;
    case 'haskeywords':
      return `(${String(first).split(/\s+/).filter(Boolean).map(contains).join(' AND ')})`;
    default:
      throw invalidOperator(field.name);
  }
}

function numberSql(
  field: SearchField,
  operator: string,
  values: readonly SearchValue[],
  parameters: Parameters,
): string {
  const numbers = values.map(Number);
  if (numbers.length === 0 || numbers.some(Number.isNaN)) throw invalidFilter(field.name);
  const [low, high] = numbers.map((number) => parameters.bind(number, 'number'));
  if (!low) throw invalidFilter(field.name);
  const test = (comparison: '=' | '<' | '<=' | '>' | '>='): string => compare(comparison, field.value, low);
  const not = (sql: string): string => `ifnull(NOT (${sql}), 1)`;
  const between = (): string => {
    if (!high) throw invalidFilter(field.name);
    return `(${compare('>=', field.value, low)} AND ${compare('<=', field.value, high)})`;
  };
  const tests: Readonly<Record<string, () => string>> = {
    equalto: () => test('='),
    is: () => test('='),
    notequalto: () => not(test('=')),
    greaterthan: () => test('>'),
    greaterthanorequalto: () => test('>='),
    lessthan: () => test('<'),
    lessthanorequalto: () => test('<='),
    notgreaterthan: () => not(test('>')),
    notgreaterthanorequalto: () => not(test('>=')),
    notlessthan: () => not(test('<')),
    notlessthanorequalto: () => not(test('<=')),
    between,
    notbetween: () => not(between()),
  };
  const made = tests[operator]?.();
  if (!made) throw invalidOperator(field.name);
  return made;
}

/** Dates are compared by days; a moment lies on the day that it has in the account's time zone. */
function dateSql(
  account: Account,
  field: SearchField,
  operator: string,
  values: readonly SearchValue[],
  parameters: Parameters,
): string {
  const ranges = values.map((value) => dateRange(account, value));
  const [first] = ranges;
  const last = ranges[ranges.length - 1];
  if (!first || !last) throw invalidFilter(field.name);
  const value = field.value;
  const day = (text: string): Value => parameters.bind(field.kind === 'date' ? text.slice(0, 10) : text, 'date');
  const from = (text: string): string => compare('>=', value, toDate(day(text)));
  const before = (text: string): string => compare('<', value, toDate(day(text)));
  const end = isDay(last.end) ? addDays(last.end.slice(0, 10), 1) : last.end;
  const firstEnd = isDay(first.end) ? addDays(first.end.slice(0, 10), 1) : first.end;
  const not = (sql: string): string => `ifnull(NOT (${sql}), 1)`;
  const tests: Readonly<Record<string, () => string>> = {
    on: () => `(${from(first.start)} AND ${before(nextOf(first.end, firstEnd))})`,
    before: () => before(first.start),
    after: () => from(firstEnd === first.end ? addDays(first.end, 1 / 86_400) : firstEnd),
    onorbefore: () => before(nextOf(first.end, firstEnd)),
    onorafter: () => from(first.start),
    within: () => `(${from(first.start)} AND ${before(nextOf(last.end, end))})`,
  };
  const plain = tests[operator];
  if (plain) return plain();
  const opposite = operator.startsWith('not') ? tests[operator.slice(3)] : undefined;
  if (opposite) return not(opposite());
  if (operator === 'equalto') throw notSupported(`the operator ${operator} on the date ${field.name}`);
  throw invalidOperator(field.name);
}

/** A moment given to the minute stands for that minute. */
function nextOf(given: string, next: string): string {
  return given === next ? addDays(given, 1 / 1440) : next;
}

function isDay(text: string): boolean {
  return text.length === 10;
}
