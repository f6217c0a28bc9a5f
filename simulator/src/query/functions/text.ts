import { toNumber, toText } from '../compile/coerce';
import { concatenate } from '../compile/expression';
import { computed, literal, type Value } from '../compile/value';
import { argument, definition, type FunctionTable } from './definition';

const ONE = literal(1, 'number');
const ZERO = literal(0, 'number');
const BLANK = literal(' ', 'text');
const NOTHING: Value = { sql: "''", type: 'text', constant: true };

/** One text in, one value out. */
function ofText(sql: (text: string) => string, type: Value['type'] = 'text') {
  return definition(1, 1, (values) => {
    const text = toText(argument(values, 0));
    return computed(sql(text.sql), type, values);
  });
}

/** A call of a native function: arguments by place as text (`t`) or number (`n`), with defaults for those left out. */
function native(name: string, least: number, types: string, defaults: readonly Value[], type: Value['type'] = 'text') {
  return definition(least, types.length, (values) => {
    const given = [...types].map((kind, index) => {
      const value = values[index] ?? defaults[index - least] ?? ONE;
      return (kind === 'n' ? toNumber(value) : toText(value)).sql;
    });
    return computed(`${name}(${given.join(', ')})`, type, values);
  });
}

const LENGTH = ofText((text) => `length(${text})`, 'number');

/** Functions of text, with Oracle's rule that the empty text is null (section_158513731864). */
export const TEXT_FUNCTIONS: FunctionTable = {
  UPPER: ofText((text) => `ns_upper(${text})`),
  LOWER: ofText((text) => `ns_lower(${text})`),
  INITCAP: ofText((text) => `ns_initcap(${text})`),
  LENGTH,
  LENGTHB: ofText((text) => `length(CAST(${text} AS BLOB))`, 'number'),
  LENGTHC: LENGTH,
  ASCII: ofText((text) => `unicode(${text})`, 'number'),
  CHR: definition(1, 1, (values) => computed(`char(${toNumber(argument(values, 0)).sql})`, 'text', values)),
  CONCAT: definition(2, 2, concatenate),
  REPLACE: definition(2, 3, (values) => {
    const [text, searched] = [toText(argument(values, 0)), toText(argument(values, 1))];
    const replacement = values[2] ? `ifnull(${toText(values[2]).sql}, '')` : "''";
    const replaced = `replace(${text.sql}, ${searched.sql}, ${replacement})`;
    return computed(`nullif(ifnull(${replaced}, ${text.sql}), '')`, 'text', values);
  }),
  SUBSTR: definition(2, 3, (values) => {
    const [text, from] = [toText(argument(values, 0)), toNumber(argument(values, 1))];
    if (!values[2]) return computed(`ns_substr(${text.sql}, ${from.sql})`, 'text', values);
    return computed(`ns_substr3(${text.sql}, ${from.sql}, ${toNumber(values[2]).sql})`, 'text', values);
  }),
  INSTR: native('ns_instr', 2, 'ttnn', [ONE, ONE], 'number'),
  LPAD: native('ns_lpad', 2, 'tnt', [BLANK]),
  RPAD: native('ns_rpad', 2, 'tnt', [BLANK]),
  LTRIM: native('ns_ltrim', 1, 'tt', [BLANK]),
  RTRIM: native('ns_rtrim', 1, 'tt', [BLANK]),
  TRIM: ofText((text) => `nullif(trim(${text}), '')`),
  TRANSLATE: native('ns_translate', 3, 'ttt', []),
  REGEXP_LIKE: native('ns_regexp_like', 2, 'ttt', [NOTHING], 'number'),
  REGEXP_SUBSTR: native('ns_regexp_substr', 2, 'ttnntn', [ONE, ONE, NOTHING, ZERO]),
  REGEXP_INSTR: native('ns_regexp_instr', 2, 'ttnn', [ONE, ONE], 'number'),
  REGEXP_REPLACE: native('ns_regexp_replace', 2, 'tttnnt', [NOTHING, ONE, ZERO, NOTHING]),
  TO_CLOB: definition(1, 1, (values) => toText(argument(values, 0))),
};
