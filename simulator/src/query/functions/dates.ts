import { notSupported } from '../../kernel/errors';
import { toDate, toNumber, toText } from '../compile/coerce';
import { computed, isDate, literal, type Value } from '../compile/value';
import { unsupportedSearch } from '../errors';
import { argument, definition, type FunctionTable } from './definition';
import { parseDate } from './native/dateFormat';

/** Oracle reads the time with TO_TIMESTAMP as with TO_DATE; fractions of seconds are not kept. */
const TO_DATE = definition(1, 2, (values) => {
  const text = argument(values, 0);
  if (isDate(text)) return toDate(text);
  const format = values[1];
  if (!format) return toDate(text);
  if (typeof text.literal === 'string' && typeof format.literal === 'string') {
    return literal(parseDate(text.literal, format.literal), 'date');
  }
  return computed(`ns_to_date(${toText(text).sql}, ${toText(format).sql})`, 'date', values);
});

const TO_CHAR = definition(1, 2, (values) => {
  const value = argument(values, 0);
  const format = values[1];
  if (!format) return toText(value);
  if (isDate(value)) {
    return computed(`ns_format_date(${toDate(value).sql}, ${toText(format).sql})`, 'text', values);
  }
  if (value.type === 'text') throw unsupportedSearch();
  return computed(`ns_format_number(${toNumber(value).sql}, ${toText(format).sql})`, 'text', values);
});

function ofDate(name: string) {
  return definition(1, 1, (values) => computed(`${name}(${toDate(argument(values, 0)).sql})`, 'date', values));
}

/** TRUNC of a date: to its day, or to the unit given. */
export function truncateOrRoundDate(date: Value, unit: Value | null): Value {
  if (!unit) return computed(`substr(${toDate(date).sql}, 1, 10)`, 'date', [date]);
  return computed(`ns_trunc_date(${toDate(date).sql}, ${toText(unit).sql})`, 'date', [date, unit]);
}

/** Functions of dates (section_158513731864); a date is in the account's time zone. */
export const DATE_FUNCTIONS: FunctionTable = {
  TO_DATE,
  TO_TIMESTAMP: TO_DATE,
  TO_CHAR,
  TO_NCHAR: TO_CHAR,
  LAST_DAY: ofDate('ns_last_day'),
  ADD_MONTHS: definition(2, 2, (values) => {
    const [date, months] = [toDate(argument(values, 0)), toNumber(argument(values, 1))];
    return computed(`ns_add_months(${date.sql}, ${months.sql})`, 'date', values);
  }),
  MONTHS_BETWEEN: definition(2, 2, (values) => {
    const [later, earlier] = [toDate(argument(values, 0)), toDate(argument(values, 1))];
    return computed(`ns_months_between(${later.sql}, ${earlier.sql})`, 'number', values);
  }),
  NEXT_DAY: definition(2, 2, (values) => {
    const [date, name] = [toDate(argument(values, 0)), toText(argument(values, 1))];
    return computed(`ns_next_day(${date.sql}, ${name.sql})`, 'date', values);
  }),
  TO_TIMESTAMP_TZ: definition(1, 2, () => {
    throw notSupported('SuiteQL TO_TIMESTAMP_TZ');
  }),
};
