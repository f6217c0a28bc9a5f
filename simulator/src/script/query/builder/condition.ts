import type { ConditionData, ConditionValue } from '../../../query/builder/definition';
import { missingArgument, scriptError } from '../../errors';
import { Aggregate, Operator, ReturnType } from '../enumerations';
import type { Place } from './column';
import { booleanOption, enumOption, operandOptions, optionsOf, wrongType } from './options';
import { Period } from './period';
import { RelativeDate } from './relativeDate';

export interface ConditionOptions {
  readonly fieldId?: unknown;
  readonly formula?: unknown;
  readonly type?: unknown;
  readonly aggregate?: unknown;
  readonly operator?: unknown;
  readonly values?: unknown;
  readonly caseSensitive?: unknown;
}

const NO_VALUES = /^EMPTY(_NOT)?$/;
const TWO_VALUES = /^BETWEEN(_NOT)?$/;
const SEVERAL_VALUES = /^(ANY_OF|WITHIN|MN_|BETWEEN)/;

/** A test of a field or a formula, or other conditions under AND, OR and NOT (section_1510779210). */
export class Condition {
  readonly children: readonly Condition[];
  readonly component: Place | null = null;
  readonly fieldId: string | null = null;
  readonly formula: string | null = null;
  readonly type: string | null = null;
  readonly aggregate: string | null = null;
  readonly operator: string;
  readonly values: readonly unknown[] = [];
  readonly #caseSensitive: boolean = false;

  private constructor(operator: string, children: readonly Condition[], place?: Place, options?: ConditionOptions) {
    this.operator = operator;
    this.children = children;
    if (!place || !options) return;
    const operand = operandOptions('Component.createCondition', options, ReturnType);
    this.component = place;
    this.fieldId = operand.fieldId;
    this.formula = operand.formula;
    this.type = operand.type;
    this.aggregate = enumOption('aggregate', options.aggregate, Aggregate);
    this.values = valuesOf(operator, options.values);
    this.#caseSensitive = booleanOption('caseSensitive', options.caseSensitive, false);
  }

  /** @throws INVALID_SEARCH_OPERATOR, OPERATOR_ARITY_MISMATCH, and those of fields and formulas */
  static test(place: Place, given: ConditionOptions): Condition {
    const options = optionsOf('Component.createCondition', given);
    const { operator } = options;
    if (operator === undefined || operator === null) throw missingArgument('Component.createCondition', 'operator');
    if (typeof operator !== 'string' || !Object.values(Operator).includes(operator)) {
      throw scriptError('INVALID_SEARCH_OPERATOR', `Invalid search operator: ${String(operator)}`);
    }
    return new Condition(operator, [], place, options);
  }

  /** Conditions under AND, OR or NOT; NOT has one. @throws SSS_MISSING_REQD_ARGUMENT, WRONG_PARAMETER_TYPE */
  static of(operator: 'AND' | 'OR' | 'NOT', given: readonly unknown[]): Condition {
    const children = given.flat();
    if (children.length === 0) throw missingArgument(`Query.${operator.toLowerCase()}`, 'conditions');
    for (const child of children) if (!(child instanceof Condition)) throw wrongType('conditions', 'query.Condition');
    return new Condition(operator, children as Condition[]);
  }

  toString(): string {
    return 'query.Condition';
  }

  static data(condition: Condition): ConditionData {
    const { operator, children, component, fieldId, formula, type, aggregate, values } = condition;
    if (component === null) {
      const kind = operator === 'AND' ? 'and' : operator === 'OR' ? 'or' : 'not';
      return { kind, children: children.map(Condition.data) };
    }
    const operand = { component: component.position, fieldId, formula, type, aggregate };
    const caseSensitive = condition.#caseSensitive;
    return { kind: 'test', ...operand, operator, values: values.map(valueData), caseSensitive };
  }
}

function valuesOf(operator: string, given: unknown): unknown[] {
  const values = given === undefined || given === null ? [] : Array.isArray(given) ? given : [given];
  const least = NO_VALUES.test(operator) ? 0 : TWO_VALUES.test(operator) ? 2 : 1;
  const most = NO_VALUES.test(operator) ? 0 : TWO_VALUES.test(operator) ? 2 : SEVERAL_VALUES.test(operator) ? null : 1;
  if (values.length < least || (most !== null && values.length > most)) {
    throw scriptError('OPERATOR_ARITY_MISMATCH', `The operator ${operator} does not take ${values.length} values.`);
  }
  for (const value of values) valueData(value);
  return values;
}

function valueData(value: unknown): ConditionValue {
  if (value instanceof RelativeDate) return RelativeDate.data(value);
  if (value instanceof Period) return Period.data(value);
  if (value instanceof Date || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  throw wrongType('options.values', 'string, number, boolean, Date, query.RelativeDate or query.Period');
}
