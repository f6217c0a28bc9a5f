import { toNumber } from '../compile/coerce';
import { computed, isDate, literal, type Value } from '../compile/value';
import { unsupportedSearch } from '../errors';
import { truncateOrRoundDate } from './dates';
import { argument, definition, type FunctionTable } from './definition';

function ofNumber(sql: (number: string) => string) {
  return definition(1, 1, (values) => computed(sql(toNumber(argument(values, 0)).sql), 'number', values));
}

function ofTwo(name: string) {
  return definition(2, 2, (values) => {
    const [first, second] = [toNumber(argument(values, 0)), toNumber(argument(values, 1))];
    return computed(`${name}(${first.sql}, ${second.sql})`, 'number', values);
  });
}

/** TRUNC and ROUND take a date with a unit or a number with places. */
function roundTo(name: 'ns_trunc' | 'ns_round') {
  return definition(1, 2, (values) => {
    const first = argument(values, 0);
    if (isDate(first)) {
      if (name === 'ns_round') throw unsupportedSearch();
      return truncateOrRoundDate(first, values[1] ?? null);
    }
    const places: Value = values[1] ? toNumber(values[1]) : literal(0, 'number');
    return computed(`${name}(${toNumber(first).sql}, ${places.sql})`, 'number', values);
  });
}

/** Functions of numbers (section_158513731864). */
export const NUMBER_FUNCTIONS: FunctionTable = {
  ABS: ofNumber((number) => `abs(${number})`),
  SIGN: ofNumber((number) => `sign(${number})`),
  CEIL: ofNumber((number) => `ceil(ns_decimal(${number}))`),
  FLOOR: ofNumber((number) => `floor(ns_decimal(${number}))`),
  SQRT: ofNumber((number) => `ns_power(${number}, 0.5)`),
  EXP: ofNumber((number) => `ns_power(2.718281828459045, ${number})`),
  MOD: ofTwo('ns_mod'),
  POWER: ofTwo('ns_power'),
  ROUND: roundTo('ns_round'),
  TRUNC: roundTo('ns_trunc'),
  TO_NUMBER: definition(1, 1, (values) => toNumber(argument(values, 0))),
};
