import { notSupported } from '../../kernel/errors';
import type { Compilation } from '../compile/compilation';
import type { Scope } from '../compile/scope';
import type { Value } from '../compile/value';
import { unsupportedSearch } from '../errors';
import type { Call } from '../language/ast';
import { compileAggregate } from './aggregates';
import { compileBuiltin } from './builtin';
import { CONDITIONAL_FUNCTIONS } from './conditional';
import { DATE_FUNCTIONS } from './dates';
import type { FunctionTable } from './definition';
import { NUMBER_FUNCTIONS } from './numbers';
import { TEXT_FUNCTIONS } from './text';

const FUNCTIONS: FunctionTable = {
  ...TEXT_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...DATE_FUNCTIONS,
  ...CONDITIONAL_FUNCTIONS,
};

/** Functions that SuiteQL has (section_158513731864) and the simulator does not. */
const NOT_SIMULATED = new Set(
  (
    'ACOS ASCIISTR ASIN ATAN ATAN2 BFILENAME BITAND CHARTOROWID COMPOSE COS COSH DECOMPOSE EMPTY_BLOB EMPTY_CLOB FROM_TZ ' +
    'LENGTH2 LENGTH4 LN LOG NANVL NEW_TIME NLSSORT NLS_INITCAP NLS_LOWER NLS_UPPER ORA_HASH REMAINDER SIN SINH SOUNDEX ' +
    'SYS_EXTRACT_UTC TAN TANH TO_BINARY_DOUBLE TO_BINARY_FLOAT TO_MULTI_BYTE TO_NCLOB TO_SINGLE_BYTE TZ_OFFSET UNISTR ' +
    'VSIZE WIDTH_BUCKET'
  ).split(' '),
);

/**
 * Compiles a call. What SuiteQL does not allow is refused as NetSuite refuses it, since its list of functions is what
 * keeps queries safe (section_156257799794); what it allows and the simulator lacks is named.
 */
export function compileCall(call: Call, scope: Scope, compilation: Compilation): Value {
  const aggregate = compileAggregate(call, scope, compilation);
  if (aggregate) return aggregate;
  if (call.star || call.distinct || call.withinGroup || call.over) throw unsupportedSearch();
  const values = call.arguments.map((part) => compilation.value(part, scope));
  const builtin = compileBuiltin(call.name, values, scope);
  if (builtin) return builtin;
  const definition = Object.hasOwn(FUNCTIONS, call.name) ? FUNCTIONS[call.name] : undefined;
  if (!definition) {
    if (NOT_SIMULATED.has(call.name)) throw notSupported(`SuiteQL ${call.name}`);
    throw unsupportedSearch();
  }
  if (values.length < definition.least || values.length > definition.most) throw unsupportedSearch();
  return definition.compile(values);
}
