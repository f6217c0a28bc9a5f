import type { Value, ValueType } from '../../query/compile/value';
import type { SqlValue } from '../../store/store';

/** The values of a search's filters: they are bound, never written into the statement. */
export class Parameters {
  readonly values: SqlValue[] = [];

  /** A value of a known type as a parameter of the statement. */
  bind(value: SqlValue, type: ValueType): Value {
    this.values.push(value);
    return { sql: `?${this.values.length}`, type, constant: true };
  }
}
