import { unify } from '../compile/coerce';
import { compare } from '../compile/comparison';
import { computed, type Value } from '../compile/value';
import { argument, definition, type FunctionTable } from './definition';

/** Functions whose result is one of their arguments. */
function choice(name: string, least: number, most: number) {
  return definition(least, most, (values) => {
    const { type, values: same } = unify(values);
    if (same.length === 1) return argument(same, 0);
    return computed(`${name}(${same.map((value) => value.sql).join(', ')})`, type, values);
  });
}

/** DECODE compares null as equal to null, unlike CASE. */
const DECODE = definition(3, 255, (values) => {
  const operand = argument(values, 0);
  const branches: string[] = [];
  const searches: Value[] = [];
  const results: Value[] = [];
  let index = 1;
  for (; index + 1 < values.length; index += 2) {
    searches.push(argument(values, index));
    results.push(argument(values, index + 1));
  }
  const otherwise = values[index] ?? null;
  const { type, values: same } = unify(otherwise ? [...results, otherwise] : results);
  for (const [place, search] of searches.entries()) {
    branches.push(`WHEN ${equalOrBothNull(operand, search)} THEN ${argument(same, place).sql}`);
  }
  const rest = otherwise ? ` ELSE ${argument(same, same.length - 1).sql}` : '';
  return computed(`CASE ${branches.join(' ')}${rest} END`, type, values);
});

function equalOrBothNull(operand: Value, search: Value): string {
  if (search.literal === null) return `${operand.sql} IS NULL`;
  const equal = compare('=', operand, search);
  return search.literal === undefined ? `(${equal} OR (${operand.sql} IS NULL AND ${search.sql} IS NULL))` : equal;
}

/** Functions that choose among values (section_158513731864). */
export const CONDITIONAL_FUNCTIONS: FunctionTable = {
  NVL: choice('ifnull', 2, 2),
  COALESCE: choice('coalesce', 2, 255),
  GREATEST: choice('max', 1, 255),
  LEAST: choice('min', 1, 255),
  NVL2: definition(3, 3, (values) => {
    const { type, values: same } = unify(values.slice(1));
    const [then, otherwise] = [argument(same, 0), argument(same, 1)];
    const test = argument(values, 0).sql;
    return computed(`CASE WHEN ${test} IS NOT NULL THEN ${then.sql} ELSE ${otherwise.sql} END`, type, values);
  }),
  NULLIF: definition(2, 2, (values) => {
    const [first, second] = [argument(values, 0), argument(values, 1)];
    const equal = compare('=', first, second);
    return computed(`CASE WHEN ${equal} THEN NULL ELSE ${first.sql} END`, first.type, values);
  }),
  DECODE,
};
