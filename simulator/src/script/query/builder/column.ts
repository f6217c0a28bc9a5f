import type { ColumnData } from '../../../query/builder/definition';
import { missingArgument } from '../../errors';
import { Aggregate, FieldContext, ReturnType } from '../enumerations';
import { booleanOption, enumOption, operandOptions, optionsOf } from './options';

/** A component of a query as its columns, conditions and sorts know it. */
export interface Place {
  /** 0 for the root, then in the order of the joins. */
  readonly position: number;
}

export interface ColumnOptions {
  readonly fieldId?: unknown;
  readonly formula?: unknown;
  readonly type?: unknown;
  readonly aggregate?: unknown;
  readonly alias?: unknown;
  readonly groupBy?: unknown;
  readonly label?: unknown;
  readonly context?: unknown;
}

/** A column of a query (section_1510779196). */
export class Column {
  readonly component: Place;
  readonly fieldId: string | null;
  readonly formula: string | null;
  readonly type: string | null;
  readonly aggregate: string | null;
  readonly groupBy: boolean;
  readonly label: string | null;
  /** The name in mapped results; a column without one has its field's (section_156336566313). */
  readonly alias: string | null;
  readonly context: { readonly name: string; readonly params?: unknown };

  constructor(component: Place, given: ColumnOptions) {
    const options = optionsOf('Component.createColumn', given);
    const operand = operandOptions('Component.createColumn', options, ReturnType);
    this.component = component;
    this.fieldId = operand.fieldId;
    this.formula = operand.formula;
    this.type = operand.type;
    this.aggregate = enumOption('aggregate', options.aggregate, Aggregate);
    this.groupBy = booleanOption('groupBy', options.groupBy, false);
    this.label = textOrNull(options.label);
    this.alias = textOrNull(options.alias) ?? operand.fieldId;
    this.context = contextOf(options.context);
  }

  toString(): string {
    return 'query.Column';
  }

  toJSON(): object {
    const { fieldId, formula, type, aggregate, groupBy, label, alias, context } = this;
    return { fieldId, formula, type, aggregate, groupBy, label, alias, context };
  }

  static data({ component, fieldId, formula, type, aggregate, groupBy, context }: Column): ColumnData {
    return { component: component.position, fieldId, formula, type, aggregate, groupBy, context: context.name };
  }
}

/** A context by its name or as an object; without one the raw value (section_1510780373). */
function contextOf(given: unknown): { readonly name: string; readonly params?: unknown } {
  if (given === undefined || given === null) return { name: 'RAW' };
  const context =
    typeof given === 'object' ? (given as { readonly name?: unknown; readonly params?: unknown }) : { name: given };
  const name = enumOption('context', context.name, FieldContext);
  if (name === null) throw missingArgument('Component.createColumn', 'context.name');
  return context.params === undefined ? { name } : { name, params: context.params };
}

const textOrNull = (value: unknown): string | null => (value === undefined || value === null ? null : String(value));
