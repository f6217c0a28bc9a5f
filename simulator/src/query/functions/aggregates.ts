import { notSupported } from '../../kernel/errors';
import { toNumber, toText } from '../compile/coerce';
import type { Compilation } from '../compile/compilation';
import type { Scope } from '../compile/scope';
import type { Value, ValueType } from '../compile/value';
import { unsupportedSearch } from '../errors';
import type { Call, Window } from '../language/ast';

const AGGREGATES = new Set(['COUNT', 'SUM', 'AVG', 'MIN', 'MAX', 'LISTAGG', 'APPROX_COUNT_DISTINCT']);

/** Functions that exist with OVER only; each with the arguments it takes at least and at most. */
const RANKINGS: Readonly<Record<string, readonly [number, number]>> = {
  ROW_NUMBER: [0, 0],
  RANK: [0, 0],
  DENSE_RANK: [0, 0],
  PERCENT_RANK: [0, 0],
  CUME_DIST: [0, 0],
  NTILE: [1, 1],
  LAG: [1, 3],
  LEAD: [1, 3],
  FIRST_VALUE: [1, 1],
  LAST_VALUE: [1, 1],
};

const UNSUPPORTED_AGGREGATES = new Set([
  'MEDIAN',
  'STDDEV',
  'STDDEV_POP',
  'STDDEV_SAMP',
  'VARIANCE',
  'VAR_POP',
  'VAR_SAMP',
  'CORR',
  'CORR_K',
  'CORR_S',
  'COVAR_POP',
  'COVAR_SAMP',
]);

/** True for a call that makes its query block one of groups. */
export function isAggregate(call: Call): boolean {
  return AGGREGATES.has(call.name) && call.over === null;
}

/** Compiles an aggregate or analytic function; null when the name is neither. */
export function compileAggregate(call: Call, scope: Scope, compilation: Compilation): Value | null {
  if (UNSUPPORTED_AGGREGATES.has(call.name)) throw notSupported(`SuiteQL ${call.name}`);
  const over = call.over ? ` OVER (${windowSql(call.over, scope, compilation)})` : '';
  const values = call.arguments.map((part) => compilation.value(part, scope));
  const ranking = RANKINGS[call.name];
  if (ranking) {
    if (!over || values.length < ranking[0] || values.length > ranking[1]) throw unsupportedSearch();
    const [first] = values;
    const type = first && call.name !== 'NTILE' ? first.type : 'number';
    return dynamic(`${call.name.toLowerCase()}(${values.map((value) => value.sql).join(', ')})${over}`, type);
  }
  if (!AGGREGATES.has(call.name)) return null;
  if (call.name === 'LISTAGG') return compileListAgg(call, values, over, scope, compilation);
  if (call.star) {
    if (call.name !== 'COUNT') throw unsupportedSearch();
    return dynamic(`count(*)${over}`, 'number');
  }
  const [value] = values;
  if (!value || values.length > 1) throw unsupportedSearch();
  return compileOne(call, value, over);
}

function compileOne(call: Call, value: Value, over: string): Value {
  const distinct = call.distinct ? 'DISTINCT ' : '';
  if (distinct && over) throw notSupported(`SuiteQL ${call.name}(DISTINCT ...) OVER`);
  switch (call.name) {
    case 'COUNT':
      return dynamic(`count(${distinct}${value.sql})${over}`, 'number');
    case 'APPROX_COUNT_DISTINCT':
      return dynamic(`count(DISTINCT ${value.sql})${over}`, 'number');
    case 'SUM':
      return dynamic(sumSql(distinct, toNumber(value).sql, over), 'number');
    case 'AVG': {
      const number = toNumber(value).sql;
      const count = `nullif(count(${distinct}${number})${over}, 0)`;
      return dynamic(`ns_divide(${sumSql(distinct, number, over)}, ${count})`, 'number');
    }
    default:
      return dynamic(`${call.name.toLowerCase()}(${value.sql})${over}`, value.type);
  }
}

/** A sum is rounded to the decimal places that doubles of that size hold for sure, so that it is exact in decimal. */
function sumSql(distinct: string, number: string, over: string): string {
  return `ns_sum(sum(${distinct}${number})${over}, max(abs(${number}))${over}, count(${distinct}${number})${over})`;
}

/**
 * LISTAGG with its order. Oracle's page lists it as unsupported (section_158513731864), while NetSuite runs it; public
 * SuiteApps rely on it.
 */
function compileListAgg(call: Call, values: Value[], over: string, scope: Scope, compilation: Compilation): Value {
  const [value, separator] = values;
  if (!value || values.length > 2) throw unsupportedSearch();
  if (over) throw notSupported('SuiteQL LISTAGG ... OVER');
  const distinct = call.distinct ? 'DISTINCT ' : '';
  const order = call.withinGroup ? ` ORDER BY ${compilation.order(call.withinGroup, scope)}` : '';
  const text = toText(value).sql;
  if (distinct && separator) throw notSupported('SuiteQL LISTAGG(DISTINCT ..., separator)');
  const between = separator ? `, ifnull(${toText(separator).sql}, '')` : distinct ? '' : ", ''";
  return dynamic(`group_concat(${distinct}${text}${between}${order})`, 'text');
}

function windowSql(window: Window, scope: Scope, compilation: Compilation): string {
  const parts: string[] = [];
  if (window.partitionBy.length > 0) {
    parts.push(`PARTITION BY ${window.partitionBy.map((part) => compilation.value(part, scope).sql).join(', ')}`);
  }
  if (window.orderBy.length > 0) parts.push(`ORDER BY ${compilation.order(window.orderBy, scope)}`);
  if (window.frame) parts.push(window.frame);
  return parts.join(' ');
}

function dynamic(sql: string, type: ValueType): Value {
  return { sql, type, constant: false };
}
