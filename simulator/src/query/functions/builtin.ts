import { notSupported } from '../../kernel/errors';
import { toText } from '../compile/coerce';
import { concatenate } from '../compile/expression';
import type { Scope } from '../compile/scope';
import { computed, literal, type Value } from '../compile/value';
import { unsupportedSearch } from '../errors';
import { relativeRange } from './relativeRange';

/** NetSuite's own functions, `BUILTIN.DF` and the like (article_161950565221); null when the name is none. */
export function compileBuiltin(name: string, values: readonly Value[], scope: Scope): Value | null {
  if (!name.startsWith('BUILTIN.')) return null;
  switch (name) {
    case 'BUILTIN.DF':
      return display(only(values));
    case 'BUILTIN.CF':
      return criteria(only(values), scope);
    case 'BUILTIN.CONSOLIDATE':
      return consolidate(values);
    case 'BUILTIN.RELATIVE_RANGES':
      return range(values);
    default:
      throw notSupported(`SuiteQL ${name}`);
  }
}

function only(values: readonly Value[]): Value {
  const [value] = values;
  if (!value || values.length !== 1) throw unsupportedSearch();
  return value;
}

/** The display value of a field: the name of the record it points to, else its own value (article_1029114613). */
function display(value: Value): Value {
  if (!value.column) throw unsupportedSearch();
  if (value.column.display) return { sql: value.column.display(value.sql), type: 'text', constant: false };
  return toText(value);
}

/** The criteria value of a field: `CustInvc:A` for the status of a transaction (article_1029114514). */
function criteria(value: Value, scope: Scope): Value {
  if (!value.column) throw unsupportedSearch();
  if (value.column.table !== 'transaction' || value.column.name !== 'status') return value;
  const owner = scope.sources.find((source) => source.alias === value.column?.source);
  if (!owner) throw unsupportedSearch();
  return concatenate([scope.column(owner.name, 'type'), literal(':', 'text'), value]);
}

/**
 * An amount in the currency of the target subsidiary (article_1029114527). Only an amount that is in that currency
 * already is known: consolidated exchange rates are not kept, so any other throws when the query runs.
 */
function consolidate(values: readonly Value[]): Value {
  if (values.length !== 7) throw unsupportedSearch();
  const [amount, , , , target] = values;
  if (!amount?.column?.source || !target) throw unsupportedSearch();
  const alias = amount.column.source;
  const line =
    amount.column.table === 'transactionaccountingline'
      ? `l."transaction" = ${alias}."transaction" AND l.id = ${alias}.transactionline`
      : amount.column.table === 'transactionline'
        ? `l.uniquekey = ${alias}.uniquekey`
        : null;
  if (line === null) throw notSupported('BUILTIN.CONSOLIDATE of a field that is no amount of a line');
  const from = `(SELECT s.currency FROM transactionline l JOIN subsidiary s ON s.id = l.subsidiary WHERE ${line})`;
  const to = `(SELECT s.currency FROM subsidiary s WHERE s.id = ${target.sql})`;
  return computed(`ns_consolidate(${amount.sql}, ${from}, ${to})`, 'number', values);
}

function range(values: readonly Value[]): Value {
  const [id, end, flag] = values;
  if (typeof id?.literal !== 'string' || typeof end?.literal !== 'string') throw unsupportedSearch();
  if (flag && flag.literal !== 'DATE' && flag.literal !== 'DATETIME_AS_DATE') {
    throw notSupported(`BUILTIN.RELATIVE_RANGES with ${String(flag.literal)}`);
  }
  if (end.literal !== 'START' && end.literal !== 'END') throw unsupportedSearch();
  relativeRange(id.literal, '2000-01-01');
  return { sql: `ns_relative_range(${id.sql}, ${end.sql}, ns_now())`, type: 'date', constant: true };
}
