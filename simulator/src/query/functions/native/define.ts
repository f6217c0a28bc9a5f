import type { Account } from '../../../kernel/account';
import { notSupported } from '../../../kernel/errors';
import type { SqlValue, Store } from '../../../store/store';
import { unsupportedSearch } from '../../errors';
import { accountLocale } from '../../locale';
import { relativeRange } from '../relativeRange';
import { formatDate, parseDate } from './dateFormat';
import { addDays, addMonths, daysBetween, lastDay, monthsBetween, nextDay, truncateDate } from './days';
import {
  add,
  decimal,
  divide,
  formatNumber,
  formatNumberBy,
  modulo,
  readNumber,
  round,
  sum,
  truncate,
} from './numbers';
import { matches, regexPosition, regexReplace, regexSubstring } from './regex';
import {
  globPattern,
  initialCapitals,
  padLeft,
  padRight,
  position,
  substring,
  translate,
  trimLeft,
  trimRight,
} from './text';
import { type Zone, zone } from './zone';

const prepared = new WeakSet<Store>();

/**
 * Adds Oracle's functions to the account's SQLite under names that start with `ns_`. SQLite takes the number of
 * parameters from a function's length, and each is null where any that must not be null is.
 */
export function defineFunctions(account: Account): void {
  const { store, clock } = account;
  if (prepared.has(store)) return;
  prepared.add(store);
  const dateFormat = (): string => accountLocale(account).dateFormat;
  const local = (): Zone => zone(accountLocale(account).timeZone);
  const one = (name: string, work: (a: SqlValue) => SqlValue): void =>
    store.defineFunction(name, (a) => (a === null ? null : work(a)));
  const two = (name: string, work: (a: SqlValue, b: SqlValue) => SqlValue): void =>
    store.defineFunction(name, (a, b) => (a === null || b === null ? null : work(a, b)));
  const three = (name: string, work: (a: SqlValue, b: SqlValue, c: SqlValue) => SqlValue): void =>
    store.defineFunction(name, (a, b, c) => (a === null || b === null || c === null ? null : work(a, b, c)));

  store.defineFunction('ns_now', () => local().toLocal(new Date(clock.now()).toISOString()));
  one('ns_local', (iso) => local().toLocal(String(iso)));
  two('ns_utc', (date, seconds) => local().toUtc(String(date), Number(seconds)));
  one('ns_date_text', (date) => formatDate(String(date), dateFormat()));
  one('ns_read_date', (text) => parseDate(String(text), dateFormat().replaceAll('FM', '')));
  two('ns_to_date', (text, format) => parseDate(String(text), String(format)));
  two('ns_format_date', (date, format) => formatDate(String(date), String(format)) || null);
  two('ns_add_days', (date, days) => addDays(String(date), Number(days)));
  two('ns_days_between', (a, b) => daysBetween(String(a), String(b)));
  two('ns_add_months', (date, months) => addMonths(String(date), Number(months)));
  two('ns_months_between', (a, b) => monthsBetween(String(a), String(b)));
  one('ns_last_day', (date) => lastDay(String(date)));
  two('ns_next_day', (date, name) => nextDay(String(date), String(name)) ?? refuse());
  two('ns_trunc_date', (date, unit) => truncateDate(String(date), String(unit)) ?? refuse());
  three('ns_relative_range', (id, end, now) => {
    const range = relativeRange(String(id), String(now));
    return end === 'START' ? range.start : range.end;
  });

  one('ns_decimal', (value) => decimal(Number(value)));
  two('ns_add', (a, b) => add(Number(a), Number(b)));
  three('ns_sum', (total, largest, count) => sum(Number(total), Number(largest), Number(count)));
  one('ns_number', (value) => (typeof value === 'number' ? value : readNumber(String(value))));
  one('ns_text', (value) => (typeof value === 'number' ? formatNumber(value) : String(value) || null));
  two('ns_divide', (a, b) => divide(Number(a), Number(b)));
  two('ns_mod', (a, b) => modulo(Number(a), Number(b)));
  two('ns_power', (a, b) => decimal(Number(a) ** Number(b)));
  two('ns_round', (value, places) => round(Number(value), Number(places)));
  two('ns_trunc', (value, places) => truncate(Number(value), Number(places)));
  two('ns_format_number', (value, format) => formatNumberBy(Number(value), String(format)));

  store.defineFunction('ns_consolidate', (amount, from, to) => {
    if (from !== to) throw notSupported('BUILTIN.CONSOLIDATE between two currencies');
    return amount ?? null;
  });

  one('ns_upper', (text) => String(text).toUpperCase());
  one('ns_lower', (text) => String(text).toLowerCase());
  one('ns_initcap', (text) => initialCapitals(String(text)));
  two('ns_substr', (text, from) => substring(String(text), Number(from), null));
  three('ns_substr3', (text, from, length) => substring(String(text), Number(from), Number(length)));
  store.defineFunction('ns_instr', (text, searched, from, occurrence) =>
    text === null || searched === null
      ? null
      : position(String(text), String(searched), Number(from), Number(occurrence)),
  );
  three('ns_lpad', (text, length, filler) => padLeft(String(text), Number(length), String(filler)));
  three('ns_rpad', (text, length, filler) => padRight(String(text), Number(length), String(filler)));
  two('ns_ltrim', (text, set) => trimLeft(String(text), String(set)));
  two('ns_rtrim', (text, set) => trimRight(String(text), String(set)));
  three('ns_translate', (text, from, to) => translate(String(text), String(from), String(to)));
  store.defineFunction('ns_glob', (pattern, escape) =>
    pattern === null ? null : globPattern(String(pattern), escape === null ? null : String(escape)),
  );

  three('ns_regexp_like', (text, pattern, options) =>
    matches(String(text), String(pattern), String(options)) ? 1 : 0,
  );
  store.defineFunction('ns_regexp_substr', (text, pattern, from, occurrence, options, group) =>
    text === null || pattern === null
      ? null
      : regexSubstring(String(text), String(pattern), Number(from), Number(occurrence), textOf(options), Number(group)),
  );
  store.defineFunction('ns_regexp_instr', (text, pattern, from, occurrence) =>
    text === null || pattern === null
      ? null
      : regexPosition(String(text), String(pattern), Number(from), Number(occurrence)),
  );
  store.defineFunction('ns_regexp_replace', (text, pattern, replacement, from, occurrence, options) =>
    text === null || pattern === null
      ? text
      : regexReplace(
          String(text),
          String(pattern),
          textOf(replacement),
          Number(from),
          Number(occurrence),
          textOf(options),
        ),
  );
}

function textOf(value: SqlValue | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function refuse(): never {
  throw unsupportedSearch();
}
