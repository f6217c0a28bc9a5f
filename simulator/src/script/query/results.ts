/** What the account answers to a query. */
export interface QueryAnswer {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly Value[])[];
}

export type Value = string | number | null;

/** A column of a result (section_1510779235). */
export class Column {
  readonly label: string;
  readonly alias: string;
  readonly fieldId: string;
  readonly type: string;

  constructor(name: string, type: string) {
    this.label = name;
    this.alias = name;
    this.fieldId = name;
    this.type = type;
  }

  toString(): string {
    return 'query.Column';
  }
}

/** One row: its values in the order of the columns, or by their names. */
export class Result {
  readonly values: Value[];
  readonly #columns: readonly Column[];

  constructor(values: readonly Value[], columns: readonly Column[]) {
    this.values = [...values];
    this.#columns = columns;
  }

  /** Of two columns of one name, the later one stays (section_156336700395). */
  asMap(): Record<string, Value> {
    return Object.fromEntries(this.#columns.map((column, index) => [column.alias, this.values[index] ?? null]));
  }

  getValueForAlias(options: { alias: string }): Value {
    return this.asMap()[options.alias.toLowerCase()] ?? null;
  }

  toString(): string {
    return 'query.Result';
  }

  toJSON(): object {
    return { values: this.values };
  }
}

export class ResultSet {
  readonly results: Result[];
  readonly types: string[];
  readonly columns: Column[];

  constructor({ columns, rows }: QueryAnswer) {
    this.columns = columns.map(({ name, type }) => new Column(name, type));
    this.types = columns.map(({ type }) => type);
    this.results = rows.map((values) => new Result(values, this.columns));
  }

  asMappedResults(): Record<string, Value>[] {
    return this.results.map((result) => result.asMap());
  }

  iterator(): { each(callback: (item: { value: Result }) => boolean): void } {
    return iteratorOver(this.results);
  }

  toString(): string {
    return 'query.ResultSet';
  }

  toJSON(): object {
    return { types: this.types, columns: this.columns, results: this.results };
  }
}

/** Goes over items until the callback does not return true (section_1510780079). */
export function iteratorOver<T>(items: Iterable<T>): { each(callback: (item: { value: T }) => boolean): void } {
  return {
    each: (callback) => {
      for (const value of items) if (callback({ value }) !== true) return;
    },
  };
}
